import { dayAfter } from '../domain/iso-date.ts';
import type { AgencyNode } from '../domain/nodes.ts';
import type { Path } from './read-yaml.ts';
import type { AgencyEntry } from './vocabulary-entries.ts';

/** Before and behind all days that a vocabulary may write. */
const BEGINNING = '0000-01-01';
const END = '9999-12-31';

/** A name of a body and when it is one, both days included. */
export interface NamePeriod {
  readonly name: string;
  readonly entry: AgencyEntry;
  readonly from: string;
  readonly to: string;
  /** Where the name stands, below the entry. */
  readonly path: Path;
}

/**
 * A body's former names, oldest first, each until its own last day, and from its own first day or behind the one
 * before it.
 */
export function formerNames(entry: AgencyEntry): NamePeriod[] {
  let from = entry.validFrom ?? BEGINNING;
  return entry.formerNames
    .map((former, index) => ({ ...former, index }))
    .sort((a, b) => (a.validTo < b.validTo ? -1 : 1))
    .map(({ name, validFrom, validTo, index }) => {
      const period = {
        name,
        entry,
        from: validFrom ?? from,
        to: validTo,
        path: ['formerNames', index, 'name'],
      };
      from = dayAfter(validTo);
      return period;
    });
}

/** All names of a body. Its aliases are so for as long as it exists, its name of today since the last former one. */
export function namePeriods(entry: AgencyEntry): NamePeriod[] {
  const former = formerNames(entry);
  const [first, to] = [entry.validFrom ?? BEGINNING, entry.validTo ?? END];
  const last = former.at(-1);
  return [
    { name: entry.name, entry, from: last === undefined ? first : dayAfter(last.to), to, path: ['name'] },
    ...entry.aliases.map((name, index) => ({ name, entry, from: first, to, path: ['aliases', index] })),
    ...former,
  ];
}

/** What the graph has of a body's names and days; what there is not, is absent. */
export function agencyHistory(entry: AgencyEntry): Partial<AgencyNode> {
  const { validFrom, validTo } = entry;
  const former = formerNames(entry);
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(former.length === 0
      ? {}
      : {
          formerNames: former.map(({ name }) => name),
          formerNamesFrom: former.map(({ from }) => (from === BEGINNING ? '' : from)),
          formerNamesTo: former.map(({ to }) => to),
        }),
  };
}

/**
 * Which body each name means in what was published on a day: the one that had it then; else, and where the day is not
 * known, the one that had it last.
 */
export function bodiesByName(
  agencies: readonly AgencyEntry[],
  published: string | undefined,
): Map<string, AgencyEntry> {
  const had = ({ from, to }: NamePeriod): boolean =>
    published !== undefined && from <= published && published <= to;
  const better = (a: NamePeriod, b: NamePeriod): boolean => (had(a) === had(b) ? a.to > b.to : had(a));
  const best = new Map<string, NamePeriod>();
  for (const period of agencies.flatMap(namePeriods)) {
    const known = best.get(period.name);
    if (known === undefined || better(period, known)) best.set(period.name, period);
  }
  return new Map([...best].map(([name, { entry }]) => [name, entry]));
}
