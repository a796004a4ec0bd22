import fc from 'fast-check';
import { readingsOf, SyllableTable, syllablesOf } from '../../../../src/features/search/pinyin.ts';

describe('the readings of a character', () => {
  test.each([
    ['融', ['rong']],
    ['资', ['zi']],
    ['行', ['hang', 'xing']],
    ['绿', ['lu', 'lv']],
    ['女', ['nu', 'nv']],
  ])('%s: at least %j', (character, readings) => {
    expect(readingsOf(character)).toEqual(expect.arrayContaining(readings));
  });

  test.each(['a', '7', '“', '，', ' ', '\ud842', '😀'])('「%s」 has none', (character) => {
    expect(readingsOf(character)).toEqual([]);
  });

  test('are lower-case letters without tones, each once', () => {
    for (const character of '天津自贸试验区绿色融资租赁重庆银行女旅的了着') {
      const readings = readingsOf(character);
      expect(readings.length).toBeGreaterThan(0);
      expect(new Set(readings).size).toBe(readings.length);
      for (const reading of readings) expect(reading).toMatch(/^[a-z]{1,6}$/);
    }
  });
});

describe('the syllables of a name', () => {
  test.each([
    ['东疆片区', 'dong jiang pian qu'],
    ['天津海关', 'tian jin hai guan'],
    ['银行', 'yin hang'], // not xing
    ['绿色', 'lv se'],
    ['RCEP', 'r c e p'],
  ])('%s is %s', (name, spoken) => {
    expect(syllablesOf(name).join(' ')).toBe(spoken);
  });

  test('each character of a name of Han and letters gives one syllable', () => {
    const name = fc.string({
      unit: fc.constantFrom('天', '津', '重', '行', 'A', '1', '（', '+'),
      minLength: 1,
    });
    fc.assert(
      fc.property(name, (each) => {
        expect(syllablesOf(each)).toHaveLength(each.length);
      }),
    );
  });
});

/** Characters with one reading each, listed by hand. */
const READ: Readonly<Record<string, string>> = {
  安: 'an',
  干: 'gan',
  刚: 'gang',
  昂: 'ang',
  西: 'xi',
  先: 'xian',
  献: 'xian',
  东: 'dong',
  疆: 'jiang',
  区: 'qu',
  资: 'zi',
};
const tableOf = (characters: Iterable<string>): SyllableTable => {
  const table = new SyllableTable();
  for (const character of characters) table.add(character);
  return table;
};

/** All splits of letters into syllables. The last syllable may be partial if another one precedes it. */
function plainWays(syllables: ReadonlySet<string>, letters: string, before = 0): string[][] {
  if (letters === '') return [[]];
  const ways: string[][] = [];
  for (let end = Math.min(6, letters.length); end > 0; end -= 1) {
    const first = letters.slice(0, end);
    if (syllables.has(first)) {
      for (const rest of plainWays(syllables, letters.slice(end), before + 1)) ways.push([first, ...rest]);
    }
  }
  const begun =
    before > 0 && !syllables.has(letters) && [...syllables].some((each) => each.startsWith(letters));
  return begun ? [...ways, [`${letters}…`]] : ways;
}

describe('a table of syllables', () => {
  const table = tableOf(Object.keys(READ));
  const syllables = new Set(Object.keys(READ).flatMap(readingsOf));
  /** The characters that a syllable, or its beginning, may stand for. */
  const charactersOf = (part: string): string[] =>
    Object.keys(READ)
      .filter((character) =>
        readingsOf(character).some((reading) =>
          part.endsWith('…') ? reading.startsWith(part.slice(0, -1)) : reading === part,
        ),
      )
      .sort();
  const sorted = (ways: readonly (readonly string[])[]): string[] =>
    ways.map((way) => way.map((characters) => [...characters].sort().join('')).join(' ')).sort();

  test('gives the characters that this test expects', () => {
    for (const [character, reading] of Object.entries(READ)) expect(readingsOf(character)).toContain(reading);
  });

  test.each([
    ['dongjiang', ['东 疆']],
    ['xian', ['先献', '西 安']],
    ['xi', ['西']],
    ['dongj', ['东 疆']],
    ['dongjian', ['东 疆']],
    ['d', []],
    ['don', []],
    ['dongv', []],
    ['dongdong', ['东 东']],
    ['', ['']],
  ])('reads %s as %j', (letters, ways) => {
    expect(sorted(table.classes(letters, 100))).toEqual([...ways].sort());
  });

  test('finds all splits of the letters', () => {
    const letters = fc
      .array(fc.constantFrom('an', 'gan', 'gang', 'ang', 'xi', 'xian', 'dong', 'ji', 'a', 'g', 'v'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters, (typed) => {
        const expected = plainWays(syllables, typed).map((way) =>
          way.map((part) => charactersOf(part).join('')),
        );
        expect(sorted(table.classes(typed, 1_000_000))).toEqual(sorted(expected));
      }),
      { numRuns: 300 },
    );
  });

  test('returns at most the requested number of splits, longest syllables first', () => {
    const all = table.classes('xianxian', 100);
    // Each xian is 先 or 献, or 西 and 安.
    expect(all.map((way) => way.length)).toEqual([2, 3, 3, 4]);
    for (const most of [1, 2, 3, 4, 5]) expect(table.classes('xianxian', most)).toEqual(all.slice(0, most));
  });

  test('quickly refuses letters with very many partial splits', () => {
    // anan can be cut as an an, an a n, a nan and a na n. 38 such letters give hundreds of thousands of splits.
    const many = tableOf('啊安嗯那难昂干刚');
    expect(many.classes('anan', 100).length).toBeGreaterThanOrEqual(4);
    for (const part of ['an', 'angan']) {
      const letters = `${part.repeat(40).slice(0, 38)}ii`;
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        expect(many.classes(letters, 12)).toEqual([]);
        return performance.now() - start;
      });
      expect(Math.min(...times)).toBeLessThan(20);
    }
  });

  test('knows nothing before it is filled, and ignores characters that are not Chinese', () => {
    expect(new SyllableTable().classes('xian', 12)).toEqual([]);
    expect(tableOf('abcABC123“”').classes('a', 12)).toEqual([]);
  });
});
