import type { Label, RelationshipType } from '../domain/model.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { edgePropertiesBetween } from './linked-nodes.ts';

/** How items are linked to each kind of node that lists, filters and tables tell them by. */
export const ITEM_LINKS = {
  Agency: 'RESPONSIBLE_FOR',
  PilotZone: 'PILOTED_IN',
  Theme: 'HAS_THEME',
  Region: 'PROMOTED_TO',
  Batch: 'PUBLISHED_IN',
} as const satisfies Partial<Record<Label, RelationshipType>>;
export type Linked = keyof typeof ITEM_LINKS;
/** What the relationships carry that join items to nodes of a kind. */
export type ItemLinkProperties<L extends Linked> = EdgeProperties<(typeof ITEM_LINKS)[L]>;

/** The only relationship of these that leads to the item and not from it. */
const leadsToItem = (label: Linked): boolean => label === 'Agency';

/** The nodes of a kind that an item is linked to, ascending by id. */
export const linkedToItem = (snapshot: GraphSnapshot, item: number, label: Linked): Uint32Array =>
  snapshot.linked(item, ITEM_LINKS[label], !leadsToItem(label));

/** What joins an item to those of the nodes of a kind that it is linked to, ascending by their ids. */
export const itemLinkProperties = <L extends Linked>(
  snapshot: GraphSnapshot,
  item: number,
  label: L,
  ends: readonly number[],
): ItemLinkProperties<L>[] => {
  const link = { type: ITEM_LINKS[label], outward: !leadsToItem(label) };
  return [...ends]
    .sort((a, b) => a - b)
    .map((end) => edgePropertiesBetween(snapshot, item, link, end))
    .filter((properties) => properties !== undefined);
};

/** The items that a node of a kind is linked to, ascending by id. */
export const itemsLinkedTo = (snapshot: GraphSnapshot, nodeIndex: number, label: Linked): Uint32Array =>
  snapshot.linked(nodeIndex, ITEM_LINKS[label], leadsToItem(label));
