import fc from 'fast-check';
import { type Match, type Phrase, PhraseFinder } from '../../../src/ingest/find-phrases.ts';

const find = (phrases: Record<string, string | null>, text: string): string[] =>
  new PhraseFinder(Object.entries(phrases).map(([words, meaning]) => ({ words, meaning })))
    .find(text)
    .map(({ meaning, start, end }) => `${meaning} ${start}-${end}`);

describe('examples', () => {
  test('the longest phrase at a position wins', () => {
    const zones = { 天津自贸试验区: 'whole', 天津自贸试验区中心商务片区: 'area', 中心商务片区: 'area' };
    expect(find(zones, '在天津自贸试验区中心商务片区和天津自贸试验区')).toEqual(['area 1-14', 'whole 15-22']);
  });

  test('a match hides phrases that begin inside it', () => {
    expect(find({ 数据知识产权: 'a', 知识产权质押: 'b' }, '数据知识产权质押')).toEqual(['a 0-6']);
  });

  test('words without a meaning hide the phrases inside them, and are not found themselves', () => {
    const phrases = { 政务服务: 'theme', 政务服务办: null };
    expect(find(phrases, '天津市政务服务办改进政务服务')).toEqual(['theme 10-14']);
  });

  test('the same words side by side are two matches', () => {
    expect(find({ 保理: 'x' }, '保理保理')).toEqual(['x 0-2', 'x 2-4']);
  });

  test('an empty text has no matches', () => {
    expect(find({ 保理: 'x' }, '')).toEqual([]);
    expect(find({}, '保理')).toEqual([]);
  });
});

/** All occurrences of all phrases; then, from the left and longest first, those that do not overlap. */
function bruteForce(phrases: readonly Phrase<string>[], text: string): Match<string>[] {
  const everywhere = phrases.flatMap(({ words, meaning }) =>
    Array.from({ length: text.length }, (_, start) => ({ words, meaning, start, end: start + words.length })),
  );
  const occurrences = everywhere
    .filter(({ words, start, end }) => text.slice(start, end) === words)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const taken: typeof occurrences = [];
  for (const each of occurrences) {
    if (taken.every(({ start, end }) => each.end <= start || each.start >= end)) taken.push(each);
  }
  return taken.flatMap(({ meaning, start, end }) => (meaning === null ? [] : [{ meaning, start, end }]));
}

const LETTERS = ['自', '贸', '区', 'a', '𠮷'];
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 4 });
const phrases: fc.Arbitrary<Phrase<string>[]> = fc.uniqueArray(
  fc.record({ words: word, meaning: fc.option(fc.constantFrom('x', 'y', 'z')) }),
  { selector: ({ words }) => words, maxLength: 8 },
);
const text = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 });

test('matches brute force', () => {
  fc.assert(
    fc.property(phrases, text, (given, where) => {
      expect(new PhraseFinder(given).find(where)).toEqual(bruteForce(given, where));
    }),
    { numRuns: 2000 },
  );
});
