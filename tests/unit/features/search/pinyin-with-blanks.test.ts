import fc from 'fast-check';
import { syllablesOf } from '../../../../src/features/search/pinyin.ts';
import { divisions } from '../../../../src/features/search/spelled-words.ts';
import { found, ranked, snapshot } from './bulletin-search.ts';

const SEED = { seed: 15 };

/** Names as pinyin, one syllable for each character. */
const spoken = [...snapshot.nodes].flatMap((node) =>
  'name' in node && /^\p{Script=Han}{2,16}$/u.test(node.name) ? [syllablesOf(node.name)] : [],
);
const BLANKS = [' ', '  ', '\u3000', '\u00a0', '\t', '\n', ' \u2009'];
const divided = (parts: readonly string[]): fc.Arbitrary<{ together: string; apart: string }> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.constantFrom(...BLANKS), fc.boolean()), {
      minLength: parts.length,
      maxLength: parts.length,
    })
    .map((cuts) => ({
      together: parts.join(''),
      apart: parts
        .map((part, at) => {
          const [hasBlank, blank, isCapital] = cuts[at] as [boolean, string, boolean];
          const shown = isCapital ? part.charAt(0).toUpperCase() + part.slice(1) : part;
          return hasBlank || at === 0 ? shown + blank : shown;
        })
        .join(''),
    }));

describe('pinyin with blanks finds the same nodes in the same order as without', () => {
  test('for every name', () => {
    expect(spoken.length).toBeGreaterThan(80);
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...spoken).chain(divided), async ({ together, apart }) => {
        const plain = await ranked(together);
        expect(plain.length).toBeGreaterThan(0);
        expect(await ranked(apart)).toEqual(plain);
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  test('for the initials of every name', () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...spoken)
          .map((syllables) => syllables.map((syllable) => syllable.charAt(0)))
          .chain(divided),
        async ({ together, apart }) => {
          expect(await ranked(apart)).toEqual(await ranked(together));
        },
      ),
      { ...SEED, numRuns: 100 },
    ));

  test.each([
    ['hai guan', 'haiguan'],
    ['rong zi zu lin', 'rongzizulin'],
    ['rongzi zulin', 'rongzizulin'],
    ['tian jin', 'tianjin'],
    ['DongJiang', 'dongjiang'],
    ['dong  jiang pian qu', 'dongjiangpianqu'],
    ['d j p q', 'djpq'],
    ['dōng jiāng', 'dongjiang'],
    ["dong'jiang", 'dongjiang'],
    ['hai guam', 'haiguam'], // a typing error
  ])('%s as %s', async (apart, together) => {
    expect(await ranked(apart)).toEqual(await ranked(together));
    expect((await ranked(apart)).length).toBeGreaterThan(0);
  });

  test('hai guan finds 天津海关 first', async () => {
    expect((await ranked('hai guan'))[0]).toBe('Agency:天津海关');
  });
});

describe('words of letters that are not one word', () => {
  test('are searched one by one', async () => {
    // Only item 40 has RCEP, and it has 企业 too; no text has rcepqiye.
    expect(await found('rcep qiye')).toEqual(
      (await found('rcep')).filter(Set.prototype.has, new Set(await found('qiye'))),
    );
    expect(await found('rcep qiye')).toContain('ReformItem:tj-7-40');
  });

  test('are divided so that some node has all parts: dong jiang and rong zi', async () => {
    // Item 8 is of 东疆片区 and 融资租赁.
    expect(await found('dong jiang rong zi')).toContain('ReformItem:tj-7-8');
    expect(await found('东疆 rong zi')).toContain('ReformItem:tj-7-8');
  });

  test('stay apart in quotation marks', async () => {
    expect(await found('"hai" "guan"')).toEqual([]);
  });
});

test('divisions come with the fewest words first, each once', () => {
  expect(divisions(['a', 'b', 'c'])).toEqual([['abc'], ['a', 'bc'], ['ab', 'c'], ['a', 'b', 'c']]);
  expect(divisions(["xi'an"])).toEqual([["xi'an"]]);
  expect(divisions([...'abcdefghi'])).toEqual([['abcdefghi'], [...'abcdefghi']]);
});
