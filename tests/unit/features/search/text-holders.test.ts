import fc from 'fast-check';
import { clause } from '../../../../src/domain/clause-algebra.ts';
import { SearchIndex } from '../../../../src/features/search/search-index.ts';
import { textHoldersOf } from '../../../../src/snapshot/text-holders.ts';
import { foldText } from '../../../../src/text/fold-text.ts';
import { type PlainItem, snapshotOfItems } from '../../../support/random-items.ts';
import { idsOf, matchingItems } from '../../../support/snapshots.ts';

/** Characters that folding changes, and some it does not: blanks, digits, letters, radicals, outside the BMP. */
const UNITS = [
  '保',
  '理',
  '⾦',
  '金',
  '融',
  '資',
  '资',
  'A',
  'b',
  'é',
  '9',
  '９',
  '，',
  ' ',
  '\u3000',
  '\n',
  '😀',
  '𠮷',
  '㎡',
];
const text = (maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...UNITS), minLength, maxLength });

const items: fc.Arbitrary<PlainItem[]> = fc
  .array(fc.record({ title: text(6), content: text(10) }), { minLength: 1, maxLength: 9 })
  .map((texts) =>
    texts.map((each, index) => ({
      ...{ id: `ReformItem:tj-7-${index + 1}`, ...each },
      ...{ agencies: [], zones: [], themes: [], region: [], batch: [], documents: [] },
    })),
  );

test('the index, the scan and direct reading find the same items for a text', async () => {
  let [some, none] = [0, 0];
  await fc.assert(
    fc.asyncProperty(items, text(3, 1), fc.boolean(), async (list, given, without) => {
      const word = foldText(given);
      fc.pre(word !== '');
      const asked = clause(without ? { containsNone: [word] } : { containsAll: [word] });
      const read = list.filter(
        ({ title, content }) => [title, content].some((each) => foldText(each).includes(word)) !== without,
      );
      const scanned = snapshotOfItems(list);
      const indexed = snapshotOfItems(list);
      await SearchIndex.build(indexed);
      expect([textHoldersOf(scanned), textHoldersOf(indexed)]).toEqual([undefined, expect.anything()]);
      const expected = read.map(({ id }) => id);
      expect(idsOf(scanned, matchingItems(scanned, asked))).toEqual(expected);
      expect(idsOf(indexed, matchingItems(indexed, asked))).toEqual(expected);
      if (read.length === 0) none += 1;
      else if (read.length < list.length) some += 1;
    }),
    { seed: 15, numRuns: 300 },
  );
  expect(some).toBeGreaterThan(50);
  expect(none).toBeGreaterThan(20);
});
