import { type DocumentNode, type GraphQLSchema, parse, print, validate } from 'graphql';
import type { GeneratedOperation } from '../operation-generator/generated-operation.ts';
import { smallerDocuments } from '../operation-generator/smaller-documents.ts';
import { type Difference, findDifference } from './find-difference.ts';
import type { Execute } from './ways.ts';

/** The maximum number of smaller documents to try. */
const MAX_TRIES = 400;

/** Drops selections, conditions, arguments and earlier requests as long as the difference stays. */
export async function shrinkDifference(
  schema: GraphQLSchema,
  execute: Execute,
  difference: Difference,
): Promise<Difference> {
  let best = difference;
  let tries = 0;
  const attempt = async (operations: readonly GeneratedOperation[]): Promise<boolean> => {
    tries += 1;
    const found = await findAgain(execute, operations, difference);
    if (found) best = found;
    return found !== null;
  };
  while (best.operations.length > 1 && (await attempt(best.operations.slice(1))));
  for (let shrunk = true; shrunk && tries < MAX_TRIES; ) {
    shrunk = false;
    for (const document of smallerDocuments(parse(best.operations.at(-1)?.query ?? ''))) {
      if (tries >= MAX_TRIES) break;
      if (validate(schema, document).length > 0) continue;
      const operations = of(document, best.operations);
      if (operations.at(-1)?.index !== best.operations.at(-1)?.index) continue;
      shrunk = await attempt(operations);
      if (shrunk) break;
    }
  }
  return best;
}

/** Looks for the same difference with a document that was not sent before. */
async function findAgain(
  execute: Execute,
  operations: readonly GeneratedOperation[],
  { way }: Difference,
): Promise<Difference | null> {
  for (const earlier of operations.slice(0, -1)) await findDifference(execute, earlier, [way]);
  const found = await findDifference(execute, operations.at(-1) as GeneratedOperation, [way]);
  return found && { ...found, operations };
}

/** The requests whose operation the document still contains. */
function of(document: DocumentNode, operations: readonly GeneratedOperation[]): GeneratedOperation[] {
  const query = print(document);
  return operations
    .filter(({ operationName }) => operationName === undefined || query.includes(`query ${operationName}`))
    .map((operation) => ({ ...operation, query }));
}
