import type { Label, RelationshipType } from '../domain/model.ts';
import type { Carried } from './carried-list.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { carriedOn } from './linked-nodes.ts';

/** How items are linked to each kind of node that lists, filters and tables tell them by. */
export const ITEM_LINKS = {
  Agency: 'RESPONSIBLE_FOR',
  PilotZone: 'PILOTED_IN',
  Theme: 'HAS_THEME',
  Region: 'PROMOTED_TO',
  Batch: 'PUBLISHED_IN',
} as const satisfies Partial<Record<Label, RelationshipType>>;
export type Linked = keyof typeof ITEM_LINKS;

/** The only relationship of these that leads to the item and not from it. */
const leadsToItem = (label: Linked): boolean => label === 'Agency';

/** The nodes of a kind that an item is linked to, ascending by id. */
export const linkedToItem = (snapshot: GraphSnapshot, item: number, label: Linked): Uint32Array =>
  snapshot.linked(item, ITEM_LINKS[label], !leadsToItem(label));

/** What joins an item to those of the nodes of a kind that it is linked to, ascending by their ids. */
export const carriedByItem = (
  snapshot: GraphSnapshot,
  item: number,
  label: Linked,
  ends: readonly number[],
): Carried[] =>
  [...ends]
    .sort((a, b) => a - b)
    .flatMap(
      (end) =>
        carriedOn(snapshot, item, { type: ITEM_LINKS[label], outward: !leadsToItem(label) }, end) ?? [],
    );

/** The items that a node of a kind is linked to, ascending by id. */
export const itemsLinkedTo = (snapshot: GraphSnapshot, place: number, label: Linked): Uint32Array =>
  snapshot.linked(place, ITEM_LINKS[label], leadsToItem(label));
