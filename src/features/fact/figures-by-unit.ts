import { appendTo } from '../../domain/group-by.ts';
import type { NodeCondition } from '../../graphql/node-list.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { FigureSummary } from './figure.type.ts';

/** The figures of each unit together, most figures first, then by unit. Sums go by id, the same on both engines. */
export function figuresByUnitIn(snapshot: GraphSnapshot, meets: NodeCondition<'Figure'>): FigureSummary[] {
  const values = new Map<string, number[]>();
  for (const index of snapshot.ofLabel('Figure')) {
    const figure = snapshot.nodeOf('Figure', index);
    if (meets(figure, index)) appendTo(values, figure.unit, figure.value);
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
