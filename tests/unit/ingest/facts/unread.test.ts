import fc from 'fast-check';
import { unreadFinder } from '../../../../src/ingest/facts/find-unread.ts';
import { factsOf, fieldTextsOf, ITEMS, type Item, quote, saying, vocabulary } from './fact-reading.ts';

const find = unreadFinder(vocabulary.facts);
const unreadOf = (item: Item): string[] =>
  find(fieldTextsOf(item), factsOf(item)).map((found) => `${found.kind} ${quote(item, found)}`);

test.each([...ITEMS])('item %i: nothing is left unread', (_number, item) => {
  expect(unreadOf(item)).toEqual([]);
});

test.each([
  ['共有12匝道', ['NUMBER 12']],
  ['５月完成', ['NUMBER ５']], // the year is unknown
  ['2023年13月', ['NUMBER 2023', 'NUMBER 13']],
  ['二三十家企业', ['NUMBER 二三十家']],
  ['出台《实施方案', ['DOCUMENT 《']],
  ['实施方案》', ['DOCUMENT 》']],
  ['首航', ['FIRST 首']],
  ['首航12匝道《', ['FIRST 首', 'NUMBER 12', 'DOCUMENT 《']],
])('%s', (text, expected) => {
  expect(unreadOf(saying(text))).toEqual(expected);
});

test('every digit of any text is read, skipped on purpose, or reported', () => {
  const pieces = [
    '1',
    '23',
    '2023年',
    '5月',
    '6日',
    '家',
    '万',
    '第',
    '“',
    '”',
    '《',
    '》',
    'A',
    '.',
    '，',
    '。',
    '超',
    ' ',
    '模式',
    '三',
    '一',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (list) => {
      const item = saying(list.join(''));
      const facts = factsOf(item);
      const [, content] = fieldTextsOf(item);
      const unread = find(fieldTextsOf(item), facts);
      const read = [...facts.figures, ...facts.milestones, ...facts.documents].flatMap(({ spans }) => spans);
      const passed = vocabulary.facts.numbers.exclusions.flatMap(({ pattern }) =>
        [...item.content.matchAll(pattern)].map(({ index, 0: words }) => ({
          start: index,
          end: index + words.length,
        })),
      );
      const known = [...read, ...unread, ...passed, ...(content?.dates ?? [])];
      for (const { index, 0: digits } of item.content.matchAll(/\d+/g)) {
        expect(known.some(({ start, end }) => start < index + digits.length && index < end)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
