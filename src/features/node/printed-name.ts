import type { ReformItemNode } from '../../domain/nodes.ts';
import type { EdgeProperties } from '../../domain/relationships.ts';
import { evidenceOf } from './evidence.type.ts';

/** What a responsibility says of its words: those that prove it, and the name that the item calls the agency by. */
export const printedOn = (item: ReformItemNode, edge: () => EdgeProperties<'RESPONSIBLE_FOR'>) => ({
  evidence: () => evidenceOf(item, edge()),
  printedName: () => edge().printedName ?? evidenceOf(item, edge())[0]?.quote ?? '',
});

export const PRINTED_NAME = 'What the item calls the agency, which may be a name that it had then. 印刷名称';
