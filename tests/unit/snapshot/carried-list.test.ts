import fc from 'fast-check';
import { SOURCE_FIELDS } from '../../../src/domain/evidence.ts';
import { CarriedList, NOTHING } from '../../../src/snapshot/carried-list.ts';

const place = fc.integer({ min: 0, max: 2 ** 30 - 1 });
const carried = fc
  .record({
    spans: fc.array(fc.tuple(fc.constantFrom(...SOURCE_FIELDS), place, place), { maxLength: 4 }),
    order: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
    printedName: fc.option(fc.string(), { nil: undefined }),
    shortNames: fc.array(fc.string(), { maxLength: 2 }),
  })
  .map(({ spans, ...rest }) => ({
    evidenceFields: spans.map(([field]) => field),
    evidenceStarts: spans.map(([, start]) => start),
    evidenceEnds: spans.map(([, , end]) => end),
    ...rest,
  }));

describe('what relationships carry', () => {
  test('comes out as it went in, from the list and from a copy of some of it', () => {
    fc.assert(
      fc.property(fc.array(carried, { maxLength: 30 }), (all) => {
        const list = new CarriedList();
        const rows = all.map((each) => list.push(each));
        expect(rows.map((row) => list.at(row))).toEqual(all);
        expect(rows.map((row) => [list.orderOf(row), list.shortNamesOf(row)])).toEqual(
          all.map(({ order, shortNames }) => [order, shortNames.length > 0 ? shortNames : undefined]),
        );
        const copy = new CarriedList();
        copy.push({ order: 7, printedName: '管委会' });
        const copied = rows.filter((_, index) => index % 2 === 0).map((row) => copy.pushFrom(list, row));
        copy.trim();
        expect(copied.map((row) => copy.at(row))).toEqual(all.filter((_, index) => index % 2 === 0));
      }),
    );
  });

  test('thousands of them too, when room has been made again and again', () => {
    const list = new CarriedList();
    const spanOf = (at: number) => ({
      evidenceFields: ['CONTENT'],
      evidenceStarts: [at],
      evidenceEnds: [at + 3],
    });
    const rows = Array.from({ length: 5000 }, (_, at) => list.push(spanOf(at)));
    expect(rows.map((row) => list.at(row).evidenceEnds)).toEqual(rows.map((_, at) => [at + 3]));
  });

  test('what carries nothing of ours takes no row', () => {
    const list = new CarriedList();
    expect([list.push({}), list.push({ shortNames: [] }), list.push({ weight: 3, note: '手记' })]).toEqual([
      NOTHING,
      NOTHING,
      NOTHING,
    ]);
    expect(list.at(NOTHING)).toEqual({
      evidenceFields: [],
      evidenceStarts: [],
      evidenceEnds: [],
      order: 0,
      shortNames: [],
    });
  });

  test.each([
    ['no lists', { evidenceFields: 'CONTENT', evidenceStarts: 1, evidenceEnds: 2 }],
    ['a field that there is not', { evidenceFields: ['NOTE'], evidenceStarts: [1], evidenceEnds: [2] }],
    ['no number', { evidenceFields: ['TITLE'], evidenceStarts: ['1'], evidenceEnds: [2] }],
    ['a number below 0', { evidenceFields: ['TITLE'], evidenceStarts: [-1], evidenceEnds: [2] }],
    ['no end', { evidenceFields: ['TITLE'], evidenceStarts: [1], evidenceEnds: [] }],
    ['an order that counts nothing', { order: 'first' }],
    ['an order below 0', { order: -2 }],
    ['a start beyond all texts', { evidenceFields: ['TITLE'], evidenceStarts: [2 ** 30], evidenceEnds: [1] }],
    ['a name that is none', { printedName: 5, shortNames: [null] }],
  ])('of what analysts wrote amiss, nothing: %s', (_what, properties) => {
    const list = new CarriedList();
    expect(list.push(properties)).toBe(NOTHING);
    expect(list.at(list.push({ order: 3, ...properties, note: '手记' }))).toMatchObject({
      evidenceFields: [],
      order: 'order' in properties ? 0 : 3,
      shortNames: [],
    });
  });
});
