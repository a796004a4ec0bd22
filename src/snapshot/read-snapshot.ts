import { groupBy } from '../domain/group-by.ts';
import {
  type Label,
  RELATIONSHIPS,
  type RelationshipType,
  vocabularyRelationshipTypes,
} from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import type { AnyNode } from '../domain/nodes.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import { readImports } from '../store/import-records.ts';
import type { Statement } from '../store/statement.ts';
import {
  loadVocabularyRelationships,
  nodeByIds,
  snapshotItemLinks,
  snapshotNodeIds,
  snapshotShortNames,
} from '../store/statements.gen.ts';
import type { Store } from '../store/store.ts';
import { inSlices, pause } from './breathe.ts';
import { GraphSnapshot, type SnapshotLink } from './graph-snapshot.ts';
import { SharedStrings } from './shared-strings.ts';

/** Nodes per statement: their rows are read out in one go, and that must not hold the process up. */
const CHUNK = 100;
/** Longer texts are hardly ever those of several nodes. */
const LONGEST_SHARED = 20;
/** How many statements are under way at a time, so that neither side waits for the other. */
const AHEAD = 3;
/** How often a graph that keeps changing while it is read is read again. */
const TRIES = 5;

/**
 * Reads the whole graph, in many small statements. They are not one transaction, so it is read again when the graph
 * has changed meanwhile.
 * @throws StoreUnavailable, StoreTimeout
 */
export async function readSnapshot(store: Pick<Store, 'read'>): Promise<GraphSnapshot> {
  let version = await readGraphVersion(store);
  for (let tries = 1; ; tries += 1) {
    const parts = await readParts(store);
    const [imported] = await readImports(store, version - 1, 1);
    const importedAt = imported?.version === version ? imported.at : undefined;
    const after = await readGraphVersion(store);
    // One that was given up on is of the version before it was read, so that who asks next reads anew.
    if (after === version || tries === TRIES) return toSnapshot(version, { ...parts, importedAt });
    version = after;
  }
}

/** Labels from which relationships lead to other vocabulary entries. */
const hasVocabularyRelationships = new Set<Label>(
  vocabularyRelationshipTypes.flatMap((type) => RELATIONSHIPS[type].ends.map(([from]) => from)),
);

interface Parts {
  readonly nodes: AnyNode[];
  readonly relationships: { type: string; from: string; to: string; order?: number | undefined }[];
  /** What texts call organizations for short. */
  readonly shortNames?: { ownerId: string; name: string }[];
  readonly importedAt?: string | undefined;
}

async function readParts(store: Pick<Store, 'read'>): Promise<Parts> {
  const parts: Required<Pick<Parts, 'nodes' | 'relationships' | 'shortNames'>> = {
    nodes: [],
    relationships: [],
    shortNames: [],
  };
  const [{ ids } = { ids: [] }] = await store.read(snapshotNodeIds, {});
  const of = (label: Label): string[] => ids.filter((id) => labelOf(id as NodeId) === label);
  const shared = new SharedStrings();
  for await (const { node } of inChunks(store, nodeByIds, ids)) parts.nodes.push(sharing(node, shared));
  // An item has a handful of relationships and an agency thousands, so those of items are asked for at the item.
  const itemLinks = inChunks(store, snapshotItemLinks, of('ReformItem'));
  for await (const { ownerId, types, outward, ends, orders } of itemLinks)
    for (const [index, type] of types.entries()) {
      const other = ends[index] as string;
      const order = orders[index] || undefined;
      parts.relationships.push(
        outward[index]
          ? { type, from: ownerId, to: other, order }
          : { type, from: other, to: ownerId, order },
      );
    }
  const entries = ids.filter((id) => hasVocabularyRelationships.has(labelOf(id as NodeId)));
  for await (const row of inChunks(store, loadVocabularyRelationships, entries))
    parts.relationships.push(row);
  for await (const row of inChunks(store, snapshotShortNames, of('Organization'))) parts.shortNames.push(row);
  return parts;
}

/** The node with those of its texts that others may have too as one with theirs: kinds, units, dates, short names. */
function sharing(node: AnyNode, shared: SharedStrings): AnyNode {
  const properties = node as Record<string, unknown>;
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'string' && value.length <= LONGEST_SHARED && key !== 'id')
      properties[key] = shared.of(value);
  }
  return node;
}

/** The rows of all ids. The next statements are under way while the rows of one are taken in. */
async function* inChunks<R>(
  store: Pick<Store, 'read'>,
  statement: Statement<{ ids: string[] }, R>,
  ids: readonly string[],
): AsyncGenerator<R> {
  const begin = (start: number): Promise<R[]> => {
    const reading = store.read(statement, { ids: ids.slice(start, start + CHUNK) });
    // Another may fail first, and then nobody waits for this one.
    reading.catch(() => undefined);
    return reading;
  };
  const underWay: Promise<R[]>[] = [];
  for (let start = 0; start < ids.length || underWay.length > 0; ) {
    while (underWay.length < AHEAD && start < ids.length) {
      underWay.push(begin(start));
      start += CHUNK;
    }
    yield* await (underWay.shift() as Promise<R[]>);
  }
}

/** Each relationship once. With pauses between its steps: on a large graph each takes as long as others may be held up. */
export async function toSnapshot(
  version: number,
  { nodes, relationships, shortNames = [], importedAt }: Parts,
): Promise<GraphSnapshot> {
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  await pause();
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  await pause();
  const links: SnapshotLink[] = [];
  for await (const { type, from, to, order } of inSlices(relationships)) {
    const [start, end] = [places.get(from), places.get(to)];
    // What analysts joined by types of their own is not of the model.
    if (start === undefined || end === undefined || !Object.hasOwn(RELATIONSHIPS, type)) continue;
    links.push({ type: type as RelationshipType, from: start, to: end, order });
  }
  return new GraphSnapshot(version, nodes, links, {
    shortNames: namesByPlace(shortNames, places),
    importedAt,
  });
}

export const namesByPlace = (
  shortNames: readonly { readonly ownerId: string; readonly name: string }[],
  places: ReadonlyMap<string, number>,
): Map<number, string[]> => {
  const names = groupBy(shortNames, ({ ownerId }) => places.get(ownerId) as number);
  return new Map([...names].map(([place, rows]) => [place, rows.map(({ name }) => name)]));
};
