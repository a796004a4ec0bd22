import type { AgencyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { namesMeant, nodesNamed } from '../node/names.ts';
import { successorsOf } from '../node/successors.ts';

/** A day after the last day of any body. */
const OPEN = '9999-12-31';

/**
 * The agencies of a name, alias, former name or id. If several bodies had the name, the last one counts. If a body was
 * merged into others, the result is all its successors, unless the caller gives the body's own id.
 */
export function agenciesNamed(snapshot: GraphSnapshot, given: string): number[] {
  const isAgency = (nodeIndex: number): boolean => snapshot.labelOf(nodeIndex) === 'Agency';
  const byId = snapshot.indexOf(given);
  if (byId !== undefined && isAgency(byId)) return [byId];
  const nodeIndexes = namesMeant(snapshot, given, isAgency).flatMap((name) => lastNamed(snapshot, name));
  return [...new Set(nodeIndexes)].sort((a, b) => a - b);
}

/** The last agency with this exact name, or its successors. */
function lastNamed(snapshot: GraphSnapshot, name: string): number[] {
  const bodies = nodesNamed(snapshot, 'Agency', name);
  const until = (nodeIndex: number): string => lastDayOf(snapshot.nodeOf('Agency', nodeIndex), name);
  const [last] = bodies.sort((a, b) => (until(a) === until(b) ? a - b : until(a) > until(b) ? -1 : 1));
  return last === undefined ? [] : successorsOf(snapshot, last);
}

/** The last day on which the body had the name. */
const lastDayOf = (agency: AgencyNode, name: string): string =>
  hasNow(agency, name)
    ? (agency.validTo ?? OPEN)
    : formerly(agency, name).reduce((last, { to }) => (to > last ? to : last), '');

const hasNow = (agency: AgencyNode, name: string): boolean =>
  agency.name === name || agency.aliases.includes(name);

/** The periods in which this was a former name of the body, first and last day included. */
const formerly = (
  { formerNames = [], formerNamesFrom = [], formerNamesTo = [] }: AgencyNode,
  name: string,
): { from: string; to: string }[] =>
  formerNames
    .map((former, index) => ({ former, from: formerNamesFrom[index] ?? '', to: formerNamesTo[index] ?? '' }))
    .filter(({ former }) => former === name);

/** The agencies that had this name, alias or former name on a day, or have this id and existed then; ordered by id. */
export const agenciesNamedAsOf = (snapshot: GraphSnapshot, given: string, day: string): number[] =>
  nodesNamed(snapshot, 'Agency', given)
    .filter((nodeIndex) => {
      const agency = snapshot.nodeOf('Agency', nodeIndex);
      const names = agency.id === given ? [given] : namesMeant(snapshot, given, (each) => each === nodeIndex);
      if (day < (agency.validFrom ?? '') || (agency.validTo ?? OPEN) < day) return false;
      return names.some(
        (name) =>
          agency.id === name ||
          agency.aliases.includes(name) ||
          (agency.name === name && (agency.formerNamesTo ?? []).every((to) => to < day)) ||
          formerly(agency, name).some(({ from, to }) => from <= day && day <= to),
      );
    })
    .sort((a, b) => a - b);
