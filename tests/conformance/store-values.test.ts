import fc from 'fast-check';
import type { Store } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { inlineStatement, type Row } from '../support/inline-statement.ts';

const keep = inlineStatement('UNWIND $rows AS row CREATE (n:Theme) SET n = row', {
  mode: 'write',
  params: { rows: 'map[]' },
});
const all = inlineStatement('MATCH (n:Theme) RETURN properties(n) AS node ORDER BY n.id', {
  columns: { node: 'map' },
});
const echo = inlineStatement('RETURN $value AS value', {
  params: { value: 'map' },
  columns: { value: 'map' },
});
const equals = inlineStatement('MATCH (n:Theme) WHERE n.text = $text RETURN size(n.text) AS size', {
  params: { text: 'string' },
  columns: { size: 'int' },
});

/** All code points except lone surrogates, which UTF-8 cannot encode. */
const text = fc.string({ unit: 'binary', maxLength: 12 });
const whole = fc.oneof(
  fc.maxSafeInteger().map((n) => n + 0),
  fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 31, -(2 ** 31) - 1),
);
const broken = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n));
const properties: fc.Arbitrary<Row> = fc.record({
  text,
  whole,
  broken,
  flag: fc.boolean(),
  texts: fc.array(text, { maxLength: 4 }),
  wholes: fc.array(whole, { maxLength: 4 }),
});

const EXAMPLES: readonly [string, Row][] = [
  ['an empty text and empty lists', { text: '', texts: [], wholes: [] }],
  ['Han beyond the BMP', { text: '𠮷野家 𰻝𰻝面 𬭎', texts: ['𠀀', '𪚥'] }],
  ['emoji, joined and coloured', { text: '👩🏽‍🚀🇨🇳✍️' }],
  ['marks that are not composed', { text: 'e\u0301 が は\u3099' }],
  ['full-width and CJK marks', { text: '“１＋３”，《　》——……' }],
  ['line breaks, tabs and quotes', { text: 'a\nb\r\nc\t\'"\\ $x `y` //z /* */' }],
  ['a null character', { text: 'a\u0000b' }],
  ['a long text', { text: '改革试点经验𠮷'.repeat(20_000) }],
  ['a long list', { wholes: Array.from({ length: 5000 }, (_, index) => index - 2500) }],
  ['the largest whole numbers', { whole: Number.MAX_SAFE_INTEGER, wholes: [Number.MIN_SAFE_INTEGER, 0] }],
  ['numbers with a fraction', { broken: 1.91, other: -0.1, small: 5e-324, large: 1.5e300 }],
];

describeForEachEngine('stored values come back unchanged', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  afterAll(() => store.close());

  async function roundTrip(rows: readonly Row[]): Promise<unknown[]> {
    await clearGraph(store);
    await store.write((transaction) => transaction.run(keep, { rows }));
    return (await store.read(all, {})).map(({ node }) => node);
  }

  test.each(EXAMPLES)('%s', async (_name, row) => {
    expect(await roundTrip([{ id: 'a', ...row }])).toEqual([{ id: 'a', ...row }]);
    expect(await store.read(echo, { value: row })).toEqual([{ value: row }]);
    if (typeof row.text === 'string') {
      expect(await store.read(equals, { text: row.text })).toHaveLength(1);
    }
  });

  test('any properties of many nodes at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(properties, { minLength: 1, maxLength: 5 }), async (list) => {
        const rows = list.map((each, index) => ({ id: String(index), ...each }));
        expect(await roundTrip(rows)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test('nested rows as parameters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(properties, { maxLength: 3 }), async (rows) => {
        const value = { rows, empty: [], nested: { none: null, again: rows } };
        expect(await store.read(echo, { value })).toEqual([{ value }]);
      }),
      { numRuns: 30 },
    );
  });
});
