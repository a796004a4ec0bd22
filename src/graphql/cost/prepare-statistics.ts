import { type GraphQLSchema, isObjectType } from 'graphql';
import { labels } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { inTimeSlices } from '../../snapshot/time-slices.ts';
import { declared } from './declarations.ts';
import { evidencedTypes, statisticsOf } from './graph-statistics.ts';
import { anyOf } from './occurrences.ts';

/** Counts the statistics for the lists of nodes in time slices, so that no request has to count them all at once. */
export async function prepareStatistics(schema: GraphQLSchema, snapshot: GraphSnapshot): Promise<void> {
  const statistics = statisticsOf(snapshot);
  for await (const type of inTimeSlices(evidencedTypes)) statistics.spans(type);
  const lists = labels.flatMap((label) => {
    const type = schema.getType(label);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.map((field) => ({ label, bound: declared(field).lists }));
  });
  for await (const { label, bound } of inTimeSlices(lists))
    bound?.({ ...anyOf(1), label }, Number.POSITIVE_INFINITY, statistics);
}
