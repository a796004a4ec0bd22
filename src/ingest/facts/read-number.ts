import { parseChinese, UNITS } from './numerals.ts';

/** A number in a text: its value, its end, and its form. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Whether 余 or 多 is in or after it: 80余, 20 多万. */
  readonly above: boolean;
  /** Whether it is only a counting unit without a digit, such as 百 in 近百家. */
  readonly bare: boolean;
  readonly chinese: boolean;
}

/** In 千瓦 and 千克, 千 begins a unit of measure and is not a thousand. */
const THOUSAND = '千(?![瓦克米卡伏])';
const SCALE = `(?:[十百万亿]|${THOUSAND})+`;
const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const CHINESE = `(?:[〇零一二两三四五六七八九十百万亿]|${THOUSAND})+(?:点[〇零一二三四五六七八九]+)?`;
const NUMBER = new RegExp(
  String.raw`(?:(?<arabic>${ARABIC})|(?<chinese>${CHINESE}))(?<inner>\s*[余多](?=\s*${SCALE}))?\s*(?<scale>${SCALE})?(?<trailing>\s*[余多])?`,
  'y',
);

/**
 * The number that begins at `start`, in digits or Chinese numerals: 1.21万, 20 多万, 一万两千余, 1,200. Null if there is
 * none, or if the numeral is malformed. The text must be half-width.
 */
export function readNumber(text: string, start: number): ReadNumber | null {
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const { arabic, chinese, scale = '', inner, trailing } = match.groups as Record<string, string | undefined>;
  // Scaled as text below: in floating point, 1.91 * 1e8 is not exactly 191000000.
  const exponent = [...scale].reduce((sum, unit) => sum + (UNITS[unit] as number), 0);
  const base = arabic === undefined ? parseChinese(chinese as string) : Number(arabic.replaceAll(',', ''));
  if (base === null) return null;
  return {
    value: Number(`${base}e${exponent}`),
    end: start + match[0].trimEnd().length,
    above: inner !== undefined || trailing !== undefined,
    bare:
      chinese !== undefined &&
      [...chinese].every((character) => UNITS[character] !== undefined && character !== '十'),
    chinese: chinese !== undefined,
  };
}
