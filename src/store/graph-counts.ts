import { LABELS, type Label, RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import type { Statement } from './statement.ts';
import { graphLabelCounts, graphRelationshipCounts } from './statements.gen.ts';

/** A store, or an object that holds a store's rows. */
interface Reader {
  read<P, R>(statement: Statement<P, R>, params: P): R[] | Promise<R[]>;
}

/** The number of nodes of each label of the model. Labels that analysts added are not counted. */
export async function countNodes(reader: Reader): Promise<{ label: Label; count: number }[]> {
  const rows = await reader.read(graphLabelCounts, {});
  return rows.flatMap(({ label, count }) =>
    Object.hasOwn(LABELS, label) ? [{ label: label as Label, count }] : [],
  );
}

/** The number of relationships of each type of the model. */
export async function countRelationships(
  reader: Reader,
): Promise<{ type: RelationshipType; count: number }[]> {
  const rows = await reader.read(graphRelationshipCounts, {});
  return rows.flatMap(({ type, count }) =>
    Object.hasOwn(RELATIONSHIPS, type) ? [{ type: type as RelationshipType, count }] : [],
  );
}
