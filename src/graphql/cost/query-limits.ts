import { QueryTooComplex } from '../../domain/errors.ts';
import type { Measure, QueryCost } from './query-cost.ts';

/** The limits for an operation. */
export interface QueryLimits {
  /** The maximum number of objects in the answer. */
  readonly objects: number;
  /** The maximum nesting depth of selections. A relationship takes two or three levels. */
  readonly depth: number;
  /** The maximum number of aliases. Each alias may request the same field once more. */
  readonly aliases: number;
  /** The maximum computing time of the fields, in milliseconds. */
  readonly milliseconds: number;
}

/** The maximum number of tokens in a document: far more than a person writes. */
export const MAX_TOKENS = 4000;
/** The number of non-object values allowed for each object that an answer may have. */
const VALUES_PER_OBJECT = 10;

/** The path of a field may be very long in a query that nests too deep. */
const LONGEST_FIELD = 500;

/** @throws QueryTooComplex naming the exceeded measure, the limit, and the most expensive field */
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
