import { type Engine, type Mode, ourName, PEER } from './contestants.ts';
import { short } from './headline.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import type { Options } from './options.ts';
import { cellOf, type Results } from './results.ts';
import type { Table } from './text-table.ts';

/**
 * Our throughput divided by the peer's in the run of commit f96d487, at 43 items and 8 connections. That version cached
 * rows of the database, but not answers.
 */
const BEFORE: Readonly<Record<Engine, Partial<Record<OperationName, number>>>> = {
  embedded: {
    item: 9.85,
    coOwners: 7.35,
    page: 5.91,
    nested: 6.07,
    rotating: 6.98,
    search: 8.13,
    network: 7.1,
  },
  neo4j: {
    item: 10.9,
    coOwners: 8.37,
    page: 7.0,
    nested: 6.44,
    rotating: 8.0,
    search: 10.3,
    network: 9.24,
  },
};
/** The tolerance for differences between two runs. */
const NO_WORSE = 0.95;

interface Cell {
  readonly engine: Engine;
  readonly items: number;
  readonly connections: number;
  readonly operation: OperationName;
}

/** Our throughput in one mode divided by another contestant's, and the minimum ratio; undefined without a goal. */
interface Goal {
  readonly mode: Mode;
  readonly over: string;
  readonly least: (cell: Cell) => number | undefined;
}

const GOALS: readonly Goal[] = [
  {
    mode: 'nothing kept',
    over: PEER,
    least({ engine, items, connections, operation }) {
      const before = items === 43 && connections === 8 ? BEFORE[engine][operation] : undefined;
      return before && before * NO_WORSE;
    },
  },
];

/** Our results against our goals, one row per operation and engine; undefined if none could be compared. */
export function goalsTable(results: Results, options: Options): Table | undefined {
  const rows: string[][] = [];
  for (const items of options.sizes)
    for (const connections of options.connections)
      for (const operation of options.operations)
        for (const engine of ['embedded', 'neo4j'] as const) {
          const cell = { engine, items, connections, operation };
          const columns = GOALS.map((goal) => compared(results, goal, cell));
          if (columns.every((column) => column === NOTHING)) continue;
          rows.push([String(items), String(connections), OPERATIONS[operation].title, engine, ...columns]);
        }
  if (rows.length === 0) return undefined;
  const header = GOALS.map(({ mode, over }) => `${mode} over ${over}`);
  return { header: ['items', 'conn.', 'operation', 'engine', ...header], rows, text: 2 };
}

const NOTHING = '—';

function compared(results: Results, { mode, over, least }: Goal, cell: Cell): string {
  const { engine, items, connections, operation } = cell;
  const [ours, other] = [ourName(engine, mode), over].map((name) =>
    cellOf(results, items, name, operation, connections),
  );
  if (!ours?.answered || !other?.answered || ours.failed > 0 || other.failed > 0) return NOTHING;
  const ratio = ours.perSecond / other.perSecond;
  const goal = least(cell);
  if (goal === undefined) return short(ratio);
  return ratio >= goal ? `${short(ratio)} ≥ ${short(goal)}` : `${short(ratio)} < ${short(goal)} missed`;
}
