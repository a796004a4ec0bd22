import fc from 'fast-check';
import { parseChinese } from '../../../../src/ingest/facts/numerals.ts';
import { readNumber } from '../../../../src/ingest/facts/read-number.ts';

describe('a Chinese numeral', () => {
  test.each<[string, number | null]>([
    ['三', 3], // 三家海事管理机构 (item 1)
    ['十', 10], // 共十条 (21)
    ['一万两千', 12_000], // 一万两千余家 (25)
    ['百亿', 10_000_000_000], // 近百亿元 (13)
    ['千亿', 100_000_000_000], // 近千亿元 (17)
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百五', 150],
    ['两千五', 2500],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['一千零五十', 1050],
    ['一亿二千万', 120_000_000],
    ['三万亿', 3_000_000_000_000],
    ['三点二四', 3.24],
    ['二〇二三', 2023],
    ['零', 0],
    ['二三十', null], // an indefinite number between the two
    ['一二百', null],
    ['点五', null],
    ['三点', null],
    ['三点二点四', null],
    ['', null],
    ['百姓', null],
  ])('%s is %s', (text, value) => {
    expect(parseChinese(text)).toBe(value);
  });
});

const DIGITS = [...'零一二三四五六七八九'];

/** A number below ten thousand in full words; `inner` if higher digits come before it. */
function sayBelowTenThousand(value: number, inner: boolean): string {
  let said = '';
  let zero = false;
  for (const [power, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) zero = said !== '' || inner;
    else {
      said += (zero ? '零' : '') + DIGITS[digit] + unit;
      zero = false;
    }
  }
  return said;
}

function say(value: number): string {
  if (value === 0) return '零';
  const [above, middle, below] = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  const parts: [number, string][] = [
    [above, '亿'],
    [middle, '万'],
    [below, ''],
  ];
  return parts.reduce((said, [part, unit]) => {
    return part === 0 ? said : said + sayBelowTenThousand(part, said !== '') + unit;
  }, '');
}

test('the number words that this test generates', () => {
  expect([10, 105, 1050, 10_002, 120_000_000, 100_000_001].map(say)).toEqual([
    '一十',
    '一百零五',
    '一千零五十',
    '一万零二',
    '一亿二千万',
    '一亿零一',
  ]);
});

test('reads every number in words below a million million, with any gaps', () => {
  const number = fc.oneof(
    fc.nat(99_999_999),
    fc.maxSafeNat().map((value) => value % 1e12),
  );
  fc.assert(
    fc.property(number, (value) => {
      expect(parseChinese(say(value))).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

describe('a number in a text', () => {
  test.each<[string, number, string, boolean]>([
    ['116列', 116, '116', false],
    ['1.21万标准箱', 12_100, '1.21万', false],
    ['3.21亿美金', 321_000_000, '3.21亿', false],
    ['1.91亿元', 191_000_000, '1.91亿', false], // in binary 1.91 * 1e8 is 190999999.99999997
    ['80余家', 80, '80余', true],
    ['20 余家网点', 20, '20 余', true],
    ['20 多万元', 200_000, '20 多万', true],
    ['120多万元', 1_200_000, '120多万', true],
    ['一万两千余家', 12_000, '一万两千余', true],
    ['十余万件', 100_000, '十余万', true],
    ['1,200家', 1200, '1,200', false],
    ['3千元', 3000, '3千', false],
    ['3千瓦', 3, '3', false],
    ['2.0 模式', 2, '2.0', false],
  ])('%s', (text, value, words, above) => {
    const read = readNumber(text, 0);
    expect(read).toMatchObject({ value, above });
    expect(text.slice(0, read?.end)).toBe(words);
  });

  test('a decimal with 万 or 亿 is exactly its decimal value', () => {
    const decimal = fc
      .tuple(fc.nat(9999), fc.nat(99))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
    fc.assert(
      fc.property(decimal, fc.constantFrom(['', 0], ['万', 4], ['亿', 8]), (digits, [unit, power]) => {
        const [whole = '', cents = ''] = digits.split('.');
        // In cents, with integers only.
        const expected = (BigInt(whole) * 100n + BigInt(cents)) * 10n ** BigInt(power as number);
        const value = readNumber(`${digits}${unit}元`, 0)?.value ?? Number.NaN;
        expect(BigInt(Math.round(value * 100))).toBe(expected);
      }),
    );
  });
});
