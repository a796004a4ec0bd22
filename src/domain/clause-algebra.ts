import type { ItemClause } from './item-clause.ts';

/** More agencies, zones or themes than any item has. */
export const UNBOUNDED = 1_000_000;

const ANY_ITEM: ItemClause = {
  linkedToAll: [],
  linkedToAny: [],
  linkedToNone: [],
  containsAll: [],
  containsNone: [],
  minAgencies: 0,
  maxAgencies: UNBOUNDED,
  minZones: 0,
  maxZones: UNBOUNDED,
  minThemes: 0,
  maxThemes: UNBOUNDED,
};

/** A condition in disjunctive normal form: an item must match at least one of the clauses. */
export type Condition = readonly ItemClause[];

export const always: Condition = [ANY_ITEM];
export const clause = (part: Partial<ItemClause>): Condition => [{ ...ANY_ITEM, ...part }];

export const anyOf = (conditions: readonly Condition[]): Condition => conditions.flat();

/** @throws RangeError if the product has more than `limit` clauses */
export const allOf = (conditions: readonly Condition[], limit: number): Condition =>
  conditions.reduce((product, condition) => {
    // The common case: most filters leave out most parts.
    if (condition === always) return product;
    if (product.length * condition.length > limit) throw new RangeError(`more than ${limit} clauses`);
    if (product === always) return condition;
    return product.flatMap((left) => condition.map((right) => merge(left, right)));
  }, always);

/** @throws RangeError like allOf */
export const not = (condition: Condition, limit: number): Condition =>
  allOf(
    condition.map((each) => anyOf(negations(each))),
    limit,
  );

function merge(left: ItemClause, right: ItemClause): ItemClause {
  return {
    linkedToAll: [...left.linkedToAll, ...right.linkedToAll],
    linkedToAny: [...left.linkedToAny, ...right.linkedToAny],
    linkedToNone: [...left.linkedToNone, ...right.linkedToNone],
    containsAll: [...left.containsAll, ...right.containsAll],
    containsNone: [...left.containsNone, ...right.containsNone],
    minAgencies: Math.max(left.minAgencies, right.minAgencies),
    maxAgencies: Math.min(left.maxAgencies, right.maxAgencies),
    minZones: Math.max(left.minZones, right.minZones),
    maxZones: Math.min(left.maxZones, right.maxZones),
    minThemes: Math.max(left.minThemes, right.minThemes),
    maxThemes: Math.min(left.maxThemes, right.maxThemes),
  };
}

/** One condition for each part of the clause: an item fails the clause if it matches at least one of them. */
function negations(each: ItemClause): Condition[] {
  const bounds = (['Agencies', 'Zones', 'Themes'] as const).flatMap((kind) => [
    ...(each[`min${kind}`] > 0 ? [clause({ [`max${kind}`]: each[`min${kind}`] - 1 })] : []),
    ...(each[`max${kind}`] < UNBOUNDED ? [clause({ [`min${kind}`]: each[`max${kind}`] + 1 })] : []),
  ]);
  return [
    ...each.linkedToAll.map((id) => clause({ linkedToNone: [id] })),
    ...each.linkedToAny.map((ids) => clause({ linkedToNone: ids })),
    ...each.linkedToNone.map((id) => clause({ linkedToAll: [id] })),
    ...each.containsAll.map((words) => clause({ containsNone: [words] })),
    ...each.containsNone.map((words) => clause({ containsAll: [words] })),
    ...bounds,
  ];
}
