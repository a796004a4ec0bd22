import { askEach } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { handRead, itemsWhere, upperThemeItems, vocabularyOf } from '../../support/hand-read.ts';
import { PATIENT, startTestServer, type TestServer } from '../../support/test-server.ts';

const ALL = handRead.items.map(({ number }) => number);
/** A filter of items, with the items that match it, read by hand. */
const FILTERS: [filter: string, items: readonly number[]][] = [
  ...Object.entries({ ...handRead.themeItems, ...upperThemeItems }).map(
    ([name, items]): [string, readonly number[]] => [`{themes: {anyOf: ["${name}"]}}`, items],
  ),
  ...Object.entries(handRead.zoneItems).map(([name, items]): [string, readonly number[]] => [
    `{zones: {anyOf: ["${name}"]}}`,
    items,
  ]),
  ['{zones: {isEmpty: true}}', handRead.itemsWithoutZone],
  ['{regions: ["京津冀"]}', handRead.jingjinji],
  ['{minAgencies: 2}', handRead.itemsOwnedByTwoOrMore],
  [
    '{not: {minAgencies: 2}, regions: ["天津市"]}',
    itemsWhere(({ agencies, region }) => agencies.length === 1 && region === '天津市'),
  ],
  ['{}', ALL],
  ['{text: "月球"}', []],
];

/** Government bodies that texts name and that are responsible for no item, with the items that name them. */
const ONLY_NAMED = [
  ...['北疆海事局', '秦皇岛海事局', '唐山海事局'], // item 1
  ...['机场片区市场监督管理局', '国家药监局'], // item 5
  '中国证监会', // item 20
  ...['天津自贸试验区行政审批局', '区市场监管局'], // item 23, and the first of them also in 32
  '自贸试验区公平竞争审查集中审查办公室', // item 33
  '车管所', // item 34
  ...['市公安局出入境管理局', '天津自贸试验区创新发展局'], // item 35
  '天津市药品化妆品审评查验中心滨海办公室', // item 37, like the next two
  ...['医疗器械审评查验中心滨海办公室', '不良反应监测中心滨海办公室'],
];

/** The agencies with at least `atLeast` of the items, counted one by one. For 0, also those only named. */
const having = (items: readonly number[], atLeast: number): string[] =>
  [
    ...Object.entries(handRead.agencyItems)
      .filter(([, own]) => own.filter((item) => items.includes(item)).length >= atLeast)
      .map(([name]) => name),
    ...(atLeast === 0 ? ONLY_NAMED : []),
  ].sort();
const entries = vocabularyOf('agencies') as readonly { name: string; kind: string; level: string }[];

describeForEachEngine('agencies with a minimum number of matching items', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, PATIENT);
  });
  afterAll(() => server.close());

  async function namesOf(filters: readonly string[]): Promise<string[][]> {
    const answers = await askEach(
      server.url,
      filters.map((filter) => `agencies(filter: ${filter}, first: 100) { totalCount nodes { name } }`),
    );
    return answers.map(({ totalCount, nodes }) => {
      expect(nodes).toHaveLength(totalCount);
      return nodes.map(({ name }: { name: string }) => name).sort();
    });
  }

  test.each([1, 2, 3, 5])('at least %i of the items that match a filter', async (atLeast) => {
    const answers = await namesOf(
      FILTERS.map(([filter]) => `{reformItems: ${filter}, minReformItems: ${atLeast}}`),
    );
    expect(FILTERS.map(([filter], index) => [filter, answers[index]])).toEqual(
      FILTERS.map(([filter, items]) => [filter, having(items, atLeast)]),
    );
  });

  test('one at least if no number is given, and all agencies for 0', async () => {
    const one = await namesOf(FILTERS.map(([filter]) => `{reformItems: ${filter}}`));
    expect(one).toEqual(FILTERS.map(([, items]) => having(items, 1)));
    const none = await namesOf(FILTERS.map(([filter]) => `{reformItems: ${filter}, minReformItems: 0}`));
    expect(none).toEqual(FILTERS.map(() => having([], 0)));
  });

  test('of all items if no filter is given', async () => {
    const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2_147_483_647];
    const answers = await namesOf(numbers.map((number) => `{minReformItems: ${number}}`));
    expect(answers).toEqual(numbers.map((number) => having(ALL, number)));
    expect(answers.map(({ length }) => length)).toEqual([38, 23, 11, 6, 6, 4, 3, 2, 1, 1, 0, 0]);
  });

  test('combined with kinds and levels', async () => {
    const [kinds, levels] = [['PARTY_ORGAN', 'GOVERNMENT_DEPARTMENT'], ['MUNICIPAL']];
    const meets = (name: string): boolean => {
      const entry = entries.find((each) => each.name === name);
      return kinds.includes(entry?.kind ?? '') && levels.includes(entry?.level ?? '');
    };
    const answers = await namesOf(
      FILTERS.map(
        ([filter]) => `{kinds: [${kinds}], levels: [${levels}], reformItems: ${filter}, minReformItems: 2}`,
      ),
    );
    expect(answers).toEqual(FILTERS.map(([, items]) => having(items, 2).filter(meets)));
  });
});
