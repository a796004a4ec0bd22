import fc from 'fast-check';
import { foldCharacters, foldText, foldWithOffsets } from '../../../src/text/fold-text.ts';
import { standsAsPrinted } from '../../../src/text/stands-as-printed.ts';
import { disguised } from '../../support/disguise.ts';
import { readSeedDocument } from '../../support/seeds.ts';

const SEED = { seed: 15 };
const printed = readSeedDocument().nodes.flatMap((node) => [
  ...('name' in node ? [node.name, ...('aliases' in node ? node.aliases : [])] : []),
  ...('title' in node ? [node.title] : []),
  ...('content' in node ? node.content.split('。') : []),
]);
const printedText = fc.constantFrom(...printed.filter((text) => text.trim() !== ''));

/** Texts with characters that folding changes, and arbitrary texts. */
const OF_NOTE = [
  ...[
    'A',
    'z',
    'Ａ',
    'ｚ',
    '９',
    '（',
    '，',
    'İ',
    'ß',
    'ẞ',
    'Σ',
    'ς',
    'Ж',
    'é',
    'e\u0301',
    '\u0301',
    'ﬁ',
    '㎡',
    '½',
    '①',
  ],
  ...[
    '京',
    '⾦',
    '⻓',
    '麼',
    '乾',
    '兑',
    '著',
    '𠮷',
    '\ud842',
    '😀',
    '“',
    'が',
    'ｶﾞ',
    '각',
    '\u0000',
    '\u0001',
  ],
  ...[' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\n'],
];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...OF_NOTE) }),
);

describe('texts that compare as equal', () => {
  test.each([
    ['RCEP', 'ＲＣＥＰ', 'rcep'],
    ['2023年9月', '２０２３ 年　9\n月', '2023年9月'],
    ['融资租赁', '融資租賃', '融资租赁'],
    ['电子营业执照', '電子營業執照', '电子营业执照'],
    ['这里', '這裡', '这里'], // as in Taiwan
    ['金融', '⾦融', '金融'], // the Kangxi radical U+2FA6
    ['长期', '⻓期', '长期'], // the radical U+2ED3, unchanged by normalization
    ['青', '⾭', '青'],
    ['金', '\uf90a', '金'], // a compatibility ideograph
    ['天津海关', ' 天津\u200b海\u00ad关\ufeff', '天津海关'],
    ['天津OTC', '天津 OTC', '天津otc'],
    ['smart  city', 'Smart\u3000City', 'smart city'],
    ['dongjiang', 'dōngjiāng', 'dongjiang'],
    ['café', 'CAFE\u0301', 'cafe'],
    ['Straße', 'STRASSE', 'strasse'],
    ['ﬁnance', 'finance', 'finance'],
    ['100㎡', '100 m²'.replace(' ', ''), '100m2'],
    ['（折），', '(折),', '(折),'],
    ['ガ', 'ｶﾞ', 'カ\u3099'],
    ['각', '각'.normalize('NFD'), '각'.normalize('NFD')],
  ])('%s and %s: %s', (one, other, folded) => {
    expect([foldText(one), foldText(other)]).toEqual([folded, folded]);
  });

  test.each([
    ['5½', '51/2'],
    ['3①', '31'],
    ['smart city', 'smartcity'],
    ['“保税+”', '"保税+"'],
    ['、', ','],
    ['¨ a', 'a'],
    ['海\u0000关', '海关'],
    ['天津', '天津市'],
  ])('but not %s and %s', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  test.each(['“保税+”、。：'.replace('：', ''), '𠮷😀', '\ud842', ''])('「%s」 stays unchanged', (text) => {
    expect(foldText(text)).toBe(text);
  });

  test('include texts of the graph in any variant', () => {
    fc.assert(
      fc.property(
        printedText.chain((text) => fc.tuple(fc.constant(text), disguised(text, { blanksWithin: true }))),
        ([text, other]) => {
          expect(foldText(other)).toBe(foldText(text));
        },
      ),
      { ...SEED, numRuns: 1000 },
    );
  });
});

describe('folding', () => {
  test('is idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('of a part of a text is a part of the folded text', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const characters = [...text];
        const part = characters
          .slice(from % (characters.length + 1))
          .slice(0, length % (characters.length + 1));
        expect(foldText(text)).toContain(foldText(part.join('')));
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('folds each character by itself, and keeps each blank', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldCharacters(text)).toBe([...text].map(foldCharacters).join(''));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });
});

describe('a folded text with offsets', () => {
  test('is the folded text, and maps each of its parts to the position in the original', () => {
    fc.assert(
      fc.property(fc.oneof(texts, printedText), fc.nat(), fc.nat(), (text, from, length) => {
        const { text: folded, spanOf } = foldWithOffsets(text);
        expect(folded).toBe(foldText(text));
        fc.pre(folded !== '');
        const start = from % folded.length;
        const end = start + 1 + (length % (folded.length - start));
        const span = spanOf(start, end);
        const original = text.slice(span.start, span.end);
        // One character may fold to several, and all of them map to its position.
        expect(foldCharacters(original).replaceAll(' ', '')).toContain(
          folded.slice(start, end).replaceAll(' ', ''),
        );
        if ([...original].every((character) => foldCharacters(character).length === 1))
          expect(foldText(original)).toBe(folded.slice(start, end).trim());
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test.each([
    ['截至 2023 年 12 月', '2023年', '2023 年'],
    ['每100㎡一户', 'm2', '㎡'],
    ['融資\n租賃', '资租', '資\n租'],
    ['cafe\u0301 RCEP', 'cafe', 'cafe\u0301'],
  ])('%s: 「%s」 is 「%s」', (text, word, original) => {
    const { text: folded, spanOf } = foldWithOffsets(text);
    const start = folded.indexOf(word);
    const span = spanOf(start, start + word.length);
    expect(text.slice(span.start, span.end)).toBe(original);
  });
});

test('Chinese words match alike in both texts if folding keeps the text as printed', () => {
  const CHINESE = ['京', '津', '⾦', '金', '融', '資', 'A', '9', '，', ' ', '\u200b', '㎡', '\u3000'];
  let alike = 0;
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...CHINESE), maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('京', '津', '金', '融'), minLength: 1, maxLength: 2 }),
      (text, word) => {
        const folded = foldText(text);
        if (!standsAsPrinted(text, folded)) return;
        alike += 1;
        expect(text.split(word).length).toBe(folded.split(word).length);
        expect(text.startsWith(word)).toBe(folded.startsWith(word));
        expect(text === word).toBe(folded === word);
      },
    ),
    { ...SEED, numRuns: 5000 },
  );
  expect(alike).toBeGreaterThan(1000);
});
