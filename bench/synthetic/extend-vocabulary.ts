import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { AGENCY_KINDS, AGENCY_LEVELS } from '../../src/domain/nodes.ts';
import { readVocabulary, type Vocabulary } from '../../src/ingest/vocabulary.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const WHOLE = '天津自贸试验区';
/** District agencies per zone body: keeps agencies with a zone of their own as rare as new zones. */
const DISTRICT_AGENCIES_PER_BODY = 20;

const namesSchema = z.strictObject({
  municipal: z.array(z.tuple([z.string(), z.enum(AGENCY_KINDS), z.enum(AGENCY_LEVELS)])),
  districts: z.array(z.string()),
  departments: z.array(z.tuple([z.string(), z.string()])),
  areas: z.array(z.string()),
  linkedZones: z.array(z.string()),
  themes: z.array(z.unknown()),
});
type Names = z.infer<typeof namesSchema>;

const linkedZoneName = (place: string): string => `${place}联动创新区`;

function agencies({ municipal, districts, departments, linkedZones }: Names): object[] {
  const bodies = linkedZones.map((place) => ({
    name: `${WHOLE}${linkedZoneName(place)}`,
    kind: 'ZONE_BODY',
    level: 'FREE_TRADE_ZONE',
  }));
  const district = departments.flatMap(([department, partOf]) =>
    districts.map((name) => ({
      name: `${name}${department}`,
      kind: 'GOVERNMENT_DEPARTMENT',
      level: 'MUNICIPAL',
      partOf,
    })),
  );
  return [
    ...municipal.map(([name, kind, level]) => ({ name, kind, level })),
    ...district.flatMap((agency, index) => {
      const body = bodies[Math.floor(index / DISTRICT_AGENCIES_PER_BODY)];
      const isLast = index % DISTRICT_AGENCIES_PER_BODY === DISTRICT_AGENCIES_PER_BODY - 1;
      return isLast && body ? [agency, body] : [agency];
    }),
  ];
}

function zones({ areas, linkedZones }: Names): object[] {
  const part = (name: string) => ({
    name,
    partOf: WHOLE,
    // Without the name of the whole zone in front, the first half of the name would match the whole zone.
    aliases: [`${WHOLE}${name}`, `自贸试验区${name}`],
  });
  return [
    ...areas.map((name) => ({ ...part(name), kind: 'AREA' })),
    ...linkedZones.map(linkedZoneName).map((name) => ({
      ...part(name),
      kind: 'LINKED_INNOVATION_ZONE',
      authority: `${WHOLE}${name}`,
    })),
  ];
}

/**
 * Writes the four vocabularies of seeds/, with the invented entries after the real ones, and the unchanged rules of
 * facts. Reads them back and checks them.
 */
export function writeVocabulary(folder: string): Vocabulary {
  const names = namesSchema.parse(parse(readFileSync(join(import.meta.dirname, 'names.yaml'), 'utf8')));
  const extended = { agencies: agencies(names), zones: zones(names), themes: names.themes, regions: [] };
  for (const [name, entries] of Object.entries(extended)) {
    const real = readFileSync(join(SEEDS, `${name}.yaml`), 'utf8');
    writeFileSync(
      join(folder, `${name}.yaml`),
      entries.length === 0 ? real : `${real}\n${stringify(entries)}`,
    );
  }
  cpSync(join(SEEDS, 'facts'), join(folder, 'facts'), { recursive: true });
  return readVocabulary(folder);
}
