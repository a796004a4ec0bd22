import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ThemeEntry, ZoneEntry } from '../../src/ingest/vocabulary-entries.ts';
import type { Dice } from './dice.ts';
import type { DrawnItem } from './draw-item.ts';

const wordLists = z
  .record(z.string(), z.array(z.string()).min(1))
  .parse(parse(readFileSync(join(import.meta.dirname, 'words.yaml'), 'utf8')));

/** Target length in UTF-16 code units. The last sentence may exceed `most` by its own length. */
const AIM = { least: 150, most: 380 };
/** Above 1, short texts are more common than long ones, as in the bulletins. */
const SHORT_BIAS = 1.6;
/** With this number of draws, a slot repeats a word only if its list is nearly used up. */
const DRAWS = 4;

const NUMBERS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  year: [2019, 2024],
  month: [1, 12],
  day: [1, 28],
  few: [2, 9],
  tens: [10, 99],
  hundreds: [100, 999],
  thousands: [1000, 9999],
  cents: [10, 99],
};

/** Literal words and slot names alternate, beginning with words. */
const partsOf = new Map<string, readonly string[]>();

function split(template: string): readonly string[] {
  const known = partsOf.get(template);
  if (known) return known;
  const parts = template.split(/\{(\w+)\}/);
  partsOf.set(template, parts);
  return parts;
}

/** `measure2` is a second draw from `measure`, unless a list has that name. */
function listOf(slot: string): readonly string[] {
  const list = wordLists[slot] ?? wordLists[slot.replace(/\d$/, '')];
  if (list === undefined) throw new Error(`words.yaml has no list for {${slot}}`);
  return list;
}

type Given = Readonly<Record<string, () => string>>;

class Composer {
  readonly #dice: Dice;
  readonly #used = new Set<string>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  sentence(list: string, given: Given): string {
    return this.#fill(this.#fresh(list), given);
  }

  #fill(template: string, given: Given): string {
    return split(template)
      .map((part, index) => (index % 2 === 0 ? part : this.#slot(part, given)))
      .join('');
  }

  #slot(slot: string, given: Given): string {
    const range = NUMBERS[slot];
    if (range) return String(this.#dice.between(...range));
    return given[slot]?.() ?? this.#fill(this.#fresh(slot), given);
  }

  #fresh(slot: string): string {
    const list = listOf(slot);
    let words = this.#dice.pickSkewed(list);
    for (let draw = 1; draw < DRAWS && this.#used.has(words); draw += 1) words = this.#dice.pickSkewed(list);
    this.#used.add(words);
    return words;
  }
}

/** The two text cells of an item, which prove its zones and themes. No tabs, line breaks or markup. */
export function composeText(
  { themes, zones }: DrawnItem,
  dice: Dice,
): { readonly title: string; readonly content: string } {
  const composer = new Composer(dice);
  const about = (theme: ThemeEntry | undefined, zone: ZoneEntry | undefined): Given => ({
    theme: () => dice.pickSkewed(theme?.phrases ?? []),
    place: () => dice.pickSkewed(zone ? [zone.name, ...zone.aliases] : listOf('generic')),
  });
  const [theme] = themes;
  const [zone] = zones;
  const title = composer.sentence('title', about(theme, zone));
  const begin = [
    composer.sentence('opening', about(theme, zone)),
    ...themes.slice(1).map((other) => composer.sentence('also', about(other, zone))),
    ...zones.slice(1).map((other) => composer.sentence('elsewhere', about(theme, other))),
  ].join('');
  const end = composer.sentence('closing', about(theme, zone));
  const aim = AIM.least + dice.next() ** SHORT_BIAS * (AIM.most - AIM.least);
  let content = begin;
  while (content.length + end.length < aim) content += composer.sentence('middle', about(theme, zone));
  return { title, content: content + end };
}
