import { dayAfter } from '../domain/iso-date.ts';
import type { AgencyNode } from '../domain/nodes.ts';
import type { Path } from './read-yaml.ts';
import type { AgencyEntry } from './vocabulary-entries.ts';

/** A day before, and a day after, all days that a vocabulary can contain. */
const BEGINNING = '0000-01-01';
const END = '9999-12-31';

/** A name of an agency and the period in which it is valid. `from` and `to` are inclusive. */
export interface NamePeriod {
  readonly name: string;
  readonly entry: AgencyEntry;
  readonly from: string;
  readonly to: string;
  /** The path of the name, relative to the entry. */
  readonly path: Path;
}

/**
 * The former names of an agency, oldest first. Each ends on its own last day. It starts on its own first day if given,
 * else on the day after the name before it.
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

/** All names of an agency. Aliases are valid while it exists; the current name starts after the last former one. */
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

/** The node properties for an agency's former names and its first and last day. Unknown ones are absent. */
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
 * Maps each name to the agency that it means in a text published on the given day: the agency that had the name then.
 * If no agency did, or the day is unknown, the agency that had the name last.
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
