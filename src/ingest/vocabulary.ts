import { join } from 'node:path';
import { z } from 'zod';
import { AGENCY_KINDS, AGENCY_LEVELS, PILOT_ZONE_KINDS } from '../domain/nodes.ts';
import { Problems } from './problems.ts';
import { type Path, readYamlFile, type YamlFile } from './read-yaml.ts';

const words = z.string().trim().min(1);
const named = {
  name: words,
  /** The key of the node's id; the name, unless the body was renamed and must keep its id. */
  id: words.optional(),
  aliases: z.array(words).default([]),
};

const agencySchema = z.strictObject({
  ...named,
  kind: z.enum(AGENCY_KINDS).exclude(['UNLISTED']),
  level: z.enum(AGENCY_LEVELS).exclude(['UNLISTED']),
  partOf: words.optional(),
});
const zoneSchema = z.strictObject({
  ...named,
  kind: z.enum(PILOT_ZONE_KINDS),
  partOf: words.optional(),
  /** The agency that is this zone's own authority. */
  authority: words.optional(),
  /** Longer words in which a name of the zone is no evidence of the place. */
  notIn: z.array(words).default([]),
});
const themeSchema = z.strictObject({
  ...named,
  /** The words of a title or content that prove the theme. */
  phrases: z.array(words).min(1),
  notIn: z.array(words).default([]),
});
const domainSchema = z.strictObject({ ...named, themes: z.array(themeSchema).min(1) });
const regionSchema = z.strictObject(named);

export type AgencyEntry = z.infer<typeof agencySchema>;
export type ZoneEntry = z.infer<typeof zoneSchema>;
export type ThemeEntry = z.infer<typeof themeSchema>;
export type DomainEntry = z.infer<typeof domainSchema>;
export type RegionEntry = z.infer<typeof regionSchema>;

/** What a person has said of names: the four YAML files of seeds/, checked against each other. */
export interface Vocabulary {
  readonly agencies: readonly AgencyEntry[];
  readonly zones: readonly ZoneEntry[];
  readonly domains: readonly DomainEntry[];
  readonly regions: readonly RegionEntry[];
}

/** @throws IngestFailed naming file, line and column: malformed entries, names given twice, references to nobody */
export function readVocabulary(directory: string): Vocabulary {
  const agencies = readYamlFile(join(directory, 'agencies.yaml'), z.array(agencySchema));
  const zones = readYamlFile(join(directory, 'zones.yaml'), z.array(zoneSchema));
  const domains = readYamlFile(join(directory, 'themes.yaml'), z.array(domainSchema));
  const regions = readYamlFile(join(directory, 'regions.yaml'), z.array(regionSchema));

  checkNames(agencies, entriesOf(agencies.value));
  checkNames(zones, entriesOf(zones.value));
  checkNames(regions, entriesOf(regions.value));
  checkNames(domains, [
    ...entriesOf(domains.value),
    ...domains.value.flatMap((domain, index) =>
      entriesOf(domain.themes).map(({ path, entry }) => ({ path: [index, 'themes', ...path], entry })),
    ),
  ]);
  checkReferences(agencies, 'partOf', agencies.value);
  checkReferences(zones, 'partOf', zones.value);
  checkReferences(zones, 'authority', agencies.value);
  return { agencies: agencies.value, zones: zones.value, domains: domains.value, regions: regions.value };
}

interface Named {
  readonly name: string;
  readonly id?: string | undefined;
  readonly aliases: readonly string[];
}

/** The key of the entry's node. */
export const keyOf = ({ id, name }: Named): string => id ?? name;

const entriesOf = (list: readonly Named[]): { path: Path; entry: Named }[] =>
  list.map((entry, index) => ({ path: [index], entry }));

function checkNames(file: YamlFile<unknown>, entries: readonly { path: Path; entry: Named }[]): void {
  const problems = new Problems(file.file);
  const owners = new Map<string, Named>();
  for (const { path, entry } of entries) {
    const names: [Path, string][] = [
      [[...path, 'name'], entry.name],
      ...entry.aliases.map((alias, index): [Path, string] => [[...path, 'aliases', index], alias]),
    ];
    for (const [at, name] of names) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, entry);
      else {
        const message = `the name belongs to ${owner.name} already`;
        problems.add({
          ...file.placeOf(at),
          text: name,
          message,
          mend: 'a name or alias may stand once: remove one of the two',
        });
      }
    }
  }
  problems.throwIfAny();
}

function checkReferences<K extends string>(
  file: YamlFile<readonly Partial<Record<K, string | undefined>>[]>,
  key: K,
  targets: readonly Named[],
): void {
  const problems = new Problems(file.file);
  const names = new Set(targets.map(({ name }) => name));
  for (const [index, entry] of file.value.entries()) {
    const name = entry[key];
    if (name !== undefined && !names.has(name)) {
      problems.add({
        ...file.placeOf([index, key]),
        text: name,
        message: `${key} names nobody`,
        mend: 'write a canonical name, as in its entry',
      });
    }
  }
  problems.throwIfAny();
}
