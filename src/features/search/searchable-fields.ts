import type { Label } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode, NodeOf } from '../../domain/nodes.ts';

/** A text of a node that search reads. */
export interface SearchableField {
  /** The name in the schema; one of several aliases is `aliases[2]`. */
  readonly name: string;
  readonly text: string;
  /** The weight of a word in this field; in running text it is 1. */
  readonly weight: number;
  /** True for a name or code; anything else is running text. */
  readonly isName: boolean;
}

const name = (field: string, text: string, weight: number): SearchableField => ({
  name: field,
  text,
  weight,
  isName: true,
});
const prose = (field: string, text: string, weight: number): SearchableField => ({
  name: field,
  text,
  weight,
  isName: false,
});

const named = (node: { readonly name: string; readonly aliases: readonly string[] }): SearchableField[] => [
  name('name', node.name, 10),
  ...node.aliases.map((alias, index) => name(`aliases[${index}]`, alias, 6)),
];

const FIELDS: { readonly [L in Label]: (node: NodeOf<L>) => SearchableField[] } = {
  ReformItem: ({ code, title, content, agenciesText, scopeText }) => [
    prose('title', title, 5),
    prose('content', content, 1),
    name('code', code, 10),
    name('agenciesText', agenciesText, 2),
    name('scopeText', scopeText, 1),
  ],
  Agency: (node) => [
    ...named(node),
    ...(node.formerNames ?? []).map((former, index) => name(`formerNames[${index}]`, former, 6)),
  ],
  PilotZone: named,
  Theme: named,
  Region: named,
  Batch: ({ code, title, publisher }) => [
    prose('title', title, 5),
    name('code', code, 10),
    name('publisher', publisher, 3),
  ],
  PolicyDocument: ({ title }) => [prose('title', title, 3)],
  Organization: (node) => [name('name', node.name, 4)],
  // Search finds facts by the text of their item.
  FirstClaim: () => [],
  Figure: () => [],
  Milestone: () => [],
};

/** The texts of a node that search reads, the more significant first. */
export function searchableFields(node: AnyNode): SearchableField[] {
  const fields = FIELDS[labelOf(node.id as NodeId)] as (node: AnyNode) => SearchableField[];
  return fields(node);
}
