import type { Label } from '../../domain/model.ts';
import type { Path } from '../../graphql/cost/graph-statistics.ts';
import { type ListBound, nodesOf } from '../../graphql/cost/list-bounds.ts';
import { BATCHES, BROADER, REGIONS, RESPONSIBLE, THEMES, ZONES } from '../../snapshot/relations.ts';
import { type Dimension, dimensions } from './dimensions.ts';

/** The paths from a reform item to its nodes of each dimension. They reach all of these nodes, and perhaps others. */
const PATHS: Readonly<Record<Dimension, readonly Path[]>> = {
  AGENCY: [[RESPONSIBLE]],
  ZONE: [[ZONES]],
  THEME: [[THEMES]],
  DOMAIN: [[THEMES], [THEMES, BROADER]],
  REGION: [[REGIONS]],
  BATCH: [[BATCHES]],
};

/** These functions take a dimension as the untyped value of an argument. */
export const pathsTo = (dimension: unknown): readonly Path[] => PATHS[dimension as Dimension];
export const labelOf = (dimension: unknown): Label => dimensions[dimension as Dimension].label;
export const membersOf = (dimension: unknown): ListBound => nodesOf(labelOf(dimension));
