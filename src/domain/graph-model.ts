import type { z } from 'zod';
import { evidenceProperties } from './evidence.ts';
import { LABELS, RELATIONSHIPS } from './model.ts';
import { parseNodeId } from './node-id.ts';
import { nodeSchemas } from './nodes.ts';
import { relationshipSchemas } from './relationships.ts';

/** The tables of the model as one value, for code that must work with any model, not only the current one. */
export interface GraphModel {
  readonly labels: Readonly<Record<string, object>>;
  readonly relationships: Readonly<
    Record<string, { readonly ends: readonly (readonly [from: string, to: string])[] }>
  >;
  /** The properties of each label's nodes. */
  readonly nodeSchemas: Readonly<Record<string, z.ZodObject>>;
  /** The properties of each type's edges. */
  readonly relationshipSchemas: Readonly<Record<string, z.ZodObject>>;
}

export const graphModel: GraphModel = {
  labels: LABELS,
  relationships: RELATIONSHIPS,
  nodeSchemas,
  relationshipSchemas,
};

/** The label at the start of a node's id, if the model has it. */
export const labelInModel = ({ labels }: GraphModel, id: unknown): string | undefined =>
  typeof id === 'string' ? parseNodeId(id, labels)?.label : undefined;

/** Labels of the facts that items state: most nodes of a large graph, but rarely requested. */
export const factLabelsOf = ({ relationships }: GraphModel): string[] =>
  (relationships.STATES?.ends ?? []).map(([, label]) => label);

/** Whether a type's edges carry evidence (see evidence.ts). */
export const hasEvidence = ({ relationshipSchemas: schemas }: GraphModel, type: string): boolean =>
  schemas[type]?.shape.evidenceFields === evidenceProperties.shape.evidenceFields;
