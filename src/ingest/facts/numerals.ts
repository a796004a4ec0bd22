const DIGITS = '〇一二三四五六七八九';
/** Exponents of ten. */
export const UNITS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const digitOf = (character: string): number =>
  DIGITS.indexOf(character === '零' ? '〇' : character === '两' ? '二' : character);

/**
 * The value of a Chinese numeral, or null if the text is not one: 一万两千 is 12000, 二〇二三 2023, 三点二四 3.24,
 * 两千五 2500. A unit without a digit counts as one: 百亿, as in 近百亿元, is 10000000000.
 */
export function parseChinese(text: string): number | null {
  const [whole = '', fraction, ...more] = text.split('点');
  const digits = [...whole].map(digitOf);
  if (digits.length === 0 || more.length > 0) return null;
  const integer = digits.includes(-1) ? withUnits(whole) : Number(digits.join(''));
  if (integer === null || fraction === undefined) return integer;
  const places = [...fraction].map(digitOf);
  return places.length === 0 || places.includes(-1) ? null : Number(`${integer}.${places.join('')}`);
}

/** Reads sections below ten thousand, each except the last followed by 万 or 亿. */
function withUnits(text: string): number | null {
  const parts = /^(?:(.*)亿)?(?:([^亿]*)万)?([^亿万]*)$/.exec(text);
  if (parts === null) return null;
  const [, hundredMillions, tenThousands, rest = ''] = parts;
  const above = hundredMillions === undefined ? 0 : hundredMillions === '' ? 1 : parseWhole(hundredMillions);
  const middle = tenThousands === undefined ? 0 : tenThousands === '' ? 1 : section(tenThousands);
  const unit = tenThousands === undefined ? (hundredMillions === undefined ? 0 : 8) : 4;
  const below = rest === '' ? 0 : section(rest, unit);
  return above === null || middle === null || below === null ? null : above * 1e8 + middle * 1e4 + below;
}

const parseWhole = (text: string): number | null =>
  [...text].some((character) => digitOf(character) === -1)
    ? withUnits(text)
    : Number([...text].map(digitOf).join(''));

/**
 * A number below ten thousand, with units in descending order. A last digit without a unit counts tenths of the unit
 * before it, or of the 万 or 亿 before the section: 一万二 is 12000, and 一万零二 10002.
 */
function section(text: string, unitBefore = 0): number | null {
  if (!/^(?:.?千)?(?:零?.?百)?(?:零?.?十)?[〇零]?.?$/u.test(text)) return null;
  let total = 0;
  let digit: number | undefined;
  let unit = unitBefore;
  let afterZero = false;
  for (const character of text) {
    const value = digitOf(character);
    if (value === 0) afterZero = true;
    else if (value > 0 && digit === undefined) digit = value;
    else if (UNITS[character] !== undefined && value === -1) {
      unit = UNITS[character] as number;
      total += (digit ?? 1) * 10 ** unit;
      digit = undefined;
      afterZero = false;
    } else return null;
  }
  if (digit === undefined) return total;
  return total + (afterZero || unit <= 1 ? digit : digit * 10 ** (unit - 1));
}
