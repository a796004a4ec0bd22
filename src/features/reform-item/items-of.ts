import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsLinkedTo, type Linked } from '../../snapshot/item-links.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

/**
 * The node itself, and for a theme also the themes directly below it. Each once, even if a theme is listed below
 * itself.
 */
export const within = (snapshot: GraphSnapshot, label: Linked, owner: number): number[] =>
  label === 'Theme' ? [...new Set([owner, ...snapshot.linked(owner, 'NARROWER_THAN', false)])] : [owner];

const listsOf = perSnapshot(() => new Map<number, readonly number[]>());

/** The indexes of a node's items in order of position, sorted once. */
export function itemsOf(
  snapshot: GraphSnapshot,
  label: Linked,
  owner: number | undefined,
): readonly number[] {
  if (owner === undefined) return [];
  const lists = listsOf(snapshot);
  const known =
    lists.get(owner) ??
    snapshot.inOrder(
      new Set(
        within(snapshot, label, owner).flatMap((nodeIndex) => [...itemsLinkedTo(snapshot, nodeIndex, label)]),
      ),
    );
  lists.set(owner, known);
  return known;
}
