import { pinyin } from 'pinyin-pro';

/** Users type ü as v, and many type u. */
const spellings = (syllable: string): string[] =>
  syllable.includes('ü') ? [syllable.replace('ü', 'v'), syllable.replace('ü', 'u')] : [syllable];

/** Every reading of a character, without tones; none if it is not Chinese. */
export function readingsOf(character: string): string[] {
  if (!/\p{Script=Han}/u.test(character)) return [];
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(readings.flatMap(spellings))].filter((reading) => /^[a-z]+$/.test(reading));
}

/** The syllable of each character of a name, as read in that name (银行 is yin hang); other characters unchanged. */
export const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());

/** Syllables as spelled, and the characters each may stand for. */
export class SyllableTable {
  readonly #characters = new Map<string, Set<string>>();

  add(character: string): void {
    for (const reading of readingsOf(character)) {
      const characters = this.#characters.get(reading) ?? new Set();
      this.#characters.set(reading, characters.add(character));
    }
  }

  /**
   * The ways to read letters as syllables. Each way lists the possible characters of every syllable: rongzi as 融容荣…
   * then 资子…. The last syllable may be unfinished, as while typing, if it is not the only one. At most `most` ways.
   */
  classes(letters: string, most: number): string[][] {
    const ways: string[][] = [];
    /**
     * Positions from which no reading continues. Without them, every way to such a position would be tried, possibly
     * millions.
     */
    const dead = new Set<number>();
    const goOn = (from: number, classes: string[]): void => {
      if (ways.length >= most || dead.has(from)) return;
      const before = ways.length;
      if (from === letters.length) {
        ways.push(classes);
        return;
      }
      for (let to = Math.min(letters.length, from + 6); to > from; to -= 1) {
        const characters = this.#characters.get(letters.slice(from, to));
        if (characters) goOn(to, [...classes, [...characters].join('')]);
      }
      const begun = from > 0 ? this.#begunWith(letters.slice(from)) : '';
      if (begun !== '' && ways.length < most) ways.push([...classes, begun]);
      if (ways.length === before) dead.add(from);
    };
    goOn(0, []);
    return ways;
  }

  #begunWith(letters: string): string {
    if (letters.length > 5 || this.#characters.has(letters)) return '';
    const characters = new Set<string>();
    for (const [syllable, group] of this.#characters) {
      if (syllable.startsWith(letters)) for (const character of group) characters.add(character);
    }
    return [...characters].join('');
  }
}
