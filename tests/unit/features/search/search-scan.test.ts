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
/** Letters may also be pinyin or initials, so a search finds more than the nodes that contain them. */
const hasLetters = (piece: string): boolean => /[a-z]/.test(piece);

const isSigns = (piece: string): boolean => !/[\p{L}\p{N}]/u.test(piece);

describe('compared with a scan of all nodes', () => {
  const words = (length: number): string[] =>
    pieces(length).filter((piece) => !hasSpace(piece) && !hasLetters(piece));
  const one = words(1).filter((piece) => !isSigns(piece));
  const two = words(2).filter((piece) => !isSigns(piece));

  test('the titles have more than 200 characters and 400 pairs of characters', () => {
    expect(titles).toHaveLength(43);
    expect(one.length).toBeGreaterThan(200);
    expect(two.length).toBeGreaterThan(400);
  });

  test('finds every character of every title in exactly the nodes that have it', async () => {
    for (const piece of one) expect([piece, await found(piece)]).toEqual([piece, scan(piece)]);
  });

  test('finds every two characters of every title in exactly the nodes that have them', async () => {
    for (const piece of two) expect([piece, await found(piece)]).toEqual([piece, scan(piece)]);
  });

  test('finds signs alone nowhere, and in quotation marks in all nodes that have them', async () => {
    const signs = [...words(1), ...words(2)].filter(isSigns);
    expect(signs.length).toBeGreaterThan(5);
    for (const piece of signs) {
      expect([piece, await found(piece)]).toEqual([piece, []]);
      expect([piece, await found(`"${piece}"`)]).toEqual([piece, scan(piece)]);
    }
  });

  test('finds letters at least in all nodes that have them', async () => {
    const letters = [...pieces(1), ...pieces(2)].filter((piece) => hasLetters(piece) && !hasSpace(piece));
    expect(letters.length).toBeGreaterThan(8);
    for (const piece of letters) expect(await found(piece)).toEqual(expect.arrayContaining(scan(piece)));
  });

  test('finds letters in quotation marks in exactly the nodes that have them', async () => {
    for (const piece of [...pieces(1), ...pieces(2), ...pieces(3)].filter(hasLetters)) {
      if (piece.trim() !== piece) continue;
      expect([piece, await found(`"${piece}"`)]).toEqual([piece, scan(piece)]);
    }
  });
});

/** Any few characters that occur together in the bulletin. */
const texts = snapshot
  .ofLabel('ReformItem')
  .map((nodeIndex) => snapshot.nodeOf('ReformItem', nodeIndex).content);
const piece = fc
  .tuple(fc.constantFrom(...titles, ...texts), fc.nat(), fc.integer({ min: 1, max: 9 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))
  .filter((each) => each === each.trim() && each !== '' && !/["＂]/.test(each));

/** In quotation marks; the words contain none. */
const quoted = (words: string): string => `"${words}"`;

describe('phrases', () => {
  test('of any length are found exactly where they occur', async () => {
    await fc.assert(
      fc.asyncProperty(piece, async (words) => {
        expect(await found(quoted(words))).toEqual(scan(words));
      }),
      { numRuns: 300 },
    );
  });

  test('several phrases must all occur, and no excluded one may', async () => {
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

  test('give the same result for any order of the words', async () => {
    await fc.assert(
      fc.asyncProperty(piece, piece, async (one, other) => {
        expect(await found(`${quoted(one)} ${quoted(other)}`)).toEqual(
          await found(`${quoted(other)} ${quoted(one)}`),
        );
      }),
    );
  });
});

test('every found node has a score above 0, for any query', async () => {
  await fc.assert(
    fc.asyncProperty(piece, async (words) => {
      const { hits } = await search(`${quoted(words)}`);
      expect(new Set(hits.map(({ nodeIndex }) => nodeIndex)).size).toBe(hits.length);
      for (const { score } of hits) expect(score).toBeGreaterThan(0);
    }),
  );
});
