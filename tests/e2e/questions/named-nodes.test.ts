import { ask, refusal } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { globalId } from '../../support/hand-read.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const REFUSED = { status: 400, code: 'BAD_USER_INPUT' };
/** Each position in which a query takes a node: the query around it, and the argument that an error names. */
const PLACES: [string, string][] = [
  ['query ($x: ID!) { paths(from: $x, to: "京津冀") { length } }', 'from'],
  ['query ($x: ID!) { paths(from: "京津冀", to: $x) { length } }', 'to'],
  ['query ($x: ID!) { neighbourhood(of: $x) { truncated } }', 'of'],
  ['query ($x: ID!) { coOwnershipMatrix(agencies: ["天津海关", $x]) { cellCount } }', 'agencies[1]'],
  [
    'query ($x: ID!) { crossTabulation(rows: THEME, columns: ZONE) { cell(row: $x, column: "东疆") { count } } }',
    'row',
  ],
  [
    'query ($x: ID!) { crossTabulation(rows: AGENCY, columns: ZONE) { cell(row: "天津海关", column: $x) { count } } }',
    'column',
  ],
];
/** An alias of the zone and of the agency named after it. */
const SHARED_ALIAS = '中国（天津）自由贸易试验区中心商务片区';
const ZONE = '中心商务片区';
const AGENCY = '天津自贸试验区中心商务片区';

describeForEachEngine('nodes named by a query', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const sentences = async (from: string, to: string): Promise<string[]> => {
    const query = 'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { sentence } }';
    const { paths } = await ask(server.url, query, { from, to });
    return paths.map(({ sentence }: { sentence: string }) => sentence);
  };

  test('a short name defined in a text means the node that the text defines', async () => {
    // Item 19: 天津滨海柜台交易市场（以下简称天津OTC）, in 中心商务片区.
    expect(await sentences('天津OTC', '中心商务片区')).toEqual([
      '天津滨海柜台交易市场 ←提到— 19 —试点于→ 中心商务片区',
    ]);
  });

  test.each(PLACES)('unknown: %s', async (query, argument) => {
    for (const x of [
      '没有这个',
      '海关',
      '',
      '  ',
      'QWdl',
      globalId('Agency', '没有'),
      'tj-7-44',
      '"; MATCH (n)',
    ]) {
      expect([x, await refusal(server.url, query, { x })]).toEqual([
        x,
        { ...REFUSED, argument, message: expect.stringContaining(`${argument}: `) },
      ]);
    }
  });

  test('the error shows the given name, and only the beginning of a long one', async () => {
    const query = 'query ($x: ID!) { neighbourhood(of: $x) { truncated } }';
    expect((await refusal(server.url, query, { x: '没有这个' })).message).toContain('"没有这个"');
    expect((await refusal(server.url, query, { x: '长'.repeat(50_000) })).message.length).toBeLessThan(200);
  });

  test('a node of another kind than the query expects', async () => {
    const agencies = 'query ($x: ID!) { coOwnershipMatrix(agencies: [$x]) { cellCount } }';
    for (const x of ['东疆', globalId('PilotZone', '东疆片区'), 'tj-7-4', '融资租赁'])
      expect(await refusal(server.url, agencies, { x })).toMatchObject({
        ...REFUSED,
        argument: 'agencies[0]',
      });
    const cell = (rows: string, row: string): string =>
      `{ crossTabulation(rows: ${rows}, columns: ZONE) { cell(row: "${row}", column: "东疆") { count } } }`;
    for (const [rows, row] of [
      ['AGENCY', '天津市'],
      ['THEME', '营商环境'], // a domain, not a theme of the lower level
      ['DOMAIN', '商事登记'],
    ] as const)
      expect(await refusal(server.url, cell(rows, row))).toMatchObject({ ...REFUSED, argument: 'row' });
    expect(await ask(server.url, cell('DOMAIN', '营商环境'))).toEqual({
      crossTabulation: { cell: { count: 1 } },
    });
  });

  test('an alias of two nodes is refused if both are possible, and accepted if only one is', async () => {
    expect(await refusal(server.url, `{ paths(from: "${SHARED_ALIAS}", to: "东疆") { length } }`)).toEqual({
      ...REFUSED,
      argument: 'from',
      message: `from: "${SHARED_ALIAS}" names 2 nodes (单位, 试点片区); give an id`,
    });
    const { coOwnershipMatrix, crossTabulation } = await ask(
      server.url,
      `{ coOwnershipMatrix(agencies: ["${SHARED_ALIAS}"]) { agencies { name } }
         crossTabulation(rows: AGENCY, columns: ZONE) { cell(row: "${SHARED_ALIAS}", column: "${SHARED_ALIAS}") { count } } }`,
    );
    expect(coOwnershipMatrix.agencies).toEqual([{ name: AGENCY }]);
    expect(crossTabulation.cell).toEqual({ count: 2 }); // items 10 and 24
  });

  test('a name takes precedence over an alias of another node, and an id over both', async () => {
    const administers = `${AGENCY} —管理→ ${ZONE}`;
    expect(await sentences(AGENCY, ZONE)).toEqual([administers]);
    expect(await sentences(globalId('Agency', AGENCY), globalId('PilotZone', ZONE))).toEqual([administers]);
    expect(await sentences(ZONE, ` ${AGENCY} `)).toEqual([`${ZONE} ←管理— ${AGENCY}`]);
  });

  test('the same node at both ends', async () => {
    for (const to of ['东疆片区', '东疆', ' 东疆 ', globalId('PilotZone', '东疆片区')])
      expect(
        await refusal(server.url, 'query ($to: ID!) { paths(from: "东疆片区", to: $to) { length } }', { to }),
      ).toMatchObject({ ...REFUSED, argument: 'to' });
  });

  test('a cell of the matrix: null for an agency with itself or with one that it shares no item with', async () => {
    const cell = (row: string, column: string): string =>
      `{ coOwnershipMatrix { cell(row: "${row}", column: "${column}") { sharedCount } } }`;
    for (const [row, column] of [
      ['天津海关', '天津海关'],
      ['天津海关', '天津海事局'],
    ] as const)
      expect(await ask(server.url, cell(row, column))).toEqual({ coOwnershipMatrix: { cell: null } });
    const { data, errors } = await postGraphql(server.url, cell('没有', '天津海关'));
    expect(data).toEqual({ coOwnershipMatrix: { cell: null } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'row' });
  });

  test('101 agencies, and 1,001 ids', async () => {
    const ids = Array(1001).fill(globalId('Agency', '天津海关'));
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await refusal(server.url, nodes, { ids })).toEqual({
      ...REFUSED,
      argument: 'ids',
      message: 'ids: 1001 ids; ask for at most 100 at once',
    });
    expect((await ask(server.url, nodes, { ids: ids.slice(0, 100) })).nodes).toHaveLength(100);
    const matrix = 'query ($ids: [ID!]!) { coOwnershipMatrix(agencies: $ids) { counts } }';
    expect(await refusal(server.url, matrix, { ids: ids.slice(0, 101) })).toMatchObject({
      ...REFUSED,
      argument: 'agencies',
    });
    const hundred = await ask(server.url, matrix, { ids: ids.slice(0, 100) });
    expect(hundred.coOwnershipMatrix.counts).toEqual([[4]]); // one agency repeated a hundred times counts as one
  });
});
