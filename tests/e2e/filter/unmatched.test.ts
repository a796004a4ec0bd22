import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { globalId } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const UNMATCHED = 'unmatched { name argument nearest { id name kind } }';
/** Every list that takes a filter of reform items: the query, and the path of the filter. */
const LISTS: [list: string, path: string][] = [
  ['reformItems(filter: $f)', 'filter'],
  ['search(query: "融资", filter: $f)', 'filter'],
  ['coOwnerships(filter: $f)', 'filter'],
  ['agencies(filter: {reformItems: $f})', 'filter.reformItems'],
  ['organizations(filter: {reformItems: $f})', 'filter.reformItems'],
  ['documents(filter: {reformItems: $f})', 'filter.reformItems'],
  ['firstClaims(filter: {reformItems: $f})', 'filter.reformItems'],
  ['figures(filter: {reformItems: $f})', 'filter.reformItems'],
  ['timeline(filter: {reformItems: $f})', 'filter.reformItems'],
  ['agency(name: "天津海关") { list: reformItems(filter: $f)', 'filter'],
  ['pilotZone(name: "东疆") { list: reformItems(filter: $f)', 'filter'],
  ['theme(name: "融资租赁") { list: reformItems(filter: $f)', 'filter'],
  ['region(name: "京津冀") { list: reformItems(filter: $f)', 'filter'],
  ['batch(code: "tj-7") { list: reformItems(filter: $f)', 'filter'],
];

describeForEachEngine('filter names that are not in the graph', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const unmatched = async (filter: object, list = 'reformItems(filter: $f)') => {
    const nested = list.includes('{ list:');
    const query = `query ($f: ReformItemFilter) { top: ${list} { ${UNMATCHED} } ${nested ? '}' : ''} }`;
    const { top } = await ask(server.url, query, { f: filter });
    return (nested ? top.list : top).unmatched;
  };

  test.each(LISTS)('are reported by %s', async (list, path) => {
    expect(await unmatched({ agencies: { noneOf: ['天津海关', '天津海管'] } }, list)).toEqual([
      {
        name: '天津海管',
        argument: `${path}.agencies.noneOf[1]`,
        // by sound: both are tianjinhaiguan
        nearest: [{ id: globalId('Agency', '天津海关'), name: '天津海关', kind: 'AGENCY' }],
      },
    ]);
    expect(await unmatched({ agencies: { anyOf: ['天津海關'] } }, list)).toEqual([]);
    expect(await unmatched({}, list)).toEqual([]);
  });

  test('are all found at any depth, each once, with their path', async () => {
    const filter = {
      batch: ['tj-7', 'tj-8'],
      regions: ['京津'],
      themes: { anyOf: ['RCPE'] },
      or: [{ zones: { allOf: ['东江片区', '东疆'] } }, { not: { agencies: { noneOf: ['商务厅'] } } }],
      and: [{ themes: { noneOf: ['RCPE', '无中生有之名'] } }],
    };
    const names = (await unmatched(filter)).map(
      ({
        name,
        argument,
        nearest: [first],
      }: {
        name: string;
        argument: string;
        nearest: { name: string }[];
      }) => `${argument} ${name}: ${first?.name}`,
    );
    expect(names).toEqual([
      'filter.batch[1] tj-8: tj-7',
      'filter.regions[0] 京津: 京津冀',
      'filter.themes.anyOf[0] RCPE: RCEP',
      'filter.and[0].themes.noneOf[1] 无中生有之名: undefined',
      'filter.or[0].zones.allOf[0] 东江片区: 东疆片区',
      'filter.or[1].not.agencies.noneOf[0] 商务厅: 天津市商务局',
    ]);
  });

  test('a list without a filter reports none', async () => {
    const query = `{ reformItems { ${UNMATCHED} } agencies { ${UNMATCHED} } }`;
    expect(await ask(server.url, query)).toEqual({
      reformItems: { unmatched: [] },
      agencies: { unmatched: [] },
    });
  });

  test.each([
    ['融姿租令', ['融资租赁']], // sounds the same except for the last character
    ['RCPEX', ['RCEP']], // two letters differ of five
    ['海关', []], // found
    ['，', []],
    ['zzzzzz', []],
  ])('a search for %s suggests %j', async (query, suggestions) => {
    const answer = await ask(server.url, 'query ($q: String!) { search(query: $q) { suggestions } }', {
      q: query,
    });
    expect(answer.search.suggestions).toEqual(suggestions);
  });
});
