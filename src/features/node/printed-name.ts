import type { ReformItemNode } from '../../domain/nodes.ts';
import type { EdgeProperties } from '../../domain/relationships.ts';
import { evidenceOf } from './evidence.type.ts';

/** The evidence of a responsibility, and the agency's name as printed in the item. */
export const printedOn = (item: ReformItemNode, edge: () => EdgeProperties<'RESPONSIBLE_FOR'>) => ({
  evidence: () => evidenceOf(item, edge()),
  printedName: () => edge().printedName ?? evidenceOf(item, edge())[0]?.quote ?? '',
});

export const PRINTED_NAME = 'The agency’s name as printed in the item, which can be a former name. 印刷名称';
