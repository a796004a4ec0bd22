import fc from 'fast-check';
import { found, plainly, scan, search, snapshot } from './bulletin-search.ts';

const titles = snapshot
  .ofLabel('ReformItem')
  .map((nodeIndex) => snapshot.nodeOf('ReformItem', nodeIndex).title);
const pieces = (length: number): string[] => [
  ...new Set(
    titles.flatMap((title) =>
      Array.from({ length: title.length - length + 1 }, (_, at) => plainly(title.slice(at, at + length))),
    ),
  ),
];
const hasSpace = (piece: string): boolean => /\s/.test(piece);
/** Letters may be pinyin or initials as well, so that more is found than what has them. */
const hasLetters = (piece: string): boolean => /[a-z]/.test(piece);

const isSigns = (piece: string): boolean => !/[\p{L}\p{N}]/u.test(piece);

describe('against going through all nodes', () => {
  const words = (length: number): string[] =>
    pieces(length).filter((piece) => !hasSpace(piece) && !hasLetters(piece));
  const one = words(1).filter((piece) => !isSigns(piece));
  const two = words(2).filter((piece) => !isSigns(piece));

  test('the titles have more than 200 characters and 400 pairs of them', () => {
    expect(titles).toHaveLength(43);
    expect(one.length).toBeGreaterThan(200);
    expect(two.length).toBeGreaterThan(400);
  });

  test('every character of every title is found in all nodes that have it, and in no other', async () => {
    for (const piece of one) expect([piece, await found(piece)]).toEqual([piece, scan(piece)]);
  });

  test('every two characters of every title are found in all nodes that have them, and in no other', async () => {
    for (const piece of two) expect([piece, await found(piece)]).toEqual([piece, scan(piece)]);
  });

  test('signs alone are found nowhere, and in quotation marks in all nodes that have them', async () => {
    const signs = [...words(1), ...words(2)].filter(isSigns);
    expect(signs.length).toBeGreaterThan(5);
    for (const piece of signs) {
      expect([piece, await found(piece)]).toEqual([piece, []]);
      expect([piece, await found(`"${piece}"`)]).toEqual([piece, scan(piece)]);
    }
  });

  test('letters are found in all nodes that have them at least', async () => {
    const letters = [...pieces(1), ...pieces(2)].filter((piece) => hasLetters(piece) && !hasSpace(piece));
    expect(letters.length).toBeGreaterThan(8);
    for (const piece of letters) expect(await found(piece)).toEqual(expect.arrayContaining(scan(piece)));
  });

  test('letters in quotation marks are found in exactly those', async () => {
    for (const piece of [...pieces(1), ...pieces(2), ...pieces(3)].filter(hasLetters)) {
      if (piece.trim() !== piece) continue;
      expect([piece, await found(`"${piece}"`)]).toEqual([piece, scan(piece)]);
    }
  });
});

/** Any few characters that stand somewhere in the bulletin. */
const texts = snapshot
  .ofLabel('ReformItem')
  .map((nodeIndex) => snapshot.nodeOf('ReformItem', nodeIndex).content);
const piece = fc
  .tuple(fc.constantFrom(...titles, ...texts), fc.nat(), fc.integer({ min: 1, max: 9 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))
  .filter((each) => each === each.trim() && each !== '' && !/["＂]/.test(each));

/** In quotation marks that are not in the words. */
const quoted = (words: string): string => `"${words}"`;

describe('phrases', () => {
  test('of any length are found where they stand, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(piece, async (words) => {
        expect(await found(quoted(words))).toEqual(scan(words));
      }),
      { numRuns: 300 },
    );
  });

  test('of several all are to be found, and none of those excluded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 3 }),
        fc.array(piece, { maxLength: 2 }),
        async (wanted, unwanted) => {
          const all = wanted.map(scan);
          const none = unwanted.flatMap(scan);
          const expected = all
            .reduce((common, ids) => common.filter((id) => ids.includes(id)))
            .filter((id) => !none.includes(id));
          const query = [...wanted.map(quoted), ...unwanted.map((words) => `-${quoted(words)}`)].join(' ');
          expect(await found(query)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are the same in whichever order the words come', async () => {
    await fc.assert(
      fc.asyncProperty(piece, piece, async (one, other) => {
        expect(await found(`${quoted(one)} ${quoted(other)}`)).toEqual(
          await found(`${quoted(other)} ${quoted(one)}`),
        );
      }),
    );
  });
});

test('every node that is found has a score above 0, whatever is looked for', async () => {
  await fc.assert(
    fc.asyncProperty(piece, async (words) => {
      const { hits } = await search(`${quoted(words)}`);
      expect(new Set(hits.map(({ nodeIndex }) => nodeIndex)).size).toBe(hits.length);
      for (const { score } of hits) expect(score).toBeGreaterThan(0);
    }),
  );
});
