import { formerNames, type NamePeriod, namePeriods } from './agency-names.ts';
import type { Problems } from './problems.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import type { AgencyEntry } from './vocabulary-entries.ts';

type Refuse = (path: Path, text: string, message: string, fix: string) => void;

/** Adds to `problems` the dates that contradict each other, and the names that two agencies have on the same day. */
export function checkAgencyDates(file: YamlFile<readonly AgencyEntry[]>, problems: Problems): void {
  const refuse: Refuse = (path, text, message, fix) =>
    problems.add({ ...file.locationOf(path), text, message, fix });
  const byName = new Map(file.value.map((entry) => [entry.name, entry]));
  for (const [index, entry] of file.value.entries()) {
    const within: Refuse = (path, ...rest) => refuse([index, ...path], ...rest);
    checkExistence(entry, within);
    checkFormerNames(entry, within);
    checkMerger(entry, byName, within);
  }
  checkSharedNames(file.value, refuse);
}

function checkExistence({ validFrom, validTo }: AgencyEntry, refuse: Refuse): void {
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return;
  refuse(['validTo'], validTo, `it ends before it begins (${validFrom})`, 'correct validFrom or validTo');
}

function checkFormerNames(entry: AgencyEntry, refuse: Refuse): void {
  for (const [index, { validFrom, validTo }] of entry.formerNames.entries()) {
    const at = (key: string): Path => ['formerNames', index, key];
    if (validFrom !== undefined && validFrom > validTo)
      refuse(
        at('validTo'),
        validTo,
        `the name ends before it begins (${validFrom})`,
        'correct one of the two',
      );
    if (entry.validTo !== undefined && validTo >= entry.validTo)
      refuse(
        at('validTo'),
        validTo,
        `the body itself ends on ${entry.validTo}`,
        'a former name ends before that',
      );
    const first = validFrom ?? validTo;
    if (entry.validFrom !== undefined && first < entry.validFrom)
      refuse(
        at(validFrom === undefined ? 'validTo' : 'validFrom'),
        first,
        `the body itself begins on ${entry.validFrom}`,
        'a name is no older than its body',
      );
  }
  let before: NamePeriod | undefined;
  for (const period of formerNames(entry)) {
    if (before !== undefined && period.from <= before.to)
      refuse(
        period.path,
        period.name,
        `the body is still called ${before.name} then, until ${before.to}`,
        'let one former name end before the next begins',
      );
    before = period;
  }
}

function checkMerger(
  { name, validTo, mergedInto }: AgencyEntry,
  byName: ReadonlyMap<string, AgencyEntry>,
  refuse: Refuse,
): void {
  if (mergedInto === undefined) return;
  const [end, text] = [byName.get(mergedInto)?.validTo, mergedInto];
  if (validTo === undefined)
    refuse(['mergedInto'], text, `nothing says when ${name} ended`, 'add validTo, its last day');
  else if (end !== undefined && end <= validTo)
    refuse(['mergedInto'], text, `that body ended before, on ${end}`, 'name the body that it became part of');
}

/** Checks former names: another agency can have one on other days. vocabulary.ts checks canonical names and aliases. */
function checkSharedNames(agencies: readonly AgencyEntry[], refuse: Refuse): void {
  const holders = new Map<string, { period: NamePeriod; index: number }[]>();
  for (const [index, entry] of agencies.entries()) {
    for (const period of namePeriods(entry)) {
      const others = holders.get(period.name) ?? [];
      holders.set(period.name, [...others, { period, index }]);
      const former = ({ path }: NamePeriod): boolean => path[0] === 'formerNames';
      const clash = others.find(
        ({ period: other }) =>
          (former(period) || former(other)) && other.from <= period.to && period.from <= other.to,
      )?.period;
      if (clash === undefined) continue;
      const from = clash.from > period.from ? clash.from : period.from;
      refuse(
        [index, ...period.path],
        period.name,
        `the name belongs to ${clash.entry.name} on the same days, from ${from}`,
        'a name may be one body’s at a time: correct the dates, or remove one of the two',
      );
    }
  }
}
