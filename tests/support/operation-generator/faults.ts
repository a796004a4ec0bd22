import type { Json } from './generated-operation.ts';
import type { Random } from './random.ts';

/** Values that arguments of these names refuse at run time. Each has a different cause. */
const REFUSED: Readonly<Record<string, readonly Json[]>> = {
  first: [0, -1, 100_000],
  last: [0, -7, 100_000],
  after: ['', 'no cursor', 'WyJhIiwxLCJiIiwiYyJd'],
  before: ['', '游标', 'WyJhIiwxLCJiIiwiYyJd'],
  since: [-1],
  minShared: [0],
  depth: [0, 99],
  limit: [0, 100_000],
  maxLength: [0, 99],
  asOf: ['2024-02-30', 'yesterday'],
  of: ['不存在'],
  from: ['不存在'],
  to: ['不存在'],
  a: ['xx-99'],
  b: [''],
  id: ['不存在', ''],
  row: ['不存在'],
  query: ['', ' ', '-'],
};

/** Returns undefined if the argument accepts every value of its type. */
export function refusedValue(random: Random, name: string): Json | undefined {
  const refused = REFUSED[name];
  return refused && random.pick(refused);
}
