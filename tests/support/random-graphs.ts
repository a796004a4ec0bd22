import fc from 'fast-check';
import type { z } from 'zod';
import type { GraphRelationship } from '../../src/domain/graph-document.ts';
import { type Label, labels, type RelationshipType, relationshipTypes } from '../../src/domain/model.ts';
import { type AnyNode, nodeSchemas } from '../../src/domain/nodes.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { propertiesOf } from './model/arbitrary-of-schema.ts';
import { snapshotOf } from './snapshots.ts';

/** A relationship, given by the ids of its ends. */
export interface PlainLink {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
}

/** Nodes and links of any kind, in any order, whether or not the model allows the links. */
export interface PlainGraph {
  readonly ids: readonly string[];
  readonly links: readonly PlainLink[];
}

/** The required properties of a label, with any values. */
const requiredOf = (label: Label): object => {
  const [properties = {}] = fc.sample(propertiesOf(nodeSchemas[label]), { numRuns: 1, seed: 1 });
  const isRequired = ([name]: readonly [string, unknown]): boolean =>
    !(nodeSchemas[label].shape as Record<string, z.ZodType>)[name]?.safeParse(undefined).success;
  return Object.fromEntries(Object.entries(properties).filter(isRequired));
};
const required = new Map(labels.map((label) => [label, requiredOf(label)]));

/** A node of which only the id matters. The positions of items are in reverse order of their ids. */
export function plainNode(id: string): AnyNode {
  const [label, key = ''] = id.split(':') as [Label, string];
  const position = String.fromCharCode(0xffff - key.charCodeAt(0));
  const own = { id, name: key, code: key, number: 1, aliases: [], position };
  return { ...required.get(label), ...own } as unknown as AnyNode;
}

export const relationshipOf = ({ type, from, to }: PlainLink): GraphRelationship => ({
  type,
  from,
  to,
  properties: {},
});

export const plainSnapshot = ({ ids, links }: PlainGraph): GraphSnapshot =>
  snapshotOf({ nodes: ids.map(plainNode), relationships: links.map(relationshipOf) });

interface Kinds {
  readonly labels?: readonly Label[];
  readonly types?: readonly RelationshipType[];
  readonly mostNodes?: number;
  readonly mostLinks?: number;
}

/** Graphs of at least two nodes. Several links may join the same two nodes, and a link may join a node to itself. */
export function plainGraphs({
  labels: allowed = labels,
  types = relationshipTypes,
  mostNodes = 9,
  mostLinks = 16,
}: Kinds = {}): fc.Arbitrary<PlainGraph> {
  const id = fc
    .tuple(fc.constantFrom(...allowed), fc.constantFrom('a', 'b', 'c', '甲', '乙'))
    .map(([label, key]) => `${label}:${key}`);
  return fc.uniqueArray(id, { minLength: 2, maxLength: mostNodes, size: 'max' }).chain((ids) => {
    const end = fc.constantFrom(...ids);
    const links = fc.uniqueArray(fc.record({ type: fc.constantFrom(...types), from: end, to: end }), {
      selector: ({ type, from, to }) => `${type} ${from} ${to}`,
      maxLength: mostLinks,
      size: 'max',
    });
    return fc.record({ ids: fc.constant(ids), links });
  });
}

/** A chain of links in either direction, with more links between nodes near each other: gives long paths. */
export const longGraphs: fc.Arbitrary<PlainGraph> = fc
  .array(fc.constantFrom('ReformItem', 'Agency', 'Theme', 'Theme', 'Region'), { minLength: 4, maxLength: 11 })
  .chain((row) => {
    const ids = row.map((label, index) => `${label}:${index}`);
    const at = (index: number): string => ids[Math.min(Math.max(index, 0), ids.length - 1)] as string;
    const type = fc.constantFrom(...relationshipTypes);
    const turn = fc.boolean();
    const near = fc.record({ type, turn, first: fc.nat(ids.length - 1), apart: fc.nat(2) });
    const rungs = ids
      .slice(1)
      .map((_, first) => fc.record({ type, turn, first: fc.constant(first), apart: fc.constant(1) }));
    return fc.tuple(fc.tuple(...rungs), fc.array(near, { maxLength: 9 })).map(([chain, more]) => {
      const links = [...chain, ...more].map(({ type: of, turn: turned, first, apart }) => {
        const [a, b] = [at(first), at(first + apart)];
        return turned ? { type: of, from: b, to: a } : { type: of, from: a, to: b };
      });
      // At most one relationship of a type joins two nodes in one direction.
      return { ids, links: [...new Map(links.map((link) => [JSON.stringify(link), link])).values()] };
    });
  });

/** Compares by code unit: the order of ids everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
