import { CONTESTANTS, PEER } from './contestants.ts';
import { OPERATIONS } from './operations.ts';
import type { Options } from './options.ts';
import { cellOf, type Results, type Start } from './results.ts';
import type { Table } from './text-table.ts';

/** Three significant figures, without an exponent. */
export const short = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return '—';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** The main table: the peer's throughput, all others as multiples of it; without the peer, requests per second. */
export function headline(results: Results, { sizes, connections, operations }: Options): Table {
  const names = CONTESTANTS.map(({ name }) => name).filter((name) =>
    results.cells.some(({ contestant }) => contestant === name),
  );
  const others = names.filter((name) => name !== PEER);
  const first = names.filter((name) => name === PEER);
  const rows: string[][] = [];
  for (const items of sizes) {
    for (const count of connections) {
      for (const operation of operations) {
        const peer = cellOf(results, items, PEER, operation, count);
        const columns = others.map((name) => {
          const cell = cellOf(results, items, name, operation, count);
          if (cell === undefined || cell.answered === 0) return '—';
          if (cell.failed > 0) return `${cell.failed} failed`;
          return peer === undefined || peer.answered === 0
            ? `${short(cell.perSecond)}/s`
            : `${short(cell.perSecond / peer.perSecond)}×`;
        });
        const peerCell = first.map(() => (peer === undefined ? '—' : `${short(peer.perSecond)}/s`));
        rows.push([String(items), String(count), OPERATIONS[operation].title, ...peerCell, ...columns]);
      }
    }
    rows.push(...startRows(results, items, [...first, ...others]));
  }
  return { header: ['items', 'conn.', 'operation', ...first, ...others], rows, text: 2 };
}

/** Absolute values, not ratios: start time and process memory. */
function startRows({ starts }: Results, items: number, names: readonly string[]): string[][] {
  const row = (title: string, figure: (start: Start) => string): string[] => [
    String(items),
    '',
    title,
    ...names.map((name) => {
      const start = starts.find((each) => each.items === items && each.contestant === name);
      return start === undefined ? '—' : figure(start);
    }),
  ];
  return [
    row('start to the first answer', ({ firstAnswerMs }) => `${short(firstAnswerMs)} ms`),
    row('memory after the run', ({ endMb }) => `${short(endMb)} MB`),
  ];
}
