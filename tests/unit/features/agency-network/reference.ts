import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NetworkMeasures, type WeightedLink } from '../../../../src/features/agency-network/measures.ts';

/** The networkx results for a network; see tests/fixtures/network/make.py. */
const schema = z.object({
  agencyItems: z.record(z.string(), z.array(z.int())),
  components: z.int(),
  density: z.number(),
  modularity: z.number(),
  partition: z.array(z.array(z.string())),
  columns: z.tuple([
    z.literal('degree'),
    z.literal('weightedDegree'),
    z.literal('betweenness'),
    z.literal('closeness'),
    z.literal('pageRank'),
  ]),
  nodes: z.record(z.string(), z.tuple([z.int(), z.int(), z.number(), z.number(), z.number()])),
});
type Reference = z.infer<typeof schema>;

export const NETWORKS = ['tianjin-7', 'random-1', 'random-2', 'random-3'] as const;

const FOLDER = join(import.meta.dirname, '../../../fixtures/network');
export const reference = (name: (typeof NETWORKS)[number]): Reference =>
  schema.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));

/** Every two agencies with common items, by their positions in the list of agencies. */
export function linksOf(agencyItems: Reference['agencyItems']): WeightedLink[] {
  const lists = Object.values(agencyItems);
  return lists.flatMap((one, a) =>
    lists.flatMap((other, b) => {
      const weight = b > a ? one.filter((item) => other.includes(item)).length : 0;
      return weight > 0 ? [{ a, b, weight }] : [];
    }),
  );
}

export const measuresOf = ({ agencyItems }: Reference): NetworkMeasures =>
  new NetworkMeasures([...Object.keys(agencyItems).keys()], linksOf(agencyItems));

/** Σ over the communities of their share of the total link weight, minus the square of their share of the degrees. */
export function modularity(links: readonly WeightedLink[], communityOf: ReadonlyMap<number, number>): number {
  const total = links.reduce((sum, { weight }) => sum + weight, 0);
  const communities = new Set(communityOf.values());
  return [...communities].reduce((sum, community) => {
    const ends = links.flatMap(({ a, b, weight }) => [
      { end: a, weight },
      { end: b, weight },
    ]);
    const inside = links
      .filter(({ a, b }) => communityOf.get(a) === community && communityOf.get(b) === community)
      .reduce((weights, { weight }) => weights + weight, 0);
    const degree = ends
      .filter(({ end }) => communityOf.get(end) === community)
      .reduce((weights, { weight }) => weights + weight, 0);
    return sum + inside / total - (degree / (2 * total)) ** 2;
  }, 0);
}

/** The nodes of each group, by group number. */
export function groupsOf(numberOf: ReadonlyMap<number, number>): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [node, number] of numberOf) groups.set(number, [...(groups.get(number) ?? []), node]);
  return groups;
}
