import fc from 'fast-check';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { AGENCY_KINDS, AGENCY_LEVELS } from '../../src/domain/nodes.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import type { Row } from '../support/inline-statement.ts';
import { pageFiles, paramsOf, statementOf } from '../support/query-files.ts';
import { openSeededStore } from '../support/seeds.ts';

/** A list that can be paged through: a statement and what it takes beside the page. */
interface List {
  readonly file: string;
  readonly params: Row;
}

interface Place {
  readonly key: string | number;
  readonly id: string;
}

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'agency/page.cypher': ['NAME', 'REFORM_ITEM_COUNT'],
  'milestone/page.cypher': ['POSITION', 'DAY'],
};
const OTHERS: Row = {
  among: null,
  withUnassigned: true,
  since: 0,
  levels: [...AGENCY_LEVELS],
};
/** Where a statement takes null for any, it is asked for that. */
const KINDS: Readonly<Record<string, readonly string[]>> = { 'agency/page.cypher': AGENCY_KINDS };
const ANY = [
  'items',
  'kinds',
  'scopes',
  'units',
  'approximations',
  'precisions',
  'minValue',
  'maxValue',
  'notBefore',
  'notAfter',
];

const LISTS: readonly List[] = pageFiles.flatMap((file) => {
  const names = paramsOf(file);
  const others: Row = {
    ...Object.fromEntries(ANY.map((name) => [name, null])),
    ...OTHERS,
    ...(KINDS[file] ? { kinds: [...KINDS[file]] } : {}),
  };
  const params: Row = Object.fromEntries(Object.entries(others).filter(([name]) => names.includes(name)));
  return (ORDERS[file] ?? [undefined]).map((orderBy) => ({
    file,
    params: orderBy === undefined ? params : { ...params, orderBy },
  }));
});

interface Walk {
  readonly backward: boolean;
  readonly keyDown: boolean;
}

async function page(store: Store, list: List, walk: Walk, first: number, after?: Place): Promise<Place[]> {
  const [row] = await store.read(statementOf(list.file), {
    ...list.params,
    ...walk,
    first,
    afterKey: after?.key ?? null,
    afterId: after?.id ?? null,
    withTotal: false,
  });
  const edges = (row?.edges ?? []) as { key: string | number; pairId?: string; node?: { id: string } }[];
  return edges.map((edge) => ({ key: edge.key, id: edge.pairId ?? (edge.node?.id as string) }));
}

async function walkThrough(store: Store, list: List, walk: Walk, size: number): Promise<Place[]> {
  const found: Place[] = [];
  for (let rows = await page(store, list, walk, size); rows.length > 0; ) {
    expect(rows.length).toBeLessThanOrEqual(size);
    found.push(...rows);
    expect(found.length).toBeLessThan(500);
    rows = await page(store, list, walk, size, rows.at(-1));
  }
  return found;
}

type Compare = (a: string | number, b: string | number) => number;

/** Neo4j's order of texts that a statement computes. */
const byUnit: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The embedded engine's. The two differ only between Han beyond the BMP and what follows U+E000 in it. */
const byCodePoint: Compare = (a, b) =>
  typeof a === 'number' || typeof b === 'number'
    ? byUnit(a, b)
    : Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));

/** Keys go up or down; equal keys are told apart by id, ascending in a list, and so descending against it. */
const inOrder =
  ({ backward, keyDown }: Walk, compare: Compare = byCodePoint) =>
  (a: Place, b: Place): number =>
    compare(a.key, b.key) * (keyDown ? -1 : 1) || compare(a.id, b.id) * (backward ? -1 : 1);

const walks = fc.record({ backward: fc.boolean(), keyDown: fc.boolean() });
const sizes = fc.integer({ min: 1, max: 12 });

test('there is a list for every statement with pages', () => {
  expect(pageFiles.length).toBeGreaterThanOrEqual(8);
  expect(pageFiles.filter((file) => paramsOf(file).includes('ids'))).toEqual([]);
});

