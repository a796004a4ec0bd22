import { ask, refusal } from '../support/ask.ts';
import { bulletinRows, importRows } from '../support/edited-bulletin.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

interface Evidence {
  readonly item: Record<'title' | 'content' | 'scopeText' | 'agenciesText', string>;
  readonly field: 'TITLE' | 'CONTENT' | 'SCOPE' | 'AGENCIES';
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}
const TEXTS = { TITLE: 'title', CONTENT: 'content', SCOPE: 'scopeText', AGENCIES: 'agenciesText' } as const;

const EVIDENCE = 'evidence { field start end quote item { title content scopeText agenciesText } }';
const EDGES = ['agencies', 'zones', 'themes', 'citations', 'mentions', 'mentionedAgencies'];
const STATED = ['firstClaims', 'figures', 'milestones'];
const DONGJIANG = '{zones: {anyOf: ["东疆片区"]}}';

/** All values of a key in an answer, at any depth. */
const all = <T>(answer: unknown, key: string): T[] =>
  answer !== null && typeof answer === 'object'
    ? Object.entries(answer).flatMap(([name, value]) => (name === key ? [value as T] : all<T>(value, key)))
    : [];

describeForEachEngine('facts', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  }, 120_000); // a new Neo4j needs time to plan each statement of an import
  afterAll(() => server.close());

  const query = async (text: string) => ask(server.url, `{ ${text} }`);

  test('every evidence in the graph: its quote is the text at its span', async () => {
    const selections = [
      ...EDGES.map((name) => `of: ${name}(first: 15) { edges { ${EVIDENCE} } }`),
      ...STATED.map((name) => `of: ${name} { ${EVIDENCE} }`),
    ];
    const fromItems: Evidence[][][] = [];
    for (const selection of selections) {
      const page = async (args: string) =>
        (await query(`reformItems(first: 22${args}) { pageInfo { endCursor } nodes { ${selection} } }`))
          .reformItems;
      const first = await page('');
      const second = await page(`, after: "${first.pageInfo.endCursor}"`);
      fromItems.push(all<Evidence[]>([first, second], 'evidence'));
    }
    // The number of edges and facts of the bulletin.
    expect(fromItems.map(({ length }) => length)).toEqual([57, 33, 69, 8, 63, 16, 25, 45, 21]);
    const fromLists = [
      await query(`documents(first: 20) { nodes { citations { edges { ${EVIDENCE} } } } }`),
      await query(`organizations(first: 60) { nodes { mentions(first: 5) { edges { ${EVIDENCE} } } } }`),
      ...(await Promise.all(STATED.map((name) => query(`${name}(first: 50) { nodes { ${EVIDENCE} } }`)))),
    ];
    const evidence = [...fromItems.flat(), ...all<Evidence[]>(fromLists, 'evidence')].flat();
    for (const { item, field, start, end, quote } of evidence) {
      expect(quote).toBe(item[TEXTS[field]].slice(start, end));
      expect(quote).not.toBe('');
    }
  });

  test('one claim has evidence in the title and in the content', async () => {
    const { reformItem } = await query(
      'reformItem(code: "tj-7-9") { firstClaims { scope subject evidence { field quote } item { code } } }',
    );
    expect(reformItem.firstClaims).toEqual([
      {
        scope: 'NATIONAL',
        subject: '离岸发动机融资租赁业务',
        evidence: [
          { field: 'TITLE', quote: '全国首单' },
          { field: 'CONTENT', quote: '全国首单' },
        ],
        item: { code: 'tj-7-9' },
      },
    ]);
  });

  const codes = (nodes: { item: { code: string } }[]): string[] =>
    nodes.map(({ item }) => item.code.slice('tj-7-'.length));
  const list = async (field: string): Promise<string[]> => {
    const answer = await query(`${field} { totalCount nodes { item { code } } }`);
    const [{ nodes, totalCount }] = Object.values(answer) as [
      { nodes: { item: { code: string } }[]; totalCount: number },
    ];
    expect(totalCount).toBe(nodes.length);
    return codes(nodes);
  };

  describe('filters, compared with the hand-made tables', () => {
    test.each([
      ['firstClaims(first: 100, filter: {scopes: [REGIONAL]})', ['14']],
      [
        'firstClaims(first: 100, filter: {scopes: [MUNICIPAL]})',
        ['5', '15', '16', '26', '37', '39', '39', '40'],
      ],
      ['firstClaims(first: 100, filter: {scopes: [UNSPECIFIED], kinds: [FIRST]})', ['12', '22', '27']],
      ['firstClaims(first: 100, filter: {kinds: [FIRST_BATCH]})', ['17']],
      ['firstClaims(first: 100, filter: {scopes: []})', []],
      ['figures(first: 100, filter: {units: ["%", "倍"]})', ['11', '11']],
      ['figures(first: 100, filter: {approximations: [BELOW]})', ['6', '13', '17', '18', '25']],
      ['figures(first: 100, filter: {units: ["家"], minValue: 28})', ['6', '13', '19', '23', '25']],
      [
        'figures(first: 100, filter: {units: ["家"], minValue: 4, maxValue: 10})',
        ['13', '13', '24', '24', '24'],
      ],
      ['figures(first: 100, filter: {minValue: 2.44, maxValue: 3})', ['1', '11', '37', '38', '38', '38']],
      ['figures(first: 100, filter: {units: ["斤"]})', []],
      ['milestones(first: 100, filter: {precisions: [YEAR]})', ['4', '4', '17', '25']],
      ['milestones(first: 100, filter: {kinds: [UNTIL, INTERVAL]})', ['4', '18', '23']],
      ['milestones(first: 100, filter: {from: "2024"})', ['27']],
      ['milestones(first: 100, filter: {to: "2021-12-31"})', ['4']],
      ['milestones(first: 100, filter: {from: "2023-07", to: "2023-07"})', ['17', '20', '23']],
      ['milestones(first: 100, filter: {from: "2023-06-21", to: "2023-06-21"})', ['17', '23', '32']],
      // 东疆片区 has items 4, 7, 8, 9 and 22.
      [`firstClaims(filter: {reformItems: ${DONGJIANG}})`, ['4', '7', '8', '8', '9', '22']],
      [`firstClaims(filter: {scopes: [MUNICIPAL], reformItems: ${DONGJIANG}})`, []],
      [`figures(filter: {reformItems: ${DONGJIANG}})`, ['4', '4', '4', '4', '9']],
      [`figures(filter: {units: ["标准箱"], reformItems: ${DONGJIANG}})`, ['4']],
      ['figures(filter: {reformItems: {batch: ["tj-8"]}})', []],
      [`milestones(filter: {reformItems: ${DONGJIANG}})`, ['4', '4', '9', '9']],
      // 2021, then 2023-03 and 2023-05 of item 9, and 截至2023年底, which sorts by its last day
      [`timeline(filter: {reformItems: ${DONGJIANG}})`, ['4', '9', '9', '4']],
    ])('%s', async (field, expected) => {
      expect(await list(field)).toEqual(expected);
    });

    test('organizations and documents by the items that name them; their figures by unit', async () => {
      // 京津冀 has items 1, 5, 25, 33, 35 and 43; 天津海事局 is responsible for item 1.
      const answer = await query(
        `organizations(filter: {reformItems: {regions: ["京津冀"]}}) { totalCount nodes { name } }
         documents(filter: {reformItems: {agencies: {anyOf: ["天津海事局"]}}}) { totalCount nodes { title } }
         figuresByUnit(filter: {reformItems: ${DONGJIANG}}) { unit count total }`,
      );
      expect(answer).toEqual({
        organizations: {
          totalCount: 2,
          nodes: [{ name: '国家海外人才离岸创新创业基地（天津滨海新区）' }, { name: '企业服务云平台' }],
        },
        documents: { totalCount: 1, nodes: [{ title: '津冀海事机构一体化协同联动执法合作框架协议' }] },
        figuresByUnit: [
          { unit: '列', count: 1, total: 116 },
          { unit: '台', count: 1, total: 1 },
          { unit: '吨', count: 1, total: 87700 },
          { unit: '标准箱', count: 1, total: 12100 },
          { unit: '美元', count: 1, total: 321000000 },
        ],
      });
    });

    test('organizations by kind', async () => {
      const { organizations } = await query(
        'organizations(filter: {kinds: [COURT_OR_ARBITRATION, ASSOCIATION]}) { totalCount nodes { name } }',
      );
      expect(organizations).toEqual({
        totalCount: 3,
        nodes: ['天津市贸促会', '天津仲裁委', '天津仲裁委员会金融仲裁中心天津商业保理仲裁庭'].map((name) => ({
          name,
        })),
      });
    });
  });

  test('the timeline pages by day, forwards and backwards, and refuses cursors of other lists', async () => {
    const page = async (args: string) =>
      (await query(`timeline(${args}) { nodes { firstDay lastDay } edges { cursor } }`)).timeline;
    const whole = await page('first: 100');
    expect(whole.nodes).toHaveLength(21);
    const days = whole.nodes.map(({ firstDay }: { firstDay: string }) => firstDay);
    expect(days).toEqual([...days].sort());
    expect([days[0], days.at(-1)]).toEqual(['2021-01-01', '2024-06-18']);
    const cursor = whole.edges[9].cursor;
    expect((await page(`first: 100, after: "${cursor}"`)).nodes).toEqual(whole.nodes.slice(10));
    expect((await page(`last: 4, before: "${cursor}"`)).nodes).toEqual(whole.nodes.slice(5, 9));
    expect(await refusal(server.url, `{ milestones(after: "${cursor}") { totalCount } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'after',
    });
  });

  test.each(['"2023-13"', '"2023-02-29"', '"June"', '"2023-6"', '""'])(
    'an invalid date: %s',
    async (date) => {
      expect(await refusal(server.url, `{ timeline(filter: {to: ${date}}) { totalCount } }`)).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        argument: 'filter.to',
      });
    },
  );

  test('a document by its title, with or without title marks; null for an unknown title', async () => {
    const fields = '{ title citedBy { code } citations { edges { evidence { quote } } } }';
    const title = '绿色融资租赁项目认定评价操作指引';
    const { a, b, c } = await query(
      `a: document(title: "${title}") ${fields} b: document(title: " 《${title}》 ") ${fields} c: document(title: "操作指引") ${fields}`,
    );
    expect(a).toEqual({
      title,
      citedBy: [{ code: 'tj-7-8' }],
      citations: { edges: [{ evidence: [{ quote: `《${title}》` }] }] },
    });
    expect([b, c]).toEqual([a, null]);
  });

  test('an agency that is only named is not responsible: it has mentions, no items, and is not listed', async () => {
    const { agency, agencies } = await query(
      `agency(name: "天津自贸试验区行政审批局") { kind level reformItems { totalCount } mentions { totalCount edges { node { code } evidence { quote } } } }
       agencies(first: 100) { totalCount nodes { kind } }`,
    );
    expect(agency).toEqual({
      kind: 'UNLISTED',
      level: 'UNLISTED',
      reformItems: { totalCount: 0 },
      mentions: {
        totalCount: 2,
        edges: ['tj-7-23', 'tj-7-32'].map((code) => ({
          node: { code },
          evidence: [{ quote: '天津自贸试验区行政审批局' }],
        })),
      },
    });
    expect(agencies.totalCount).toBe(23);
    expect(agencies.nodes.map(({ kind }: { kind: string }) => kind)).not.toContain('UNLISTED');
  });

  test('an organization named by two batches is one node, with the items of both', async () => {
    const [ninth] = bulletinRows().filter(({ number }) => number === 18);
    if (ninth) await importRows(server.store, [{ ...ninth, number: 1 }], 9);
    const { organization } = await query('organization(name: "中化集团") { mentionedIn { code } }');
    expect(organization.mentionedIn).toEqual([{ code: 'tj-7-18' }, { code: 'tj-9-1' }]);
  });
});
