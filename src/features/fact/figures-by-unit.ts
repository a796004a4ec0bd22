import { appendTo } from '../../domain/group-by.ts';
import type { NodeCondition } from '../../graphql/node-list.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { FigureSummary } from './figure.type.ts';

/** The number of figures read between two yields. */
const PIECE = 2000;

/**
 * The figures grouped by unit, most figures first, then by unit. Sums add values in order of id, so both engines give
 * the same result. Yields between steps.
 */
export function* figuresByUnitIn(
  snapshot: GraphSnapshot,
  matches: NodeCondition<'Figure'>,
): Generator<void, FigureSummary[]> {
  const values = new Map<string, number[]>();
  for (const [at, index] of snapshot.ofLabel('Figure').entries()) {
    const figure = snapshot.nodeOf('Figure', index);
    if (matches(figure, index)) appendTo(values, figure.unit, figure.value);
    if (at % PIECE === PIECE - 1) yield;
  }
  return [...values]
    .map(([unit, all]) => ({
      unit,
      count: all.length,
      total: all.reduce((sum, value) => sum + value, 0),
      least: all.reduce((least, value) => Math.min(least, value)),
      most: all.reduce((most, value) => Math.max(most, value)),
    }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}
