import fc from 'fast-check';
import { clause } from '../../src/domain/clause-algebra.ts';
import type { ItemClause } from '../../src/domain/item-clause.ts';
import type { ReformItemNode } from '../../src/domain/nodes.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { openSeededStore, readSeedDocument } from '../support/seeds.ts';
import { matchingItems, numbersOf } from '../support/snapshots.ts';

const { nodes, relationships } = readSeedDocument();

/** The relationship types that an item filter tests. */
const ASKED = ['RESPONSIBLE_FOR', 'PILOTED_IN', 'HAS_THEME', 'PROMOTED_TO', 'PUBLISHED_IN'];

/** An item of the bulletin, with the ids of its neighbours through these relationships. */
interface Item {
  readonly node: ReformItemNode;
  readonly linked: readonly string[];
  readonly agencies: readonly string[];
}

const items: readonly Item[] = nodes
  .filter((node): node is ReformItemNode => node.id.startsWith('ReformItem:'))
  .map((node) => {
    const linked = relationships
      .filter(({ type }) => ASKED.includes(type))
      .flatMap(({ from, to }) => (from === node.id ? [to] : to === node.id ? [from] : []));
    return { node, linked, agencies: linked.filter((id) => id.startsWith('Agency:')) };
  });

/** The meaning of a clause in TypeScript, independent of the program. */
function meets({ node, linked, agencies }: Item, each: ItemClause): boolean {
  const words = [node.title, node.content].map(foldText);
  const contains = (text: string): boolean => words.some((word) => word.includes(text));
  const number = (label: string): number => linked.filter((id) => id.startsWith(`${label}:`)).length;
  const within = (count: number, min: number, max: number): boolean => min <= count && count <= max;
  return (
    each.linkedToAll.every((id) => linked.includes(id)) &&
    each.linkedToAny.every((ids) => ids.some((id) => linked.includes(id))) &&
    !each.linkedToNone.some((id) => linked.includes(id)) &&
    each.containsAll.every(contains) &&
    !each.containsNone.some(contains) &&
    within(agencies.length, each.minAgencies, each.maxAgencies) &&
    within(number('PilotZone'), each.minZones, each.maxZones) &&
    within(number('Theme'), each.minThemes, each.maxThemes)
  );
}

const kept = (clauses: readonly ItemClause[] | null): Item[] =>
  items.filter((item) => clauses === null || clauses.some((each) => meets(item, each)));

const id = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...new Set(items.flatMap(({ linked }) => linked))) },
  { weight: 1, arbitrary: fc.constantFrom('Agency:无此单位', 'ReformItem:tj-7-1', '') },
);

/** Some words of an item's title or content, folded as in a clause. */
const words = fc
  .tuple(fc.constantFrom(...items), fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 4 }))
  .map(([{ node }, inTitle, at, length]) => {
    const text = inTitle ? node.title : node.content;
    const start = at % text.length;
    return foldText(text.slice(start, start + length));
  });

/** Mostly no condition of a kind, so that some item still matches a clause of several kinds. */
const few = <T>(each: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(each, { maxLength: most }) },
  );
const lowest = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) });
const highest = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1_000_000) },
  { weight: 1, arbitrary: fc.nat(4) },
);

const clauses: fc.Arbitrary<ItemClause[]> = fc.array(
  fc.record({
    linkedToAll: few(id, 2),
    linkedToAny: few(fc.array(id, { maxLength: 6 }), 2),
    linkedToNone: few(id, 3),
    containsAll: few(words, 2),
    containsNone: few(words, 2),
    minAgencies: lowest,
    maxAgencies: highest,
    minZones: lowest,
    maxZones: highest,
    minThemes: lowest,
    maxThemes: highest,
  }),
  { maxLength: 3 },
);
const filters = fc.option(clauses, { freq: 20 });

/** The end of an item's title joined to the beginning of its content. Neither text contains the result. */
function acrossTheJoint(): ItemClause[] {
  const [{ node }] = items as [Item];
  return [...clause({ containsAll: [`${node.title.slice(-2)}${node.content.slice(0, 2)}`] })];
}

test('the tested clauses match no item, some items and all items', () => {
  const counts = fc.sample(filters, { numRuns: 500, seed: 7 }).map((each) => kept(each).length);
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(50);
  expect(counts.filter((count) => count > 0 && count < 43).length).toBeGreaterThan(150);
  expect(counts).toContain(43);
});

describeForEachEngine('filters', (engine) => {
  let snapshot: GraphSnapshot;
  beforeAll(async () => {
    const store = await openSeededStore(engine);
    snapshot = await readSnapshot(store);
    await store.close();
  });

  test('select the items that match a clause, in order', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = kept(filter).map(({ node }) => node.number);
        expect(numbersOf(snapshot, matchingItems(snapshot, filter))).toEqual(expected);
      }),
      { numRuns: 500, examples: [[acrossTheJoint()], [[...clause({ containsAll: ['rcep企业'] })]]] },
    );
  });
});
