import { foldCharacter } from './fold-character.ts';

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** By UTF-16 unit: the single unit that it folds to, or UNKNOWN or LONG. */
const units = new Uint16Array(0x10000);
/** Not looked up yet. */
const UNKNOWN = 0;
/** Folds to no unit or to several, or is half of a surrogate pair. */
const LONG = 1;
const longer = new Map<number, string>();

function unitOf(unit: number): number {
  const known = units[unit] as number;
  if (known !== UNKNOWN) return known;
  if (isSurrogate(unit)) units[unit] = LONG;
  else {
    const folded = foldCharacter(String.fromCharCode(unit));
    const one = folded.length === 1 ? folded.charCodeAt(0) : LONG;
    // A text may contain U+0000 and U+0001, which have a special meaning in this table.
    units[unit] = one > LONG ? one : LONG;
    if (one <= LONG) longer.set(unit, folded);
  }
  return units[unit] as number;
}

/** Folds the character at a position of a text. */
function foldAt(text: string, at: number): { readonly folded: string; readonly length: number } {
  const unit = text.charCodeAt(at);
  if (!isSurrogate(unit)) {
    const one = unitOf(unit);
    return { folded: one === LONG ? (longer.get(unit) as string) : String.fromCharCode(one), length: 1 };
  }
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  // Half of a pair is no character; it stays unchanged.
  return { folded: character.length === 1 ? character : foldCharacter(character), length: character.length };
}

/** Folds each character by itself (see foldCharacter). Each white space character becomes one space. */
export function foldCharacters(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const one = unitOf(unit);
    if (one === unit) {
      at += 1;
      continue;
    }
    folded += text.slice(from, at);
    if (one === LONG) {
      const next = foldAt(text, at);
      folded += next.folded;
      at += next.length;
    } else {
      folded += String.fromCharCode(one);
      at += 1;
    }
    from = at;
  }
  return from === 0 ? text : folded + text.slice(from);
}

const ENDS_IN_HAN = /\p{Script=Han}$/u;
const BEGINS_WITH_HAN = /^\p{Script=Han}/u;

/** The spans of redundant spaces: at the ends, beside a Chinese character, and all but the first of a run. */
function* idleBlanks(folded: string): Generator<readonly [start: number, end: number]> {
  for (let start = folded.indexOf(' '); start >= 0; ) {
    let end = start + 1;
    while (folded.charCodeAt(end) === 0x20) end += 1;
    const isIdle =
      start === 0 ||
      end === folded.length ||
      ENDS_IN_HAN.test(folded.slice(Math.max(0, start - 2), start)) ||
      BEGINS_WITH_HAN.test(folded.slice(end, end + 2));
    if (isIdle) yield [start, end];
    else if (end > start + 1) yield [start + 1, end];
    start = folded.indexOf(' ', end);
  }
}

function dropBlanks(folded: string): string {
  let kept = '';
  let from = 0;
  for (const [start, end] of idleBlanks(folded)) {
    kept += folded.slice(from, start);
    from = end;
  }
  return from === 0 ? folded : kept + folded.slice(from);
}

/**
 * The form of a text in all comparisons of texts or names: lower case, without accents, half-width, traditional
 * characters simplified, compatibility forms decomposed. Any run of white space is one space, and there is none beside
 * a Chinese character: 2023 年 is 2023年. Folding a folded text changes nothing.
 */
export const foldText = (text: string): string => dropBlanks(foldCharacters(text));

/** A folded text that can locate each of its parts in the original. */
export interface FoldedText {
  readonly text: string;
  /** The span in the original, in UTF-16 units, of the part [start, end). */
  spanOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/** `foldText`, with positions in the original. */
export function foldWithOffsets(original: string): FoldedText {
  if (foldText(original) === original) return { text: original, spanOf: (start, end) => ({ start, end }) };
  const starts: number[] = [];
  const ends: number[] = [];
  let all = '';
  for (let at = 0; at < original.length; ) {
    const { folded, length } = foldAt(original, at);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(at + length);
    }
    // An accent belongs to the letter before it.
    if (folded === '' && ends.length > 0 && /^\p{M}/u.test(original.slice(at, at + length)))
      ends[ends.length - 1] = at + length;
    all += folded;
    at += length;
  }
  return { text: dropBlanks(all), spanOf: placesIn(all, starts, ends) };
}

function placesIn(all: string, starts: readonly number[], ends: readonly number[]): FoldedText['spanOf'] {
  /** By position in the text without redundant spaces: the position in the text with them. */
  const kept: number[] = [];
  let from = 0;
  for (const [blank, end] of idleBlanks(all)) {
    for (; from < blank; from += 1) kept.push(from);
    from = end;
  }
  for (; from < all.length; from += 1) kept.push(from);
  return (start, end) => ({
    start: starts[kept[start] as number] as number,
    end: ends[kept[end - 1] as number] as number,
  });
}
