import { ask, refusal } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const SEARCH = `query ($q: String!) {
  search(query: $q) { totalCount kindCounts { count } edges { score node { __typename } highlights { text } } facets { zones { count } } }
}`;
const TEN_KB = 10_240;

describeForEachEngine('any text as a search', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const count = async (q: string): Promise<number> =>
    (await ask(server.url, SEARCH, { q })).search.totalCount;

  test.each([
    ['nothing', ''],
    ['spaces of all sorts', ' \t\n\u3000\u00a0'],
    ['what takes no room', '\u200b\ufeff\u00ad'],
  ])('%s: refused, because it contains no word', async (_name, q) => {
    expect(await refusal(server.url, SEARCH, { q })).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument: 'query',
      message: 'query: has no word to look for',
    });
  });

  test.each(['-保理', '-保理 -"仲裁 庭"'])('%s: refused, because all words are excluded', async (q) => {
    expect(await refusal(server.url, SEARCH, { q })).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument: 'query',
      message: 'query: has only words to exclude; give one to look for',
    });
  });

  test.each([
    ['signs', '，。！ % - 《 》'],
    ['marks with nothing in them', '"" “” 「」'],
    ['one mark', '"'],
    ['10 kB of marks', '"'.repeat(TEN_KB)],
    ['brackets', '[]{}<>'],
    ['backslashes', '\\\\ \\" \\u0000'],
    ['a null character', '海关\u0000'],
    ['Lucene’s signs', '+ - && || ! ( ) { } [ ] ^ ~ * ? : \\ /'],
    ['Lucene’s fields and wildcards', 'title:海关'],
    ['a prefix', '海*'],
    ['a range', '[海 TO 关]'],
    ['a regular expression', '/海./'],
    ['Cypher', "' OR 1=1 //"],
    ['Cypher in marks', '"}) DETACH DELETE n //"'],
    ['markup', '<script>alert(1)</script>'],
    ['emoji', '😀'],
    ['half of an emoji', '\ud83d'],
    ['an emoji of many', '👨‍👩‍👧‍👦'],
    ['right to left', '\u202e关海'],
    ['another script', 'Таможня'],
    ['10 kB of one character', '海'.repeat(TEN_KB)],
    ['10 kB of letters', 'rong'.repeat(TEN_KB / 4)],
    ['10 kB of pinyin', 'zhongguan'.repeat(1137)],
    ['10 kB of emoji', '😀'.repeat(TEN_KB / 2)],
    ['10 kB in marks', `"${'海关'.repeat(5000)}"`],
  ])('%s: no error and no results', async (_name, q) => {
    const start = performance.now();
    expect(await ask(server.url, SEARCH, { q })).toEqual({
      search: { totalCount: 0, kindCounts: [], edges: [], facets: { zones: [] } },
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('searches for signs as they are', async () => {
    expect(await count('“保税+”')).toBe(await count('"保税+"'));
    expect(await count('"“保税+”"')).toBe(1); // in the other kind of quotation marks: item 4 prints these
    expect(await count('保税+')).toBe(1);
    expect(await count('1+3')).toBe(1); // item 37
    expect(await count('(08348)')).toBe(1); // item 20
    expect(await count('（08348）')).toBe(1); // full or half width
    expect(await count('"-"')).toBe(44); // in the codes of 43 items and of their batch
    expect(await count('海关 😀 ，')).toBe(await count('海关')); // signs alone are not words
    expect(await count('海关 "😀"')).toBe(0); // but in quotation marks both must match
  });

  test('10 kB of one repeated word equal that word', async () => {
    const repeated = '海关 '.repeat(TEN_KB / 3).slice(0, TEN_KB);
    expect(await ask(server.url, SEARCH, { q: repeated })).toEqual(
      await ask(server.url, SEARCH, { q: '海关' }),
    );
  });

  test('one character over 10 kB, and more than 64 words', async () => {
    const words = (most: number): string => Array.from({ length: most }, (_, n) => `词${n}`).join(' ');
    expect(await count(words(64))).toBe(0);
    expect(await count(`海关 ${words(63).replaceAll('词', '-词')}`)).toBe(6); // 天津海关, 2 3 4 7, and 6 by its text
    for (const [q, said] of [
      ['海'.repeat(TEN_KB + 1), 'longer than 10240 characters'],
      [words(65), 'has 65 words; give at most 64'],
      [`海关 ${words(64).replaceAll('词', '-词')}`, 'has 65 words; give at most 64'],
    ] as const)
      expect(await refusal(server.url, SEARCH, { q })).toEqual({
        status: 400,
        code: 'BAD_USER_INPUT',
        argument: 'query',
        message: expect.stringContaining(said),
      });
  });

  test('order by relevance requires a search text', async () => {
    const query =
      'query ($f: ReformItemFilter) { reformItems(filter: $f, orderBy: {field: RELEVANCE}) { totalCount } }';
    for (const f of [undefined, null, {}, { text: null }, { and: [{ text: '绿色' }] }])
      expect(await refusal(server.url, query, { f })).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        argument: 'orderBy.field',
        message: expect.stringContaining('filter.text'),
      });
    expect(await refusal(server.url, query, { f: { text: ' ' } })).toMatchObject({ argument: 'filter.text' });
    expect(await ask(server.url, query, { f: { text: '月球' } })).toEqual({ reformItems: { totalCount: 0 } });
  });

  test('an empty list of kinds finds nothing, and the kinds are counted nevertheless', async () => {
    expect(
      await ask(
        server.url,
        '{ search(query: "海关", kinds: []) { totalCount kindCounts { kind count } edges { score } } }',
      ),
    ).toEqual({
      search: {
        totalCount: 0,
        kindCounts: [
          { kind: 'REFORM_ITEM', count: 5 },
          { kind: 'AGENCY', count: 1 },
        ],
        edges: [],
      },
    });
  });
});
