import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { LinkList } from '../../src/snapshot/link-list.ts';
import { stampOf } from '../../src/store/graph-version.ts';
import { readSeedDocument } from './seeds.ts';

/** What a document says as a snapshot, made without an engine. */
export function snapshotOf(
  { nodes, relationships }: Pick<GraphDocument, 'nodes' | 'relationships'>,
  version = 1,
): GraphSnapshot {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  const links = new LinkList();
  for (const { type, from, to, properties } of relationships) {
    const [start, end] = [places.get(from) as number, places.get(to) as number];
    links.push(type, start, end, links.carried.push(properties));
  }
  return GraphSnapshot.of(stampOf(version, null), sorted, links);
}

/** The real bulletin. */
export const bulletinSnapshot = (): GraphSnapshot => snapshotOf(readSeedDocument());

/** The place of a node that is there. */
export function placeOf(snapshot: GraphSnapshot, id: string): number {
  const place = snapshot.placeOf(id);
  if (place === undefined) throw new Error(`the snapshot has no ${id}`);
  return place;
}

export const itemPlace = (snapshot: GraphSnapshot, number: number): number =>
  placeOf(snapshot, `ReformItem:tj-7-${number}`);

/** The numbers of reform items, in the order given. */
export const numbersOf = (snapshot: GraphSnapshot, places: Iterable<number>): number[] =>
  [...places].map((place) => snapshot.nodeOf('ReformItem', place).number);

export const idsOf = (snapshot: GraphSnapshot, places: Iterable<number>): string[] =>
  [...places].map((place) => snapshot.node(place).id);
