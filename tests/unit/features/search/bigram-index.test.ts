import fc from 'fast-check';
import { BigramIndex } from '../../../../src/features/search/bigram-index.ts';

/**
 * Each document is a list of texts. Few characters, so that documents share many pairs; no NUL, because no text has it.
 */
const unit = fc.constantFrom('保', '理', '租', 'a', '1', ' ', '😀');
const text = fc.string({ unit, maxLength: 12 });
const documents = fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 30 });

/** Numbers with gaps of every length, like node indexes. */
const GAPS = [1, 2, 127, 128, 129, 16_383, 16_385, 70_000];
const numbersOf = (count: number): number[] => {
  let number = 0;
  return Array.from({ length: count }, (_, index) => {
    number += index === 0 ? 0 : (GAPS[index % GAPS.length] as number);
    return number;
  });
};

function indexOf(list: readonly (readonly string[])[]): { index: BigramIndex; numbers: number[] } {
  const index = new BigramIndex();
  const numbers = numbersOf(list.length);
  for (const [at, texts] of list.entries()) for (const each of texts) index.add(numbers[at] as number, each);
  return { index, numbers };
}

const holding = (
  list: readonly (readonly string[])[],
  numbers: readonly number[],
  sought: string,
): number[] => numbers.filter((_, at) => list[at]?.some((each) => each.includes(sought)));

const pairsIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap((each) =>
      Array.from({ length: Math.max(0, each.length - 1) }, (_, at) => each.slice(at, at + 2)),
    ),
  );

describe('documents that may hold a text', () => {
  test('for one or two units, finds exactly the documents that hold the text, ascending', () => {
    const short = fc.string({ unit, minLength: 1, maxLength: 2 }).map((each) => each.slice(0, 2));
    fc.assert(
      fc.property(documents, short, (list, sought) => {
        const { index, numbers } = indexOf(list);
        const expected = holding(list, numbers, sought);
        expect(index.candidates(sought)).toEqual(expected);
        expect(index.countCandidates(sought)).toBeGreaterThanOrEqual(expected.length);
        if (sought.length === 2) expect(index.countCandidates(sought)).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
  });

  test('for more units, finds every document that holds the text, and no more than have its rarest pair', () => {
    fc.assert(
      fc.property(documents, fc.string({ unit, minLength: 3, maxLength: 6 }), (list, sought) => {
        const { index, numbers } = indexOf(list);
        const found = index.candidates(sought);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        for (const number of holding(list, numbers, sought)) expect(found).toContain(number);
        const rarest = [...pairsIn([sought])].map((pair) => holding(list, numbers, pair).length);
        expect(found.length).toBeLessThanOrEqual(Math.min(...rarest));
        expect(index.countCandidates(sought)).toBe(Math.min(...rarest));
      }),
      { numRuns: 500 },
    );
  });

  test('finds a text at its beginning, in the middle and at the end', () => {
    const index = new BigramIndex();
    for (const [number, each] of ['天津海关', '海关', '海事关'].entries()) index.add(number, each);
    expect(index.candidates('海关')).toEqual([0, 1]);
    expect(index.candidates('天')).toEqual([0]);
    expect(index.candidates('关')).toEqual([0, 1, 2]);
    expect(index.candidates('关海')).toEqual([]);
    expect(index.candidates('津海关')).toEqual([0]);
    expect(index.candidates('无')).toEqual([]);
  });

  test('never joins the end of one text to the beginning of the next', () => {
    const { index } = indexOf([['天津', '海关']]);
    expect(index.candidates('津海')).toEqual([]);
  });

  test('works on thousands of documents, near and far from each other', () => {
    const index = new BigramIndex();
    const numbers = numbersOf(5000);
    for (const [at, number] of numbers.entries()) index.add(number, at % 3 === 0 ? '商业保理' : '融资租赁');
    expect(index.candidates('保理')).toEqual(numbers.filter((_, at) => at % 3 === 0));
    expect(index.candidates('租')).toEqual(numbers.filter((_, at) => at % 3 !== 0));
    expect(index.candidates('业保理')).toEqual(numbers.filter((_, at) => at % 3 === 0));
  });
});

describe('documents that may hold one unit of each class in sequence', () => {
  const classes = fc.array(
    fc.subarray(['保', '理', '租', 'a', '1'], { minLength: 1 }).map((list) => list.join('')),
    {
      minLength: 2,
      maxLength: 4,
    },
  );

  test('finds every such document, ascending, and exactly those for two classes', () => {
    fc.assert(
      fc.property(documents, classes, (list, asked) => {
        const { index, numbers } = indexOf(list);
        const pattern = new RegExp(asked.map((each) => `[${each}]`).join(''));
        const expected = numbers.filter((_, at) => list[at]?.some((each) => pattern.test(each)));
        const found = index.candidatesOfClasses(asked);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        if (asked.length === 2) expect(found).toEqual(expected);
        for (const number of expected) expect(found).toContain(number);
      }),
      { numRuns: 500 },
    );
  });
});

describe('pairs that documents share with given texts', () => {
  test('counts each pair once for each document of the range', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(text, { minLength: 1, maxLength: 2 }),
        fc.nat(3),
        (list, asked, left) => {
          const { index, numbers } = indexOf(list);
          const own = pairsIn(asked);
          const [from, to] = [numbers[0] ?? 0, (numbers.at(-1) ?? 0) + 1 - left];
          const counts = new Uint16Array(Math.max(0, to - from));
          expect(index.countShared(asked, counts, from)).toBe(own.size);
          for (const [at, number] of numbers.entries()) {
            const other = pairsIn(list[at] ?? []);
            expect(index.sizeOf(number)).toBe(other.size);
            if (number >= to) continue;
            expect(counts[number - from]).toBe([...own].filter((pair) => other.has(pair)).length);
          }
          const inside = numbers.filter((number) => number < to).map((number) => counts[number - from] ?? 0);
          const sum = (values: Iterable<number>): number =>
            [...values].reduce((total, each) => total + each, 0);
          expect(sum(counts)).toBe(sum(inside));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('counts all pairs for the same texts', () => {
    const { index } = indexOf([['商业保理', '保理行业'], ['融资租赁']]);
    const counts = new Uint16Array(1);
    // 商业 业保 保理 理行 行业
    expect([index.countShared(['商业保理', '保理行业'], counts, 0), counts[0], index.sizeOf(0)]).toEqual([
      5, 5, 5,
    ]);
  });
});

test('the units of an index are the units of its texts', () => {
  const { index } = indexOf([['ab', '保'], ['b理']]);
  expect([...index.units()].map((each) => String.fromCharCode(each)).sort()).toEqual(['a', 'b', '保', '理']);
});
