import { z } from 'zod';
import { evidenceProperties } from '../../../src/domain/evidence.ts';
import { type GraphModel, graphModel } from '../../../src/domain/graph-model.ts';

const text = z.string().min(1);

/** Values of every kind that a property may have. */
const properties = {
  since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  weight: z.number().optional(),
  rank: z.int(),
  isFormal: z.boolean(),
  articles: z.array(z.string()),
  years: z.array(z.int()).optional(),
  shares: z.array(z.number()).optional(),
  flags: z.array(z.boolean()).optional(),
  grade: z.enum(['HIGH', 'LOW']).optional(),
};

/** The current model plus a label, a relationship and a property that the program does not know. */
export const inventedModel: GraphModel = {
  labels: { ...graphModel.labels, Ministry: {} },
  relationships: {
    ...graphModel.relationships,
    SUPERVISES: {
      ends: [
        ['Agency', 'PilotZone'],
        ['Ministry', 'Agency'],
        ['Ministry', 'ReformItem'],
        ['ReformItem', 'ReformItem'],
        ['ReformItem', 'Ministry'],
        ['Ministry', 'Ministry'],
      ],
    },
  },
  nodeSchemas: {
    ...graphModel.nodeSchemas,
    Ministry: z.strictObject({ id: text, name: text, ...properties }),
  },
  relationshipSchemas: {
    ...graphModel.relationshipSchemas,
    SUPERVISES: z.strictObject({ note: text.optional(), ...evidenceProperties.shape, ...properties }),
    PART_OF: z.strictObject({ since: properties.since.optional() }),
  },
};
