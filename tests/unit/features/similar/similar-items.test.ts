import fc from 'fast-check';
import { SearchIndex } from '../../../../src/features/search/search-index.ts';
import { similarItems } from '../../../../src/features/similar/similar-items.ts';
import { byText } from '../../../support/random-graphs.ts';
import { type PlainItem, plainItems, snapshotOfItems } from '../../../support/random-items.ts';
import { bulletinSnapshot, indexOf, itemIndex } from '../../../support/snapshots.ts';
import { pairsOf, shareOf } from './plain-texts.ts';

type Similar = ReturnType<typeof similarItems>[number];
const valuesOf = ({ parts }: Similar) =>
  Object.fromEntries(parts.map(({ aspect, value }) => [aspect, value]));
const common = (one: readonly string[], other: readonly string[]): string[] =>
  one.filter((each) => other.includes(each)).sort(byText);

const plainParts = (one: PlainItem, other: PlainItem) => ({
  THEMES: shareOf(one.themes, other.themes),
  TEXT: shareOf(pairsOf(one.title, one.content), pairsOf(other.title, other.content)),
  AGENCIES: shareOf(one.agencies, other.agencies),
  ZONES: shareOf(one.zones, other.zones),
  DOCUMENTS: shareOf(one.documents, other.documents),
});
/** The weights as the schema states them: themes, text, agencies, zones, documents; their sum is 1. */
const WEIGHTS = { THEMES: 0.3, TEXT: 0.25, AGENCIES: 0.2, ZONES: 0.15, DOCUMENTS: 0.1 };
const plainScore = (parts: ReturnType<typeof plainParts>): number =>
  Object.entries(WEIGHTS).reduce(
    (sum, [aspect, weight]) => sum + weight * parts[aspect as keyof typeof WEIGHTS],
    0,
  );

/** Some items, and one of them. */
const asked = plainItems
  .filter((items) => items.length > 1)
  .chain((items) => fc.tuple(fc.constant(items), fc.constantFrom(...items)));

async function ask(items: readonly PlainItem[], item: PlainItem, first = 100): Promise<Similar[]> {
  const snapshot = snapshotOfItems(items);
  return similarItems(await SearchIndex.build(snapshot), indexOf(snapshot, item.id), first);
}

describe('items similar to a random one', () => {
  test('are all others that share anything with it, with the scores of a plain count', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ([items, item]) => {
        const found = await ask(items, item);
        const expected = items
          .filter((other) => other !== item)
          .map((other) => ({ id: other.id, parts: plainParts(item, other) }))
          .filter(({ parts }) => plainScore(parts) > 0);
        expect(found.map((each) => each.item.id).sort()).toEqual(expected.map(({ id }) => id).sort());
        for (const { id, parts } of expected) {
          const each = found.find((one) => one.item.id === id) as Similar;
          for (const [aspect, value] of Object.entries(parts))
            expect(valuesOf(each)[aspect]).toBeCloseTo(value, 12);
          expect(each.score).toBeCloseTo(plainScore(parts), 12);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('come with the shared nodes', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ([items, item]) => {
        for (const each of await ask(items, item)) {
          const other = items.find(({ id }) => id === each.item.id) as PlainItem;
          expect(each.sharedAgencies.map(({ id }) => id)).toEqual(common(item.agencies, other.agencies));
          expect(each.sharedThemes.map(({ id }) => id)).toEqual(common(item.themes, other.themes));
          expect(each.sharedZones.map(({ id }) => id)).toEqual(common(item.zones, other.zones));
          expect(each.sharedDocuments.map(({ id }) => id)).toEqual(common(item.documents, other.documents));
        }
      }),
    );
  });

  test('come best first, then by id, and the score is the sum of its weighted parts', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 5 }), async ([items, item], first) => {
        const all = await ask(items, item);
        const order = [...all].sort((a, b) => b.score - a.score || byText(a.item.id, b.item.id));
        expect(all.map((each) => each.item.id)).toEqual(order.map((each) => each.item.id));
        for (const { score, parts } of all) {
          expect(score).toBeCloseTo(
            parts.reduce((sum, { value, weight }) => sum + value * weight, 0),
            12,
          );
          expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
          expect(parts.map(({ weight }) => weight)).toEqual(
            parts.map(({ weight }) => weight).sort((a, b) => b - a),
          );
        }
        expect(await ask(items, item, first)).toEqual(all.slice(0, first));
      }),
    );
  });

  test('have the same score in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ([items, item]) => {
        for (const there of await ask(items, item)) {
          const other = items.find(({ id }) => id === there.item.id) as PlainItem;
          const back = (await ask(items, other)).find((each) => each.item.id === item.id);
          expect(back && valuesOf(back)).toEqual(valuesOf(there));
          expect(back?.score).toBe(there.score);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('an item with the same texts, agencies, zones, themes and documents has the full score', async () => {
    const item: PlainItem = {
      id: 'ReformItem:tj-7-1',
      title: '保理',
      content: '按《保理》办',
      agencies: ['Agency:甲'],
      zones: ['PilotZone:东'],
      themes: ['Theme:保'],
      region: [],
      batch: [],
      documents: ['PolicyDocument:保理'],
    };
    const [twin] = await ask([item, { ...item, id: 'ReformItem:tj-7-2' }], item);
    expect(twin && valuesOf(twin)).toEqual({ THEMES: 1, TEXT: 1, AGENCIES: 1, ZONES: 1, DOCUMENTS: 1 });
    expect(twin?.score).toBeCloseTo(1, 12);
  });
});

