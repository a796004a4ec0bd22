import type { Label, RelationshipType } from '../domain/model.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { edgePropertiesBetween } from './linked-nodes.ts';

/** The relationship type between items and each kind of node that lists, filters and tables group items by. */
export const ITEM_LINKS = {
  Agency: 'RESPONSIBLE_FOR',
  PilotZone: 'PILOTED_IN',
  Theme: 'HAS_THEME',
  Region: 'PROMOTED_TO',
  Batch: 'PUBLISHED_IN',
} as const satisfies Partial<Record<Label, RelationshipType>>;
export type Linked = keyof typeof ITEM_LINKS;
/** The properties of the relationships between items and nodes of a kind. */
export type ItemLinkProperties<L extends Linked> = EdgeProperties<(typeof ITEM_LINKS)[L]>;

/** The only one of these relationships that leads to the item; all others start at the item. */
const leadsToItem = (label: Linked): boolean => label === 'Agency';

/** The nodes of a kind that an item is linked to, ascending by id. */
export const linkedToItem = (snapshot: GraphSnapshot, item: number, label: Linked): Uint32Array =>
  snapshot.linked(item, ITEM_LINKS[label], !leadsToItem(label));

/** The properties of the relationships from an item to the given nodes of a kind, if linked, ascending by node id. */
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
