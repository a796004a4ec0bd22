import { ask, askEach } from '../../support/ask.ts';
import { bulletinRows } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ascending } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { type List, walk } from '../../support/walk.ts';

/** Words of one character and of many, common and rare, letters, digits and signs. */
const WORDS = [
  '天',
  '海',
  '链',
  '的',
  '海关',
  '保理',
  '仲裁',
  '绿色',
  '政务',
  '服务',
  '创新',
  '数据',
  '二手车',
  '知识产权',
  '供应链金融',
  '政务服务',
  '自贸试验区',
  '行政审批局',
  'RCEP',
  'GPT',
  'LEAP-1B27',
  '2023',
  '2023年',
  '“',
  '《',
  '+',
  '、',
]; // prettier-ignore

/** The text as compared: no blank next to a Chinese character, because 2023 年 equals 2023年. */
const plain = (text: string): string => text.replace(/ (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) /g, '');

interface Edge {
  readonly node: Record<string, unknown> & { number: number };
  readonly highlights: readonly { field: string; start: number; end: number; text: string }[];
}
const NODE = `__typename ... on ReformItem { number title content agenciesText scopeText code }
  ... on Agency { name aliases } ... on PilotZone { name aliases } ... on Theme { name aliases }
  ... on Region { name aliases } ... on Batch { code title publisher }
  ... on PolicyDocument { title } ... on Organization { name }`;

describeForEachEngine('search and plain scans', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const found = async (query: string, kinds?: string[]): Promise<Edge[]> => {
    const { search } = await ask(
      server.url,
      `query ($query: String!, $kinds: [NodeKind!]) {
         search(query: $query, kinds: $kinds, first: 100) { totalCount edges { node { ${NODE} } highlights { field start end text } } } }`,
      { query, kinds },
    );
    expect(search.edges).toHaveLength(search.totalCount);
    return search.edges;
  };
  const inText = (edges: readonly Edge[]): number[] =>
    ascending(
      edges
        .filter(({ highlights }) => highlights.some(({ field }) => field === 'title' || field === 'content'))
        .map(({ node }) => node.number),
    );

  test.each(WORDS)(
    '“%s”: the items with it in title or content are the same by search, by filter and by reading',
    async (word) => {
      const read = bulletinRows().filter(({ title, content }) =>
        plain(`${title}\n${content}`).includes(plain(word)),
      );
      const numbers = read.map(({ number }) => number);
      const { reformItems } = await ask(
        server.url,
        'query ($text: String!) { reformItems(filter: {text: $text}, first: 100) { nodes { number } } }',
        { text: `"${word}"` },
      );
      expect(reformItems.nodes.map(({ number }: { number: number }) => number)).toEqual(numbers);
      expect(inText(await found(`"${word}"`, ['REFORM_ITEM']))).toEqual(numbers);
    },
  );

  test('the highlighted text is in the field', async () => {
    for (const query of [
      ...WORDS.slice(4, 12),
      '天津海关 东疆',
      'djpq',
      'rongzi',
      'RCPE',
      '融資租賃',
      '市商务局 二手车',
      '第七批',
      'tj-7',
    ]) {
      const edges = await found(query);
      expect(edges.length).toBeGreaterThan(0);
      for (const { node, highlights } of edges) {
        expect(highlights.length).toBeGreaterThan(0);
        expect(highlights.length).toBeLessThanOrEqual(20);
        for (const { field, start, end, text } of highlights) {
          const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(field) ?? [];
          const value = index === undefined ? node[name] : (node[name] as string[])[Number(index)];
          expect([query, field, (value as string).slice(start, end)]).toEqual([query, field, text]);
          expect(end).toBeGreaterThan(start);
        }
      }
    }
  });

  test('every title, as a phrase, finds its item first, and so does every code', async () => {
    for (const { number, title } of bulletinRows()) {
      expect([title, (await found(`"${title}"`))[0]?.node.number]).toEqual([title, number]);
      const code = `tj-7-${number}`;
      expect([code, (await found(code))[0]?.node.number]).toEqual([code, number]);
    }
  });

  test('every name and alias of the other nodes finds its node, among the first if others share it', async () => {
    const { agencies, pilotZones, themes, regions } = await ask(
      server.url,
      '{ agencies(first: 100) { nodes { name aliases } } pilotZones { nodes { name aliases } } themes(first: 100) { nodes { name aliases } } regions { name aliases } }',
    );
    const named: { name: string; aliases: string[] }[] = [
      ...agencies.nodes,
      ...pilotZones.nodes,
      ...themes.nodes,
      ...regions,
    ];
    expect(named).toHaveLength(23 + 6 + 39 + 2);
    const asked = named.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((called) => ({ name, called })),
    );
    const answers = await askEach(
      server.url,
      asked.map(
        ({ called }) =>
          `search(query: "${called}", first: 50) { nodes { ... on Agency { name } ... on PilotZone { name } ... on Theme { name } ... on Region { name } } }`,
      ),
      '',
      20,
    );
    for (const [index, { name, called }] of asked.entries()) {
      const names = answers[index].nodes.map((node: { name?: string }) => node.name);
      expect([called, names.includes(name)]).toEqual([called, true]);
      if (called === name) expect([name, names.slice(0, 2).includes(name)]).toEqual([name, true]);
    }
  });

  test('all words in any order; a phrase; with a word excluded', async () => {
    const numbers = async (query: string): Promise<number[]> =>
      ascending((await found(query, ['REFORM_ITEM'])).map(({ node }) => node.number));
    const [a, b] = [await numbers('保理'), await numbers('融资')];
    expect(await numbers('保理 融资')).toEqual(a.filter((number) => b.includes(number)));
    expect(await numbers('融资　保理')).toEqual(await numbers('保理 融资'));
    expect(await numbers('保理 -融资')).toEqual(a.filter((number) => !b.includes(number)));
    expect(await numbers('"保理融资"')).toEqual([11, 13]);
    expect(await numbers('保理 -"保理融资"')).toEqual(a.filter((number) => number !== 11 && number !== 13));
  });

  test('the kinds and the pages partition the whole list', async () => {
    for (const query of ['天津', '自贸区', '服务']) {
      const { search } = await ask(
        server.url,
        `{ search(query: "${query}") { totalCount kindCounts { kind count } } }`,
      );
      let sum = 0;
      for (const { kind, count } of search.kindCounts) {
        expect([kind, (await found(query, [kind])).length]).toEqual([kind, count]);
        sum += count;
      }
      expect(sum).toBe(search.totalCount);
      const list: List = { list: `search(query: "${query}")`, node: '__typename' };
      const whole = await found(query);
      const forwards = await walk(server.url, list, 7);
      const cursors = forwards.flatMap((page) => page.cursors);
      expect(new Set(cursors).size).toBe(whole.length);
      const backwards = await walk(server.url, list, 5, 'backwards');
      expect([...backwards].reverse().flatMap((page) => page.cursors)).toEqual(cursors);
    }
  });
});
