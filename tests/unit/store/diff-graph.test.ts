import fc from 'fast-check';
import type { GraphRelationship, PropertyValue } from '../../../src/domain/graph-document.ts';
import { labels, relationshipTypes } from '../../../src/domain/model.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import {
  type Changes,
  diffGraph,
  type GraphState,
  isEmptyDifference,
} from '../../../src/store/load/diff-graph.ts';

const text = fc.constantFrom('', 'a', '甲', '天津 海关', '𠮷');
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  text,
  fc.nat(3),
  fc.boolean(),
  fc.array(text, { maxLength: 2 }),
  fc.array(fc.nat(3), { maxLength: 2 }),
);
const properties = fc.dictionary(fc.constantFrom('name', 'order', 'aliases'), value);
const id = fc
  .tuple(fc.constantFrom(...labels), fc.constantFrom('甲', '乙', 'a b', '1'))
  .map(([label, key]) => `${label}:${key}`);

const nodes = fc
  .uniqueArray(fc.tuple(id, properties), { selector: ([each]) => each, maxLength: 8 })
  .map((list) => list.map(([of, more]) => ({ ...more, id: of }) as unknown as AnyNode));
const relationships = fc.uniqueArray(
  fc.record({ type: fc.constantFrom(...relationshipTypes), from: id, to: id, properties }),
  { selector: ({ type, from, to }) => JSON.stringify([type, from, to]), maxLength: 10 },
);
const states: fc.Arbitrary<GraphState> = fc.record({ nodes, relationships });
/** Two states with common parts. */
const pairs = fc.tuple(states, states, fc.nat(8)).map(([before, other, shared]): [GraphState, GraphState] => {
  const after = {
    nodes: [...new Map([...before.nodes.slice(0, shared), ...other.nodes].map((n) => [n.id, n])).values()],
    relationships: [
      ...new Map(
        [...before.relationships.slice(0, shared), ...other.relationships].map((each) => [keyOf(each), each]),
      ).values(),
    ],
  };
  return [before, after];
});

const keyOf = ({ type, from, to }: GraphRelationship): string => JSON.stringify([type, from, to]);
const nodeKey = (node: AnyNode): string => node.id;

/** Applies changes like an engine: deletes removed entries, and stores added or updated ones whole. */
function apply<T>(
  before: readonly T[],
  { added, updated, removed }: Changes<T>,
  key: (each: T) => string,
): T[] {
  const now = new Map(before.map((each) => [key(each), each]));
  for (const each of removed) expect(now.delete(key(each))).toBe(true);
  for (const each of added) expect(now.has(key(each))).toBe(false);
  for (const each of updated) expect(now.has(key(each))).toBe(true);
  for (const each of [...added, ...updated]) now.set(key(each), each);
  return [...now.values()];
}

const sorted = <T>(list: readonly T[], key: (each: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** Equal copies, with the keys of their maps in another order. */
const remade = (state: GraphState): GraphState =>
  JSON.parse(JSON.stringify(state), (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.assign(Object.create(null), Object.fromEntries(Object.entries(each).reverse()))
      : each,
  );

test('the changes lead from one state to the other, and contain no equal entries', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = diffGraph(before, after);
      expect(sorted(apply(before.nodes, changes.nodes, nodeKey), nodeKey)).toEqual(
        sorted(after.nodes, nodeKey),
      );
      expect(sorted(apply(before.relationships, changes.relationships, keyOf), keyOf)).toEqual(
        sorted(after.relationships, keyOf),
      );
      for (const node of changes.nodes.updated) expect(before.nodes).not.toContainEqual(node);
      expect(changes.nodes.replaced.map(nodeKey)).toEqual(changes.nodes.updated.map(nodeKey));
      for (const node of changes.nodes.replaced) expect(before.nodes).toContainEqual(node);
      for (const each of changes.relationships.replaced) expect(before.relationships).toContainEqual(each);
      for (const each of changes.relationships.updated) expect(before.relationships).not.toContainEqual(each);
    }),
  );
});

test('there are no changes between a state and its copy, in any order', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { nodes: others, relationships: edges } = remade(state);
      const shuffled = { nodes: [...others].reverse(), relationships: [...edges].reverse() };
      expect(isEmptyDifference(diffGraph(state, shuffled))).toBe(true);
      expect(isEmptyDifference(diffGraph(shuffled, state))).toBe(true);
    }),
  );
});

test('the changes back remove the entries that the changes forward added', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const [there, back] = [diffGraph(before, after), diffGraph(after, before)];
      expect(sorted(back.nodes.removed, nodeKey)).toEqual(sorted(there.nodes.added, nodeKey));
      expect(sorted(back.relationships.added, keyOf)).toEqual(sorted(there.relationships.removed, keyOf));
      expect(back.nodes.updated.map(nodeKey).sort()).toEqual(there.nodes.updated.map(nodeKey).sort());
      expect(isEmptyDifference(there)).toBe(isEmptyDifference(back));
    }),
  );
});

const theme = (more: object): AnyNode =>
  ({ id: 'Theme:a', name: 'a', aliases: ['x', 'y'], ...more }) as AnyNode;

test.each<[string, object, object?]>([
  ['another text', { name: 'b' }],
  ['a list in another order', { aliases: ['y', 'x'] }],
  ['a longer list', { aliases: ['x', 'y', 'z'] }],
  ['a shorter list', { aliases: ['x'] }],
  ['a number for its digits', { name: 1 }],
  ['a text for a list of it', { aliases: 'x' }],
  ['a property more', { note: '' }],
  ['a property that is undefined', { note: undefined }],
  ['a map for a list', { aliases: { 0: 'x', 1: 'y' } }],
  ['one property for another', { pinyin: undefined }, { note: undefined }],
])('an update: %s', (_name, more, less = {}) => {
  const [before, after] = [theme(less), theme(more)].map((node) => ({ nodes: [node], relationships: [] }));
  for (const [from, to] of [
    [before, after],
    [after, before],
  ] as [GraphState, GraphState][]) {
    const { nodes: changes } = diffGraph(from, to);
    expect([changes.added, changes.updated, changes.removed]).toEqual([[], to.nodes, []]);
  }
});

test('swapped ends make another relationship', () => {
  const [a, b] = ['Theme:a', 'Theme:b'] as const;
  const edge = { type: 'NARROWER_THAN', from: a, to: b, properties: {} } as const;
  const turned = { ...edge, from: b, to: a };
  const { relationships: changes } = diffGraph(
    { nodes: [], relationships: [edge] },
    { nodes: [], relationships: [turned] },
  );
  expect(changes).toEqual({ added: [turned], updated: [], replaced: [], removed: [edge] });
});
