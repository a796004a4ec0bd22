import { join } from 'node:path';
import { z } from 'zod';
import { checkAgencyDates } from './check-agency-dates.ts';
import { checkCircles, checkNames, checkReferences, entriesOf } from './check-names.ts';
import { type Corrections, readCorrections } from './facts/corrections.ts';
import { type FactRules, readFactRules } from './facts/fact-rules.ts';
import { Problems } from './problems.ts';
import { readYamlFile } from './read-yaml.ts';
import {
  type AgencyEntry,
  agencySchema,
  type DomainEntry,
  domainSchema,
  type RegionEntry,
  regionSchema,
  type ZoneEntry,
  zoneSchema,
} from './vocabulary-entries.ts';

/** Names and rules written by a person: the YAML files of seeds/. The files of names are checked against each other. */
export interface Vocabulary {
  readonly agencies: readonly AgencyEntry[];
  readonly zones: readonly ZoneEntry[];
  readonly domains: readonly DomainEntry[];
  readonly regions: readonly RegionEntry[];
  readonly facts: FactRules;
  readonly corrections: Corrections;
}

/**
 * @throws IngestFailed with file, line and column: malformed entries, duplicate names, references to unknown names,
 *   zones or agencies that are part of themselves, agencies merged in a circle, dates that contradict each other
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
  checkReferences(agencies, 'mergedInto', agencies.value, inAgencies);
  checkCircles(agencies, 'partOf', ' is part of ', inAgencies);
  checkCircles(agencies, 'mergedInto', ' is merged into ', inAgencies);
  checkAgencyDates(agencies, inAgencies);
  const inZones = new Problems(zones.file);
  checkNames(zones, entriesOf(zones.value), inZones);
  checkReferences(zones, 'partOf', zones.value, inZones);
  checkReferences(zones, 'authority', agencies.value, inZones);
  checkCircles(zones, 'partOf', ' is part of ', inZones);
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
