import { LABELS, type Label, RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import type { Statement } from './statement.ts';
import { graphLabelCounts, graphRelationshipCounts } from './statements.gen.ts';

/** A store, or what keeps the rows of one. */
interface Reader {
  read<P, R>(statement: Statement<P, R>, params: P): R[] | Promise<R[]>;
}

/** How many nodes there are of each label of the model; what analysts added of their own is not counted. */
export async function countNodes(reader: Reader): Promise<{ label: Label; count: number }[]> {
  const rows = await reader.read(graphLabelCounts, {});
  return rows.flatMap(({ label, count }) =>
    Object.hasOwn(LABELS, label) ? [{ label: label as Label, count }] : [],
  );
}

/** How many relationships there are of each type of the model. */
export async function countRelationships(
  reader: Reader,
): Promise<{ type: RelationshipType; count: number }[]> {
  const rows = await reader.read(graphRelationshipCounts, {});
  return rows.flatMap(({ type, count }) =>
    Object.hasOwn(RELATIONSHIPS, type) ? [{ type: type as RelationshipType, count }] : [],
  );
}
