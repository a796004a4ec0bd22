import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { AGENCY_WEIGHTS, jaccard, scoreOf, toParts } from './score.ts';
import type { SimilarAgency } from './similarity.type.ts';

/** The number of occurrences, by node index. */
type Counts = ReadonlyMap<number, number>;

interface Profile {
  readonly items: ReadonlySet<number>;
  /** The number of the agency's items with each theme, and with each zone. */
  readonly themes: Counts;
  readonly zones: Counts;
}

/**
 * The agencies most similar to one in their responsibilities, best first, then by id; without those that have nothing
 * in common.
 */
export function similarAgencies(snapshot: GraphSnapshot, agency: number, first: number): SimilarAgency[] {
  const profiles = profilesOf(snapshot);
  const own = profiles.get(agency);
  if (own === undefined) return [];
  return [...profiles]
    .filter(([other]) => other !== agency)
    .map(([other, profile]) => {
      const shared = [...own.items].filter((item) => profile.items.has(item)).length;
      const parts = toParts(AGENCY_WEIGHTS, {
        THEMES: overlap(own.themes, profile.themes),
        ZONES: overlap(own.zones, profile.zones),
        ITEMS: jaccard(shared, own.items.size, profile.items.size),
      });
      return { other, profile, parts, score: scoreOf(parts) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, first)
    .map(({ other, profile, parts, score }) => ({
      agency: snapshot.nodeOf('Agency', other),
      score,
      parts,
      sharedThemes: inBoth(own.themes, profile.themes).map((nodeIndex) =>
        snapshot.nodeOf('Theme', nodeIndex),
      ),
      sharedZones: inBoth(own.zones, profile.zones).map((nodeIndex) =>
        snapshot.nodeOf('PilotZone', nodeIndex),
      ),
    }));
}

const profilesOf = perSnapshot((snapshot): ReadonlyMap<number, Profile> => {
  const agencies = snapshot.ofLabel('Agency');
  return new Map(agencies.map((agency) => [agency, profileOf(snapshot, agency)]));
});

function profileOf(snapshot: GraphSnapshot, agency: number): Profile {
  const items = snapshot.linked(agency, 'RESPONSIBLE_FOR', true);
  const count = (type: 'HAS_THEME' | 'PILOTED_IN'): Counts => {
    const counts = new Map<number, number>();
    for (const item of items) {
      for (const end of snapshot.linked(item, type, true)) counts.set(end, (counts.get(end) ?? 0) + 1);
    }
    return counts;
  };
  return { items: new Set(items), themes: count('HAS_THEME'), zones: count('PILOTED_IN') };
}

/** The sum of the smaller counts divided by the sum of the larger ones (weighted Jaccard): 0 to 1. */
function overlap(one: Counts, other: Counts): number {
  let [smaller, larger] = [0, 0];
  for (const nodeIndex of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(nodeIndex) ?? 0, other.get(nodeIndex) ?? 0];
    smaller += Math.min(a, b);
    larger += Math.max(a, b);
  }
  return larger === 0 ? 0 : smaller / larger;
}

const inBoth = (one: Counts, other: Counts): number[] =>
  [...one.keys()].filter((nodeIndex) => other.has(nodeIndex)).sort((a, b) => a - b);
