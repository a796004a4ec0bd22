import { PEER } from './contestants.ts';
import type { Growth } from './growth.ts';
import { OPERATIONS, operationNames } from './operations.ts';

const PANEL = { width: 250, height: 190, left: 48, right: 18, top: 34, bottom: 30 };
const COLUMNS = 4;
const LEGEND_LINE = 18;

/** Ours in blue and green, lighter with nothing cached; the peer in red; the limits dashed. */
const STROKES: Readonly<Record<string, string>> = {
  [PEER]: 'stroke="#d1242f" stroke-width="2.5"',
  memory: 'stroke="#57606a" stroke-width="1.5" stroke-dasharray="2 3"',
  mercurius: 'stroke="#8250df" stroke-width="1.5" stroke-dasharray="2 3"',
  'kept bytes': 'stroke="#bf3989" stroke-width="1.5" stroke-dasharray="2 3"',
  'by hand neo4j': 'stroke="#8c959f" stroke-width="1.5" stroke-dasharray="6 3"',
  'by hand embedded': 'stroke="#b7791f" stroke-width="1.5" stroke-dasharray="6 3"',
  'ours neo4j nothing kept': 'stroke="#3b82f6" stroke-width="2"',
  'ours neo4j default': 'stroke="#1e3a8a" stroke-width="2"',
  'ours embedded nothing kept': 'stroke="#2da44e" stroke-width="2"',
  'ours embedded default': 'stroke="#0b5d1e" stroke-width="2"',
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Both axes are logarithmic: a straight line to the upper right means growth in proportion to the data. */
export function growthChart(growths: readonly Growth[]): string {
  const operations = operationNames.filter((name) => growths.some(({ operation }) => operation === name));
  const points = growths.flatMap(({ points }) => points);
  const decades = (values: readonly number[]): [number, number] => [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const x = decades(points.map(({ items }) => items));
  const y = decades(points.map(({ cost }) => cost));
  const contestants = [...new Set(growths.map(({ contestant }) => contestant))];
  const rows = Math.ceil(operations.length / COLUMNS);
  const width = COLUMNS * PANEL.width;
  const legendTop = rows * PANEL.height + 10;
  const height = legendTop + Math.ceil(contestants.length / COLUMNS) * LEGEND_LINE + 10;
  const panels = operations.map((operation, place) => {
    const own = growths.filter((growth) => growth.operation === operation);
    const at = `translate(${(place % COLUMNS) * PANEL.width} ${Math.floor(place / COLUMNS) * PANEL.height})`;
    return `<g transform="${at}">${panel(OPERATIONS[operation].title, own, x, y)}</g>`;
  });
  const legend = contestants.map((name, place) => {
    const left = (place % COLUMNS) * PANEL.width + PANEL.left;
    const top = legendTop + Math.floor(place / COLUMNS) * LEGEND_LINE + 6;
    return (
      `<path d="M${left} ${top}h24" fill="none" ${STROKES[name]}/>` +
      `<text x="${left + 30}" y="${top + 4}">${escaped(name)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    '<title>What a request costs over what it costs at the smallest size, by number of items</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...panels,
    ...legend,
    '</svg>\n',
  ].join('\n');
}

function panel(
  title: string,
  growths: readonly Growth[],
  [xFrom, xTo]: readonly [number, number],
  [yFrom, yTo]: readonly [number, number],
): string {
  const inner = {
    width: PANEL.width - PANEL.left - PANEL.right,
    height: PANEL.height - PANEL.top - PANEL.bottom,
  };
  const across = (items: number): number =>
    PANEL.left + ((Math.log10(items) - xFrom) / Math.max(1, xTo - xFrom)) * inner.width;
  const down = (cost: number): number =>
    PANEL.top + (1 - (Math.log10(cost) - yFrom) / Math.max(1, yTo - yFrom)) * inner.height;
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const right = PANEL.left + inner.width;
  const bottom = PANEL.top + inner.height;
  const parts = [`<text x="${PANEL.left}" y="20" font-weight="bold">${escaped(title)}</text>`];
  for (const power of range(yFrom, yTo)) {
    const at = down(10 ** power).toFixed(1);
    const stroke = power === 0 ? '#8c959f' : '#e5e7eb';
    parts.push(`<path d="M${PANEL.left} ${at}H${right}" stroke="${stroke}"/>`);
    parts.push(`<text x="${PANEL.left - 4}" y="${Number(at) + 4}" text-anchor="end">${10 ** power}×</text>`);
  }
  for (const power of range(xFrom, xTo)) {
    const at = across(10 ** power).toFixed(1);
    const label =
      power < 3 ? String(10 ** power) : power < 6 ? `${10 ** (power - 3)}k` : `${10 ** (power - 6)}M`;
    parts.push(`<path d="M${at} ${PANEL.top}V${bottom}" stroke="#f0f1f3"/>`);
    parts.push(`<text x="${at}" y="${bottom + 14}" text-anchor="middle">${label}</text>`);
  }
  for (const { contestant, points } of growths) {
    const line = points
      .map(({ items, cost }) => `${across(items).toFixed(1)} ${down(cost).toFixed(1)}`)
      .join('L');
    parts.push(`<path d="M${line}" fill="none" ${STROKES[contestant]}/>`);
  }
  return parts.join('');
}
