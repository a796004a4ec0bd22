import fc from 'fast-check';
import { isMisspelling } from '../../../../src/features/search/spelling.ts';

describe('a misspelling', () => {
  test.each([
    ['rcpe', 'rcep'], // two neighbours swapped
    ['rcp', 'rcep', false], // of three letters none may be wrong
    ['rcxp', 'rcep'],
    ['rceep', 'rcep'],
    ['rrcceepp', 'rcep', false],
    ['rxyp', 'rcep', false], // two wrong letters of four
    ['dongjian', 'dongjiang'],
    ['dongjan', 'dongjiang', false], // two missing letters; seven letters may have one error
    ['dongjnag', 'dongjiang'], // n for i, and a missing n; eight letters may have two errors
    ['haiguna', 'haiguan'],
    ['ahiguan', 'haiguan'],
    ['haigaun', 'haiguan'],
    ['hiaguna', 'haiguan', false], // two swaps
    ['gpt', 'gtp', false],
    ['', '', false],
    ['abc', 'abc', false],
  ] as const)('%s for %s', (typed, meant, expected: boolean = true) => {
    expect(isMisspelling(typed, meant)).toBe(expected);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 5, maxLength: 12 });

  test('has one letter wrong, missing or extra, or two neighbours swapped', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', 'y'), (meant, where, letter) => {
        const at = where % meant.length;
        const [before, after] = [meant.slice(0, at), meant.slice(at + 1)];
        expect(isMisspelling(`${before}${letter}${after}`, meant)).toBe(true);
        expect(isMisspelling(`${before}${after}`, meant)).toBe(true);
        expect(isMisspelling(`${before}${letter}${meant.slice(at)}`, meant)).toBe(true);
        const swapped = `${before}${meant.charAt(at + 1)}${meant.charAt(at)}${meant.slice(at + 2)}`;
        expect(isMisspelling(swapped, meant)).toBe(true);
      }),
    );
  });

  test('has at most two wrong letters, even in a long word', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 3, max: 5 }), (meant, wrong) => {
        expect(isMisspelling('x'.repeat(wrong) + meant.slice(wrong), meant)).toBe(false);
        expect(isMisspelling(meant + 'x'.repeat(wrong), meant)).toBe(false);
      }),
    );
  });
});
