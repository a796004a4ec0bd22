import type { ItemClause } from '../../../src/domain/item-clause.ts';
import { labels, relationshipTypes } from '../../../src/domain/model.ts';
import { AgencyNetworkGraph } from '../../../src/features/agency-network/agency-network.ts';
import { coOwnersOf } from '../../../src/features/co-ownership/pairs.ts';
import { type CellValue, CrossTable } from '../../../src/features/cross-tabulation/cross-table.ts';
import { shortestPaths } from '../../../src/features/path/shortest-paths.ts';
import { traversal } from '../../../src/features/relationship/traversal.ts';
import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { canonical } from '../../support/dump-graph.ts';
import { matchingItems } from '../../support/snapshots.ts';
import type { PlainStep } from './plain-graph.ts';
import type { PathQuestion, TableQuestion } from './random-questions.ts';

// The program's results for a snapshot, as ids.

type Filter = readonly ItemClause[] | null;

const idsAt = (snapshot: GraphSnapshot, nodeIndexes: Iterable<number>): string[] =>
  [...nodeIndexes].map((nodeIndex) => snapshot.node(nodeIndex).id);

export const snapshotAsData = (snapshot: GraphSnapshot) => ({
  version: snapshot.version,
  labels: labels.map((label) => idsAt(snapshot, snapshot.ofLabel(label))),
  nodes: [...snapshot.nodes].map((node, nodeIndex) => ({
    node: canonical(node),
    nodeIndex: snapshot.indexOf(node.id),
    steps: stepsAsData(snapshot, snapshot.steps(nodeIndex)),
    linked: relationshipTypes.map((type) =>
      [true, false].map((outward) => idsAt(snapshot, snapshot.linked(nodeIndex, type, outward))),
    ),
    degrees: relationshipTypes.map((type) => snapshot.degree(nodeIndex, type)),
  })),
});

const stepsAsData = (
  snapshot: GraphSnapshot,
  steps: Iterable<{ type: PlainStep['type']; outward: boolean; other: number }>,
): PlainStep[] => [...steps].map((step) => ({ ...step, other: snapshot.node(step.other).id }));

export const itemsMeeting = (snapshot: GraphSnapshot, filter: Filter): string[] =>
  idsAt(snapshot, matchingItems(snapshot, filter));

export function pairsOf(snapshot: GraphSnapshot, filter: Filter) {
  const owners = coOwnersOf(snapshot, matchingItems(snapshot, filter));
  return owners.pairs.map((pair) => ({
    agencies: idsAt(snapshot, [pair.a, pair.b]),
    items: idsAt(snapshot, pair.items),
    jaccard: pair.jaccard,
  }));
}

export function pathsOf(
  snapshot: GraphSnapshot,
  { from, to, through, maxLength }: PathQuestion,
  most: number,
): PlainStep[][] {
  const [start, end] = [snapshot.indexOf(from) as number, snapshot.indexOf(to) as number];
  const paths: PlainStep[][] = [];
  for (const steps of shortestPaths(traversal(snapshot, through), start, end, maxLength)) {
    paths.push(stepsAsData(snapshot, steps));
    if (paths.length === most) break;
  }
  return paths;
}

export function networkOf(snapshot: GraphSnapshot, filter: Filter) {
  const network = new AgencyNetworkGraph(snapshot, matchingItems(snapshot, filter));
  const { measures } = network;
  return {
    density: measures.density,
    components: new Set(measures.components.values()).size,
    links: network.linkCount,
    members: network.members.map(({ nodeIndex, agency, reformItemCount, degree, weightedDegree }) => ({
      agency: agency.id,
      reformItemCount,
      degree,
      weightedDegree,
      component: measures.components.get(nodeIndex),
      betweenness: measures.betweenness.get(nodeIndex),
      closeness: measures.closeness.get(nodeIndex),
      pageRank: measures.pageRank.get(nodeIndex),
      community: measures.communities.get(nodeIndex),
    })),
  };
}

export async function crossTableOf(
  snapshot: GraphSnapshot,
  filter: Filter,
  { rows, columns, most }: TableQuestion,
) {
  const table = new CrossTable(snapshot, matchingItems(snapshot, filter), rows, columns, most);
  return {
    total: table.total,
    rows: idsAt(snapshot, table.rows),
    columns: idsAt(snapshot, table.columns),
    omitted: [table.omittedRows, table.omittedColumns],
    rowTotals: table.rowTotals,
    columnTotals: table.columnTotals,
    counts: table.counts,
    emptyRows: idsAt(snapshot, table.emptyRows),
    emptyColumns: idsAt(snapshot, table.emptyColumns),
    filled: await Promise.all(table.filledCells().map(cellAsData)),
    empty: await Promise.all(table.emptyCells().map(cellAsData)),
  };
}

async function cellAsData({ row, column, count, ...cell }: CellValue) {
  const items = (await cell.firstItems(1000)).map((item) => item?.id);
  expect(items).toHaveLength(count);
  return { row: row.id, column: column.id, items };
}
