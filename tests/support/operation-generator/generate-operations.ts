import { type DocumentNode, type GraphQLSchema, print, stripIgnoredCharacters, validate } from 'graphql';
import { Coverage } from './coverage.ts';
import { writeDocument } from './document-writer.ts';
import type { GeneratedOperation } from './generated-operation.ts';
import type { GraphValues } from './graph-values.ts';
import { Needs } from './need.ts';
import { Random } from './random.ts';

interface Wanted {
  /** The same seed, schema and values give the same operations. */
  readonly seed: number;
  readonly count: number;
  readonly values: GraphValues;
}

/** The needs are computed again after this number of documents. */
const DOCUMENTS_PER_COUNT = 5;
/** This number of invalid documents in a row indicates a defect. */
const MAX_REJECTED = 50;

/** Valid operations over the schema. Prefers the parts that earlier operations contain least often. */
export function generateOperations(
  schema: GraphQLSchema,
  { seed, count, values }: Wanted,
): GeneratedOperation[] {
  const random = new Random(seed);
  const coverage = new Coverage(schema);
  const operations: GeneratedOperation[] = [];
  let needs = new Needs(schema, coverage);
  let rejected = 0;
  for (let documents = 1; operations.length < count; documents += 1) {
    if (documents % DOCUMENTS_PER_COUNT === 0) needs = new Needs(schema, coverage);
    const { document, operations: written } = writeDocument(schema, random, coverage, needs, values);
    const errors = validate(schema, document);
    if (errors.length > 0) {
      rejected += 1;
      if (rejected > MAX_REJECTED)
        throw new Error(`no valid document: ${errors[0]?.message}\n${print(document)}`);
      continue;
    }
    rejected = 0;
    const query = textOf(document, random);
    for (const { name, requests } of written) {
      for (const variables of requests) {
        const operation: GeneratedOperation = {
          index: operations.length,
          query,
          ...(name === undefined ? {} : { operationName: name }),
          ...(Object.keys(variables).length === 0 ? {} : { variables }),
        };
        coverage.add(operation, document);
        operations.push(operation);
        if (operations.length === count) return operations;
      }
    }
  }
  return operations;
}

/** Formatted as people write it, or compact as clients send it. */
function textOf(document: DocumentNode, random: Random): string {
  const text = print(document);
  return random.chance(0.3) ? stripIgnoredCharacters(text) : text;
}
