import { join } from 'node:path';
import { z } from 'zod';
import { AGENCY_KINDS, AGENCY_LEVELS, PILOT_ZONE_KINDS } from '../domain/nodes.ts';
import { type Corrections, readCorrections } from './facts/corrections.ts';
import { type FactRules, readFactRules } from './facts/fact-rules.ts';
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

/** What a person has said of names and of facts: the YAML files of seeds/, those of names checked against each other. */
export interface Vocabulary {
  readonly agencies: readonly AgencyEntry[];
  readonly zones: readonly ZoneEntry[];
  readonly domains: readonly DomainEntry[];
  readonly regions: readonly RegionEntry[];
  readonly facts: FactRules;
  readonly corrections: Corrections;
}

/**
 * @throws IngestFailed naming file, line and column: malformed entries, names given twice, references to nobody,
 *   zones or agencies that are part of themselves
 */
export function readVocabulary(directory: string): Vocabulary {
  const agencies = readYamlFile(join(directory, 'agencies.yaml'), z.array(agencySchema));
  const zones = readYamlFile(join(directory, 'zones.yaml'), z.array(zoneSchema));
  const domains = readYamlFile(join(directory, 'themes.yaml'), z.array(domainSchema));
  const regions = readYamlFile(join(directory, 'regions.yaml'), z.array(regionSchema));

  const themes = domains.value.flatMap((domain, index) =>
    entriesOf(domain.themes).map(({ path, entry }) => ({ path: [index, 'themes', ...path], entry })),
  );
  const inAgencies = new Problems(agencies.file);
  checkNames(agencies, entriesOf(agencies.value), inAgencies);
  checkReferences(agencies, 'partOf', agencies.value, inAgencies);
  checkWholes(agencies, inAgencies);
  const inZones = new Problems(zones.file);
  checkNames(zones, entriesOf(zones.value), inZones);
  checkReferences(zones, 'partOf', zones.value, inZones);
  checkReferences(zones, 'authority', agencies.value, inZones);
  checkWholes(zones, inZones);
  const inThemes = new Problems(domains.file);
  checkNames(domains, [...entriesOf(domains.value), ...themes], inThemes);
  const inRegions = new Problems(regions.file);
  checkNames(regions, entriesOf(regions.value), inRegions);
  inAgencies.throwIfAny(inZones, inThemes, inRegions);
  return {
    agencies: agencies.value,
    zones: zones.value,
    domains: domains.value,
    regions: regions.value,
    facts: readFactRules(join(directory, 'facts')),
    corrections: readCorrections(join(directory, 'corrections.yaml')),
  };
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

/** An id counts as a name, so that no two entries share a node; an entry may give its id again as an alias. */
function checkNames(
  file: YamlFile<unknown>,
  entries: readonly { path: Path; entry: Named }[],
  problems: Problems,
): void {
  const owners = new Map<string, Named>();
  for (const { path, entry } of entries) {
    const names: [Path, string][] = [
      [[...path, 'name'], entry.name],
      ...entry.aliases.map((alias, index): [Path, string] => [[...path, 'aliases', index], alias]),
    ];
    if (!names.some(([, name]) => name === keyOf(entry))) names.push([[...path, 'id'], keyOf(entry)]);
    for (const [at, name] of names) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, entry);
      else {
        const message = `the name belongs to ${owner.name} already`;
        problems.add({
          ...file.placeOf(at),
          text: name,
          message,
          mend: 'a name, alias or id may stand once: remove one of the two',
        });
      }
    }
  }
}

function checkReferences<K extends string>(
  file: YamlFile<readonly Partial<Record<K, string | undefined>>[]>,
  key: K,
  targets: readonly Named[],
  problems: Problems,
): void {
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
}

/** Going from part to whole must end: each entry that comes back to itself is refused. */
function checkWholes(
  file: YamlFile<readonly { name: string; partOf?: string | undefined }[]>,
  problems: Problems,
): void {
  const wholeOf = new Map(file.value.map(({ name, partOf }) => [name, partOf]));
  for (const [index, { name }] of file.value.entries()) {
    const way: string[] = [];
    let whole = wholeOf.get(name);
    while (whole !== undefined && whole !== name && !way.includes(whole)) {
      way.push(whole);
      whole = wholeOf.get(whole);
    }
    if (whole !== name) continue;
    problems.add({
      ...file.placeOf([index, 'partOf']),
      text: name,
      message: [name, ...way, name].join(' is part of '),
      mend: 'remove the partOf that is wrong',
    });
  }
}
