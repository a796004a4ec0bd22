import { CONTESTANTS } from './contestants.ts';
import type { OperationName } from './operations.ts';
import { cellOf, type Results } from './results.ts';

export interface Growth {
  readonly contestant: string;
  readonly operation: OperationName;
  /** The cost of a request at each size divided by its cost at the first size: 1 is no growth. */
  readonly points: readonly { readonly items: number; readonly cost: number }[];
}

/** The cost is the time of the whole server per request: 1 / throughput. */
export function growthOf(
  results: Results,
  sizes: readonly number[],
  operations: readonly OperationName[],
  connections: number,
): Growth[] {
  const [smallest] = sizes;
  if (smallest === undefined || sizes.length < 2) return [];
  return operations.flatMap((operation) =>
    CONTESTANTS.flatMap(({ name }) => {
      const base = cellOf(results, smallest, name, operation, connections);
      if (base === undefined || base.answered === 0) return [];
      const points = sizes.flatMap((items) => {
        const cell = cellOf(results, items, name, operation, connections);
        if (cell === undefined || cell.answered === 0) return [];
        return [{ items, cost: base.perSecond / cell.perSecond }];
      });
      return points.length < 2 ? [] : [{ contestant: name, operation, points }];
    }),
  );
}
