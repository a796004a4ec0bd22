import fc from 'fast-check';
import { bulletinRows } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, globalId, handRead, vocabularyOf } from '../../support/hand-read.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

interface SetFilter {
  anyOf?: string[];
  allOf?: string[];
  noneOf?: string[];
  isEmpty?: boolean;
}
interface Filter {
  batches?: number[];
  regions?: string[];
  agencies?: SetFilter;
  zones?: SetFilter;
  themes?: SetFilter;
  minAgencies?: number;
  maxAgencies?: number;
  text?: string;
  and?: Filter[];
  or?: Filter[];
  not?: Filter;
}

/** The full name for each way to write a name, among the names of the items. */
const meaning = new Map<string, readonly string[]>();
for (const [file, label] of [
  ['agencies', 'Agency'],
  ['zones', 'PilotZone'],
  ['themes', 'Theme'],
] as const) {
  for (const entry of vocabularyOf(file).flatMap((each) => [each, ...(each.themes ?? [])])) {
    const covered = entry.themes?.map(({ name }) => name) ?? [entry.name];
    for (const spelling of [entry.name, ...(entry.aliases ?? []), globalId(label, entry.name)])
      meaning.set(`${file} ${spelling}`, covered);
  }
}
const spellings = (file: string): string[] =>
  [...meaning.keys()].filter((key) => key.startsWith(`${file} `)).map((key) => key.slice(file.length + 1));

type Item = (typeof handRead.items)[number];
const texts = new Map(bulletinRows().map((row) => [row.number, [row.title, row.content]]));

/** The meaning of a filter, written from its descriptions in the schema and not from the program. */
function meets(item: Item, filter: Filter): boolean {
  const sets = { agencies: item.agencies, zones: names(item.zones), themes: names(item.themes) };
  const { text, and = [], or, not, minAgencies = 0, maxAgencies = Number.POSITIVE_INFINITY } = filter;
  return (
    (filter.batches?.includes(7) ?? true) &&
    (filter.regions?.includes(item.region) ?? true) &&
    Object.entries(sets).every(([file, linked]) =>
      meetsSet(file, linked, filter[file as keyof typeof sets]),
    ) &&
    item.agencies.length >= minAgencies &&
    item.agencies.length <= maxAgencies &&
    (text === undefined || (texts.get(item.number) ?? []).some((each) => each.includes(text))) &&
    and.every((each) => meets(item, each)) &&
    (or?.some((each) => meets(item, each)) ?? true) &&
    !(not && meets(item, not))
  );
}
const names = (found: readonly { readonly name: string }[]): string[] => found.map(({ name }) => name);

function meetsSet(file: string, linked: readonly string[], filter: SetFilter = {}): boolean {
  const has = (name: string): boolean =>
    (meaning.get(`${file} ${name}`) ?? []).some((each) => linked.includes(each));
  return (
    (filter.anyOf?.some(has) ?? true) &&
    (filter.allOf?.every(has) ?? true) &&
    !filter.noneOf?.some(has) &&
    (filter.isEmpty === undefined || filter.isEmpty === (linked.length === 0))
  );
}

const nameOf = (file: string) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...spellings(file)) }, fc.constant('没有'));
const list = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { maxLength: 4 });
const setFilter = (file: string): fc.Arbitrary<SetFilter> =>
  fc.record(
    {
      anyOf: list(nameOf(file)),
      allOf: fc.array(nameOf(file), { maxLength: 2 }),
      noneOf: list(nameOf(file)),
      isEmpty: fc.boolean(),
    },
    { requiredKeys: [] },
  );
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  ...(['agencies', 'zones', 'themes'] as const).map((file) =>
    setFilter(file).map((set) => ({ [file]: set })),
  ),
  fc.record({ regions: list(fc.constantFrom('京津冀', '天津市', '没有')) }),
  fc.record({ batches: fc.array(fc.constantFrom(7, 8), { maxLength: 2 }) }),
  fc.record({ minAgencies: fc.nat(5), maxAgencies: fc.nat(5) }, { requiredKeys: [] }),
  fc.record({ text: fc.constantFrom('东疆', '服务', '首', '创新', '没有') }),
);
const nested = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record(
      {
        and: fc.array(tie('filter'), { maxLength: 2 }),
        or: fc.array(tie('filter'), { maxLength: 3 }),
        not: tie('filter'),
      },
      { requiredKeys: [] },
    ),
    fc.tuple(leaf, tie('filter')).map(([one, not]) => ({ ...one, not })),
  ),
}));