describeForEachEngine('paging through the real bulletin', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openSeededStore(engine);
  });
  afterAll(() => store.close());

  test.each(LISTS.map((list): [string, List] => [`${list.file} ${list.params.orderBy ?? ''}`, list]))(
    '%s: each row once and in order, whatever the page, and the reverse from the end',
    async (_name, list) => {
      const whole = await page(store, list, { backward: false, keyDown: false }, 200);
      expect(whole.length).toBeGreaterThan(0);
      expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
      await fc.assert(
        fc.asyncProperty(walks, sizes, async (walk, size) => {
          const expected = [...whole].sort(inOrder(walk));
          expect(await walkThrough(store, list, walk, size)).toEqual(expected);
          const opposite = { backward: !walk.backward, keyDown: !walk.keyDown };
          expect(await walkThrough(store, list, opposite, size)).toEqual(expected.reverse());
        }),
        { numRuns: 4 },
      );
    },
    60_000,
  );

  test.each(LISTS.map((list): [string, List] => [`${list.file} ${list.params.orderBy ?? ''}`, list]))(
    '%s: a page begins behind any place, also where no row is',
    async (_name, list) => {
      const whole = await page(store, list, { backward: false, keyDown: false }, 200);
      const places = fc.tuple(fc.constantFrom(...whole), fc.constantFrom(...whole), fc.boolean()).map(
        ([a, b, exact]): Place => ({
          key: a.key,
          id: exact ? b.id : `${b.id}之后`,
        }),
      );
      await fc.assert(
        fc.asyncProperty(walks, sizes, places, async (walk, size, place) => {
          const expected = whole
            .filter((row) => inOrder(walk)(row, place) > 0)
            .sort(inOrder(walk))
            .slice(0, size);
          expect(await page(store, list, walk, size, place)).toEqual(expected);
        }),
        { numRuns: 10 },
      );
    },
    60_000,
  );
});

describeForEachEngine('paging through names of every script', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  afterAll(() => store.close());

  // Han beyond the BMP and emoji stand before full-width signs by UTF-16 unit, and behind them by code point.
  const words = fc.string({
    unit: fc.constantFrom('a', 'Z', '1', ' ', "'", '（', '！', '京', '津', '龘', '𠮷', '😀', 'é', 'e\u0301'),
    minLength: 1,
    maxLength: 4,
  });
  const themes = fc.uniqueArray(fc.record({ name: words, pinyin: fc.oneof(words, fc.constant('tong')) }), {
    minLength: 2,
    maxLength: 12,
    selector: ({ name }) => name,
  });
  const list: List = { file: 'theme/page.cypher', params: {} };

  test('each row once and in one order, whatever the page, also where keys are equal', async () => {
    await fc.assert(
      fc.asyncProperty(themes, walks, sizes, async (entries, walk, size) => {
        await clearGraph(store);
        await importDocument(store, themesDocument(entries));
        const places = entries.map(({ name, pinyin }): Place => ({ key: pinyin, id: `Theme:${name}` }));
        const whole = await page(store, list, walk, 200);
        expect([inOrder(walk), inOrder(walk, byUnit)].map((order) => places.toSorted(order))).toContainEqual(
          whole,
        );
        expect(await walkThrough(store, list, walk, size)).toEqual(whole);
        const opposite = { backward: !walk.backward, keyDown: !walk.keyDown };
        expect(await walkThrough(store, list, opposite, size)).toEqual(whole.toReversed());
      }),
      { numRuns: 30, examples: [[PARENTHESIS_AND_RARE_HAN, { backward: false, keyDown: false }, 1]] },
    );
  }, 60_000);
});

const PARENTHESIS_AND_RARE_HAN = [
  { name: '（津）', pinyin: 'tong' },
  { name: '𠮷林', pinyin: 'tong' },
  { name: '甲', pinyin: '（' },
  { name: '乙', pinyin: '𠮷' },
];

const themesDocument = (entries: readonly { name: string; pinyin: string }[]): GraphDocument => ({
  batchId: 'Batch:tt-1',
  nodes: entries.map(({ name, pinyin }) => ({ id: `Theme:${name}`, name, aliases: [], pinyin })),
  relationships: [],
  continuations: [],
});
