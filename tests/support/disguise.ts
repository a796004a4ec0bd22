import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { RADICALS } from '../../src/text/cjk-radicals.ts';

const traditional = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));

/** Compatibility forms of a character: radicals, as PDFs contain them, and compatibility ideographs. */
const forms = new Map<string, string[]>();
const addForm = (character: string, form: string): void => {
  forms.set(character, [...(forms.get(character) ?? []), form]);
};
for (const [first, last] of [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfad9],
] as const)
  for (let code = first; code <= last; code += 1) {
    const form = String.fromCharCode(code);
    const character = form.normalize('NFKC');
    if (character !== form) addForm(character, form);
  }
for (const [form, character] of RADICALS) addForm(character, form);

const wide = (character: string): string =>
  /^[!-~]$/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;

const BLANKS = [' ', '\u3000', '\u00a0', '\n', '\t', ' \u2009 '];
const NOTHINGS = ['\u200b', '\ufeff', '\u2060', '\u00ad'];

interface Disguise {
  /** Whether blanks may come between Chinese characters. In a search they would divide words. */
  readonly blanksWithin: boolean;
}

/** A text as somebody else may write or copy it: other case, width, script, character forms and blanks. */
export function disguised(text: string, { blanksWithin }: Disguise): fc.Arbitrary<string> {
  const scripts = fc.constantFrom((each: string) => each, ...traditional);
  return scripts.chain((convert) => {
    const characters = [...convert(text)];
    const dice = fc.array(fc.nat(1000), { minLength: characters.length, maxLength: characters.length });
    return fc.tuple(dice, fc.boolean()).map(([numbers, decomposed]) => {
      const changed = characters.map((character, at) =>
        changedBy(character, numbers[at] as number, blanksWithin),
      );
      const whole = `${BLANKS[(numbers[0] ?? 0) % BLANKS.length]}${changed.join('')}\u3000`;
      return decomposed ? whole.normalize('NFD') : whole;
    });
  });
}

function changedBy(character: string, number: number, blanksWithin: boolean): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(number / 7) % list.length] as T;
  if (/\s/.test(character)) return pick(BLANKS);
  switch (number % 7) {
    case 0:
      return character.toUpperCase();
    case 1:
      return wide(character);
    case 2:
      return wide(character.toUpperCase());
    case 3:
      return pick(forms.get(character) ?? [character]);
    case 4:
      return character + pick(NOTHINGS);
    case 5:
      return blanksWithin && /\p{Script=Han}/u.test(character) ? character + pick(BLANKS) : character;
    default:
      return character;
  }
}
