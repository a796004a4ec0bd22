import { z } from 'zod';
import { evidenceProperties } from './evidence.ts';
import type { RelationshipType } from './model.ts';

const none = z.strictObject({});
const evidence = z.strictObject(evidenceProperties.shape);

/** The properties of each type's edges, as both engines store and return them. */
export const relationshipSchemas = {
  /**
   * `order` counts the agencies of one item from 1, as printed. `printedName` is the item's name for the agency; a
   * graph of an older version lacks it.
   */
  RESPONSIBLE_FOR: evidence.extend({ order: z.int().positive(), printedName: z.string().min(1).optional() }),
  PILOTED_IN: evidence,
  HAS_THEME: evidence,
  PROMOTED_TO: evidence,
  STATES: evidence,
  CITES: evidence,
  /** `shortNames` are other names that the item's own text gives the organization. */
  MENTIONS: evidence.extend({ shortNames: z.array(z.string()) }),
  /** The text names the agency; that says nothing about responsibility. */
  MENTIONS_AGENCY: evidence,
  /** From an item to the earlier item, of another batch, that it continues. */
  CONTINUES: none,
  PUBLISHED_IN: none,
  PART_OF: none,
  MERGED_INTO: none,
  ADMINISTERS: none,
  NARROWER_THAN: none,
} satisfies Record<RelationshipType, z.ZodType>;

export type RelationshipOf<T extends RelationshipType> = z.infer<(typeof relationshipSchemas)[T]>;

/** An edge's properties, by its type's schema. The edge may lack some of them. */
export type EdgeProperties<T extends RelationshipType> = Partial<RelationshipOf<T>>;