describe('similar items of the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const index = SearchIndex.build(snapshot);
  const like = async (number: number, first = 42): Promise<Similar[]> =>
    similarItems(await index, itemIndex(snapshot, number), first);
  const between = async (one: number, other: number): Promise<Similar | undefined> =>
    (await like(one)).find(({ item }) => item.number === other);

  test('8 and 9 share one of three themes and their one zone, no agency and no document', async () => {
    const nine = await between(8, 9);
    expect(nine && valuesOf(nine)).toMatchObject({ THEMES: 1 / 3, ZONES: 1, AGENCIES: 0, DOCUMENTS: 0 });
    expect(nine?.sharedThemes.map(({ name }) => name)).toEqual(['融资租赁']);
    expect(nine?.sharedZones.map(({ name }) => name)).toEqual(['东疆片区']);
    expect([nine?.sharedAgencies, nine?.sharedDocuments]).toEqual([[], []]);
    // 0.1 for the themes and 0.15 for the zone; and the text, with less than a quarter in common.
    expect(nine?.score).toBeGreaterThan(0.25);
    expect(nine?.score).toBeLessThan(0.25 + 0.25 / 4);
    expect((await like(9, 1)).map(({ item }) => item.number)).toEqual([8]);
  });

  test('4 and 7 share both agencies, the zone, and one of two themes', async () => {
    const seven = await between(4, 7);
    expect(seven && valuesOf(seven)).toMatchObject({ THEMES: 1 / 2, ZONES: 1, AGENCIES: 1, DOCUMENTS: 0 });
    expect(seven?.sharedAgencies.map(({ name }) => name)).toEqual(['天津市商务局', '天津海关']);
    expect((await like(4, 1)).map(({ item }) => item.number)).toEqual([7]);
    expect((await like(7, 1)).map(({ item }) => item.number)).toEqual([4]);
  });

  test('15 and 39 are of one agency and of the same two themes', async () => {
    const other = await between(15, 39);
    expect(other && valuesOf(other)).toMatchObject({ THEMES: 1, AGENCIES: 1, ZONES: 0, DOCUMENTS: 0 });
    expect((await like(15, 1)).map(({ item }) => item.number)).toEqual([39]);
  });

  test('no item is similar to itself', async () => {
    for (const number of [1, 8, 43])
      expect((await like(number)).map(({ item }) => item.number)).not.toContain(number);
  });
});
