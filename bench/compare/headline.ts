import { CONTESTANTS, PEER } from './contestants.ts';
import { OPERATIONS } from './operations.ts';
import type { Options } from './options.ts';
import { cellOf, type Results } from './results.ts';

/** Three figures that matter, without an exponent. */
export const short = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return '—';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

export interface Headline {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The one table: the peer's throughput, and everyone else's as a multiple of it. */
export function headline(results: Results, { sizes, connections, operations }: Options): Headline {
  const names = CONTESTANTS.map(({ name }) => name).filter(
    (name) => name === PEER || results.cells.some(({ contestant }) => contestant === name),
  );
  const others = names.filter((name) => name !== PEER);
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
        const peerCell = peer === undefined ? '—' : `${short(peer.perSecond)}/s`;
        rows.push([String(items), String(count), OPERATIONS[operation].title, peerCell, ...columns]);
      }
    }
  }
  return { header: ['items', 'conn.', 'operation', PEER, ...others], rows };
}
