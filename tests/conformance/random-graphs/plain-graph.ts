import type { GraphDocument } from '../../../src/domain/graph-document.ts';
import type { Label, RelationshipType } from '../../../src/domain/model.ts';
import type { AnyNode, ReformItemNode } from '../../../src/domain/nodes.ts';

/** The order of the listed steps, written here independently of the program. */
const TYPES: readonly RelationshipType[] = [
  'RESPONSIBLE_FOR',
  'PILOTED_IN',
  'HAS_THEME',
  'PROMOTED_TO',
  'PUBLISHED_IN',
  'PART_OF',
  'ADMINISTERS',
  'NARROWER_THAN',
];

export interface PlainStep {
  readonly type: RelationshipType;
  readonly outward: boolean;
  readonly other: string;
}

interface PlainLink {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
}

/** The contents of the documents, by ids. */
export class PlainGraph {
  /** Ascending by id, without duplicates. */
  readonly nodes: readonly AnyNode[];
  readonly links: readonly PlainLink[];
  readonly #ends = new Map<string, string[]>();

  constructor(documents: readonly GraphDocument[]) {
    const nodes = new Map(documents.flatMap((each) => each.nodes).map((node) => [node.id, node]));
    const links = new Map(
      documents
        .flatMap((each) => each.relationships)
        .map(({ type, from, to }) => [`${type} ${from} ${to}`, { type, from, to }]),
    );
    this.nodes = [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.links = [...links.values()];
    for (const { type, from, to } of this.links) {
      this.#note(`from ${from} ${type}`, to);
      this.#note(`to ${to} ${type}`, from);
    }
  }

  #note(key: string, end: string): void {
    this.#ends.set(key, [...(this.#ends.get(key) ?? []), end].sort());
  }

  node(id: string): AnyNode {
    return this.nodes.find((node) => node.id === id) as AnyNode;
  }

  item(id: string): ReformItemNode {
    return this.node(id) as ReformItemNode;
  }

  /** Ids of the label's nodes: items by position, all others by id. */
  ofLabel(label: Label): string[] {
    const nodes = this.nodes.filter(({ id }) => labelOf(id) === label);
    if (label === 'ReformItem')
      (nodes as ReformItemNode[]).sort((a, b) => (a.position < b.position ? -1 : 1));
    return nodes.map(({ id }) => id);
  }

  /** The ends of the relationships of a type that start at a node, by id. */
  from(id: string, type: RelationshipType): readonly string[] {
    return this.#ends.get(`from ${id} ${type}`) ?? [];
  }

  /** The starts of the relationships of a type that end at a node, by id. */
  to(id: string, type: RelationshipType): readonly string[] {
    return this.#ends.get(`to ${id} ${type}`) ?? [];
  }

  steps(id: string): PlainStep[] {
    return TYPES.flatMap((type) => [
      ...this.from(id, type).map((other) => ({ type, outward: true, other })),
      ...this.to(id, type).map((other) => ({ type, outward: false, other })),
    ]);
  }
}

export const labelOf = (id: string): Label => id.split(':')[0] as Label;
