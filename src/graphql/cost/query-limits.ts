import { QueryTooComplex } from '../../domain/errors.ts';
import type { Measure, QueryCost } from './query-cost.ts';

/** What an operation may take at most. */
export interface QueryLimits {
  /** How many objects its answer may have. */
  readonly objects: number;
  /** How many selections may nest; a relationship takes two or three of them. */
  readonly depth: number;
  /** How many fields may go by another name: each asks for the same once more. */
  readonly aliases: number;
  /** How long its fields may compute, in milliseconds. */
  readonly milliseconds: number;
}

/** How many tokens a document may have: far more than a person writes. */
export const MAX_TOKENS = 4000;
/** So many values that are no objects may come with each object that an answer may have. */
const VALUES_PER_OBJECT = 10;

/** A query that nests too deep may do so by far. */
const LONGEST_FIELD = 500;

/** @throws QueryTooComplex naming what is too much, how much is allowed, and the field that costs most */
export function assertWithinLimits(cost: QueryCost, limits: QueryLimits): void {
  const { depth, aliases, introspectionAlias } = cost;
  if (introspectionAlias !== undefined)
    throw new QueryTooComplex(
      `${introspectionAlias} is another name for a field of the schema’s description: ask for each of those under its own name`,
      { field: introspectionAlias },
    );
  if (depth > limits.depth)
    throw new QueryTooComplex(
      `the query nests ${depth} selections, and ${limits.depth} are allowed: ask in two queries`,
      { estimate: depth, limit: limits.depth, field: cost.deepest.slice(0, LONGEST_FIELD) },
    );
  if (aliases > limits.aliases)
    throw new QueryTooComplex(
      `the query has ${aliases} aliases, and ${limits.aliases} are allowed; ${cost.mostAliased} has most of them: ask in two queries`,
      { estimate: aliases, limit: limits.aliases, field: cost.mostAliased },
    );
  assertShare(
    cost,
    'objects',
    limits.objects,
    'return',
    'objects',
    'lower first or last, or nest fewer lists',
  );
  const values = limits.objects * VALUES_PER_OBJECT;
  assertShare(cost, 'values', values, 'return', 'values', 'lower first or last, or ask for fewer fields');
  assertShare(cost, 'milliseconds', limits.milliseconds, 'compute for', 'ms', 'ask for it of fewer objects');
}

function assertShare(
  cost: QueryCost,
  measure: Measure,
  limit: number,
  verb: string,
  unit: string,
  fix: string,
): void {
  if (cost[measure] <= limit) return;
  const estimate = Math.ceil(cost[measure]);
  const field = cost.mostCostly(measure);
  throw new QueryTooComplex(
    `the query may ${verb} ${estimate} ${unit}, and ${limit} are allowed; ${field} takes most of them: ${fix}`,
    { estimate, limit, field },
  );
}
