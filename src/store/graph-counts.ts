import { LABELS, type Label, RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import { graphLabelCounts, graphRelationshipCounts } from './statements.gen.ts';
import type { Store } from './store.ts';

/** How many nodes there are of each label of the model; what analysts added of their own is not counted. */
export async function countNodes(reader: Pick<Store, 'read'>): Promise<{ label: Label; count: number }[]> {
  const rows = await reader.read(graphLabelCounts, {});
  return rows.flatMap(({ label, count }) =>
    Object.hasOwn(LABELS, label) ? [{ label: label as Label, count }] : [],
  );
}

/** How many relationships there are of each type of the model. */
export async function countRelationships(
  reader: Pick<Store, 'read'>,
): Promise<{ type: RelationshipType; count: number }[]> {
  const rows = await reader.read(graphRelationshipCounts, {});
  return rows.flatMap(({ type, count }) =>
    Object.hasOwn(RELATIONSHIPS, type) ? [{ type: type as RelationshipType, count }] : [],
  );
}
