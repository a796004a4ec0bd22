import { z } from 'zod';
import { evidenceProperties } from './evidence.ts';
import type { RelationshipType } from './model.ts';

const none = z.strictObject({});
const evidence = z.strictObject(evidenceProperties.shape);

/** The properties of each type's edges, as both engines store and return them. */
export const relationshipSchemas = {
  /**
   * `order` counts the agencies of one item from 1, as printed; `printedName` is what the item calls the agency, which
   * a graph of an older version lacks.
   */
  RESPONSIBLE_FOR: evidence.extend({ order: z.int().positive(), printedName: z.string().min(1).optional() }),
  PILOTED_IN: evidence,
  HAS_THEME: evidence,
  PROMOTED_TO: evidence,
  STATES: evidence,
  CITES: evidence,
  /** `shortNames` are other names that the item's own text joins to the organization. */
  MENTIONS: evidence.extend({ shortNames: z.array(z.string()) }),
  /** The agency is named in the text; that says nothing of responsibility. */
  MENTIONS_AGENCY: evidence,
  /** From an item to the earlier one, of another batch, that it goes on with. */
  CONTINUES: none,
  PUBLISHED_IN: none,
  PART_OF: none,
  MERGED_INTO: none,
  ADMINISTERS: none,
  NARROWER_THAN: none,
} satisfies Record<RelationshipType, z.ZodType>;

export type RelationshipOf<T extends RelationshipType> = z.infer<(typeof relationshipSchemas)[T]>;

/** What an edge carries: its properties as its type's schema has them, without those that it lacks. */
export type EdgeProperties<T extends RelationshipType> = Partial<RelationshipOf<T>>;
