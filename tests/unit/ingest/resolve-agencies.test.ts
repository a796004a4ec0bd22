import fc from 'fast-check';
import { AgencyDirectory } from '../../../src/ingest/resolve-agencies.ts';
import type { AgencyEntry } from '../../../src/ingest/vocabulary-entries.ts';

const agency = (name: string, aliases: string[] = [], id?: string): AgencyEntry => ({
  name,
  aliases,
  kind: 'GOVERNMENT_DEPARTMENT',
  level: 'MUNICIPAL',
  formerNames: [],
  ...(id === undefined ? {} : { id }),
});

const directory = new AgencyDirectory([
  agency('天津海关', ['中华人民共和国天津海关']),
  agency('天津市商务局', ['市商务局', '天津市商务委员会']),
  agency('天津市数据局', ['市数据局'], '天津市大数据管理中心'),
]);

describe('a cell of 负责单位', () => {
  test('is resolved by name or alias, in printed order, with the position of each', () => {
    const resolved = directory.resolve('市商务局 天津海关');
    expect(resolved).toMatchObject([
      {
        key: '天津市商务局',
        printedName: '市商务局',
        order: 1,
        span: { field: 'AGENCIES', start: 0, end: 4 },
      },
      { key: '天津海关', printedName: '天津海关', order: 2, span: { field: 'AGENCIES', start: 5, end: 9 } },
    ]);
    expect(resolved.map(({ entry }) => entry?.name)).toEqual(['天津市商务局', '天津海关']);
  });

  test('a renamed agency keeps its key', () => {
    expect(directory.resolve('市数据局')[0]?.key).toBe('天津市大数据管理中心');
  });

  test('an unlisted agency is kept as printed', () => {
    expect(directory.resolve('滨海新区商务局')).toMatchObject([{ key: '滨海新区商务局', order: 1 }]);
    expect(directory.resolve('滨海新区商务局')[0]?.entry).toBeUndefined();
  });

  test('a part of a name does not match the name', () => {
    expect(directory.resolve('天津海关缉私局')[0]?.entry).toBeUndefined();
  });
});

describe('suggestions for an unknown name', () => {
  test('come with fewest edits first, then by name, at most three', () => {
    // 厅 for 局 is one edit. Three edits each: 委员会 for 厅; 数据局 for 商务厅; 局 for 厅 without 天津. Of those, 商 < 数 and 天 < 市.
    expect(directory.nearest('天津市商务厅')).toEqual(['天津市商务局', '天津市商务委员会', '天津市数据局']);
  });

  test('exclude names that share less than half of their letters', () => {
    expect(directory.nearest('国家邮政总局办公厅')).toEqual([]);
  });
});

const SEPARATORS = [' ', '　', '、', '  ', '、 ', ' 、　', '\u00a0'];
const name = fc
  .string({ unit: fc.constantFrom(...'天津市局委办（）()·A𠮷'), minLength: 1, maxLength: 8 })
  .filter((text) => text !== '');
const separator = fc.constantFrom(...SEPARATORS);

test('split reverses join', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, separator), { maxLength: 6 }),
      fc.constantFrom('', ...SEPARATORS),
      (parts, before) => {
        const cell = before + parts.map(([each, after]) => each + after).join('');
        const resolved = directory.resolve(cell);
        expect(resolved.map(({ printedName }) => printedName)).toEqual(parts.map(([each]) => each));
        expect(resolved.map(({ span }) => cell.slice(span.start, span.end))).toEqual(
          parts.map(([each]) => each),
        );
        expect(resolved.map(({ order }) => order)).toEqual(parts.map((_, index) => index + 1));
      },
    ),
    { numRuns: 500 },
  );
});
