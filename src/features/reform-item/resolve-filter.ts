import type { ItemClause } from '../../domain/item-clause.ts';
import { bytesOf } from '../../graphql/bytes-of.ts';
import { jsonTextOf, shareJsonText } from '../../graphql/json-text.ts';
import { fromGlobalId } from '../../graphql/relay/global-id.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { textHoldersOf } from '../../snapshot/text-holders.ts';
import { agenciesNamed } from '../agency/agencies-named.ts';
import { nodesCoded, nodesNamed } from '../node/names.ts';
import { openSearchIndex } from '../search/open-search.ts';
import { assertBounded, assertFewWords, type Resolve, toCondition } from './filter-condition.ts';
import { within } from './items-of.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';

/**
 * The clauses of the filter, null for no filter.
 * @throws InvalidInput naming the place in the filter
 */
export function resolveFilter(
  context: RequestContext,
  filter: ReformItemFilter | undefined | null,
  path = 'filter',
): readonly ItemClause[] | null {
  if (filter == null) return null;
  const known = context.snapshotIfAny && clausesOf(context.snapshotIfAny).get(filter);
  if (known !== undefined) return known;
  assertBounded(filter, path);
  // graphql-js creates a new object for a literal filter for each owner of a level, so these are cached by their text.
  const clauses = context.keep(`filter ${jsonTextOf(filter)}`, () =>
    meaningOf(filter, context.snapshot, path),
  );
  if (bytesOf(clauses) <= MAX_BYTES) clausesOf(context.snapshot).set(filter, clauses);
  return clauses;
}

/** Larger clauses are not cached with the filter: the size of a cached request body does not include them. */
const MAX_BYTES = 5000;
/** Keyed by the filter object. All owners of a level share it, and so do all requests with the same body. */
const clausesOf = perSnapshot(() => new WeakMap<ReformItemFilter, readonly ItemClause[]>());

function meaningOf(filter: ReformItemFilter, snapshot: GraphSnapshot, path: string): readonly ItemClause[] {
  const clauses = [...toCondition(filter, idsIn(snapshot), path)];
  assertFewWords(clauses, path);
  shareJsonText(clauses, filter);
  beginIndex(snapshot, clauses);
  return clauses;
}

/**
 * Starts the search index if the clauses contain text. Until it is ready, every text is read, which is slow in a large
 * graph.
 */
function beginIndex(snapshot: GraphSnapshot, clauses: readonly ItemClause[]): void {
  const asksForText = clauses.some(
    ({ containsAll, containsNone }) => containsAll.length + containsNone.length > 0,
  );
  if (!asksForText || textHoldersOf(snapshot) !== undefined) return;
  // Later searches report a failure; this only starts early.
  openSearchIndex(snapshot).catch(() => undefined);
}

/** Resolves the names in a filter to node ids of a graph. */
export const idsIn = (snapshot: GraphSnapshot): Resolve => {
  const batches = (meant: (batch: number) => boolean): number[] => snapshot.ofLabel('Batch').filter(meant);
  const batch = (nodeIndex: number) => snapshot.nodeOf('Batch', nodeIndex);
  const PLACES: Record<Parameters<Resolve>[0], (name: string) => number[]> = {
    agencies: (name) => agenciesNamed(snapshot, name),
    zones: (name) => nodesNamed(snapshot, 'PilotZone', name),
    // A theme includes the themes directly below it.
    themes: (name) =>
      nodesNamed(snapshot, 'Theme', name).flatMap((theme) => within(snapshot, 'Theme', theme)),
    regions: (name) => nodesNamed(snapshot, 'Region', name),
    batch: (code) => nodesCoded(snapshot, 'Batch', code),
    batches: (number) => batches((nodeIndex) => batch(nodeIndex).number === Number(number)),
    asOf: (day) =>
      batches((nodeIndex) => {
        const { published } = batch(nodeIndex);
        return published !== undefined && published <= day;
      }),
  };
  return (kind, name) =>
    PLACES[kind](fromGlobalId(name) ?? name.trim()).map((nodeIndex) => snapshot.node(nodeIndex).id);
};
