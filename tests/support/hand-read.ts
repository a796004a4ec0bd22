import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SEEDS } from './seeds.ts';

/** What a person found in the seventh bulletin; see the comments in the fixture. */
interface HandRead {
  readonly agencies: number;
  readonly responsibilities: number;
  readonly regions: Readonly<Record<string, number>>;
  readonly jingjinji: readonly number[];
  readonly itemsOwnedByTwoOrMore: readonly number[];
  readonly itemsWithoutZone: readonly number[];
  readonly agencyItems: Readonly<Record<string, readonly number[]>>;
  readonly zoneItems: Readonly<Record<string, readonly number[]>>;
  readonly themeItems: Readonly<Record<string, readonly number[]>>;
  readonly pairs: readonly { readonly agencies: readonly string[]; readonly items: readonly number[] }[];
  readonly items: readonly HandReadItem[];
}

interface HandReadItem {
  readonly number: number;
  readonly title: string;
  readonly agencies: readonly string[];
  readonly region: string;
  readonly zones: readonly Found[];
  readonly themes: readonly Found[];
}

/** A zone or theme with one piece of evidence: the words and the column that contains them. */
interface Found {
  readonly name: string;
  readonly quote: string;
  readonly field: string;
}

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

export const handRead = readYaml(join(import.meta.dirname, '../fixtures/tianjin-7.yaml')) as HandRead;

/** An entry of a vocabulary file: only the parts that tests use. */
interface Entry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly themes?: readonly Entry[];
}
export const vocabularyOf = (name: 'agencies' | 'zones' | 'themes' | 'regions'): readonly Entry[] =>
  readYaml(join(SEEDS, `${name}.yaml`)) as Entry[];

/** The top-level themes, each with the items of all themes below it. */
export const upperThemeItems: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  vocabularyOf('themes').map(({ name, themes = [] }) => [
    name,
    ascending(new Set(themes.flatMap((theme) => handRead.themeItems[theme.name] ?? []))),
  ]),
);

export const ALL_ITEMS: readonly number[] = handRead.items.map(({ number }) => number);

/** The numbers of the items that match, from the hand-read data. */
export const itemsWhere = (meets: (item: HandReadItem) => boolean): number[] =>
  handRead.items.filter(meets).map(({ number }) => number);

export function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** A node's id as the API contract defines it: opaque to clients, derived only from label and key. */
export const globalId = (label: string, key: string): string =>
  Buffer.from(`${label}:${key}`, 'utf8').toString('base64url');
