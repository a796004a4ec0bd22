import fc from 'fast-check';
import { fold } from '../../../../src/features/search/fold.ts';

/** Texts of what folding changes, beside any text. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'A',
      'z',
      'Ａ',
      'ｚ',
      '９',
      '（',
      'İ',
      'ẞ',
      'Σ',
      'Ж',
      '京',
      '𠮷',
      '\ud842',
      '😀',
      '“',
    ),
  }),
);

describe('folding', () => {
  test('keeps every UTF-16 unit of any text in its place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = fold(text);
        expect(folded).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1) {
          expect(folded.charAt(at)).toBe(fold(text.charAt(at)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is done once and for all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('makes texts equal that differ in capital letters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ж', 'ω', '京', ' ', '7') }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });

  test.each([
    ['RCEP', 'rcep'],
    ['ＲＣＥＰ', 'rcep'],
    ['ａｂｃ', 'abc'],
    ['２０２３年', '2023年'],
    ['中国（天津）自由贸易试验区', '中国(天津)自由贸易试验区'],
    ['１＋３', '1+3'],
    ['５０％', '50%'],
    ['－绿色', '-绿色'],
    ['＂平急＂', '"平急"'],
    ['ÀÉÖ', 'àéö'],
    ['ЖΣ', 'жσ'],
  ])('「%s」 is compared as 「%s」', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each(['“保税+”，、。：《》「」', '融資租賃', '𠮷😀', 'İ', '', ' \t\n\u3000'])(
    '「%s」 stays as it is',
    (text) => {
      expect(fold(text)).toBe(text);
    },
  );
});