/** Derived by hand: 天津海关 has 2 3 4 7, 商务局 has 4 6 7 17 42, 京津冀 has 1 5 25 33 35 43. */
const CASES: [string, Filter, readonly number[]][] = [
  [
    'or',
    { or: [{ agencies: { anyOf: ['天津海关'] } }, { regions: ['京津冀'] }] },
    [1, 2, 3, 4, 5, 7, 25, 33, 35, 43],
  ],
  ['and', { and: [{ agencies: { anyOf: ['天津海关'] } }, { agencies: { anyOf: ['市商务局'] } }] }, [4, 7]],
  ['not', { agencies: { anyOf: ['天津海关'] }, not: { minAgencies: 2 } }, [2, 3]],
  ['not not', { not: { not: { regions: ['京津冀'] } } }, [1, 5, 25, 33, 35, 43]],
  ['not and', { not: { and: [{ minAgencies: 1 }, { maxAgencies: 1 }] } }, handRead.itemsOwnedByTwoOrMore],
  ['not or', { not: { or: [{ minAgencies: 4 }, { maxAgencies: 1 }] } }, [4, 7, 8, 19, 23, 33, 35, 42]],
  ['not of everything', { not: {} }, []],
  ['not of nothing', { not: { or: [] } }, ALL_ITEMS],
  ['not of a contradiction', { not: { minAgencies: 2, maxAgencies: 1 } }, ALL_ITEMS],
  ['not of a list that is empty', { not: { agencies: { anyOf: [] } } }, ALL_ITEMS],
  ['no condition of many', { and: [] }, ALL_ITEMS],
  ['none of no conditions', { or: [] }, []],
  ['or with one that is empty', { or: [{}, { minAgencies: 4 }] }, ALL_ITEMS],
  ['and with a contradiction', { and: [{ regions: ['京津冀'] }, { regions: ['天津市'] }] }, []],
  [
    'three deep',
    { or: [{ and: [{ minAgencies: 2 }, { not: { zones: { isEmpty: true } } }] }, { text: 'RCEP' }] },
    [4, 7, 8, 17, 19, 33, 40, 42],
  ],
];

describeForEachEngine('and, or, not', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  /** The items that match, or null if the filter is refused for too many combinations. */
  async function itemsOf(filter: Filter): Promise<number[] | null> {
    const query = `query ($filter: ReformItemFilter) {
      reformItems(filter: $filter, first: 100) { totalCount nodes { number } }
    }`;
    const { data, errors } = await postGraphql(server.url, query, { filter });
    if (errors?.length === 1 && /too many combinations/.test(errors[0]?.message ?? '')) return null;
    expect(errors).toBeUndefined();
    expect(data.reformItems.totalCount).toBe(data.reformItems.nodes.length);
    return data.reformItems.nodes.map(({ number }: { number: number }) => number);
  }

  test.each(CASES)('%s: %j', async (_name, filter, expected) => {
    expect(await itemsOf(filter)).toEqual(expected);
  });

  test('any filter finds the same items as a check of each item in turn', async () => {
    await fc.assert(
      fc.asyncProperty(nested.filter, async (filter) => {
        const found = await itemsOf(filter);
        fc.pre(found !== null);
        const expected = handRead.items.filter((item) => meets(item, filter)).map(({ number }) => number);
        expect(found).toEqual(expected);
      }),
      { numRuns: 80, maxSkipsPerRun: 1 },
    );
  });
});
