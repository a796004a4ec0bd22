import { type GraphQLSchema, parse, validate } from 'graphql';
import { createSchema } from '../../../src/server/schema.ts';
import { AnsweredFields } from '../../support/compare-ways/answered-fields.ts';
import { countedIn, tookFastPath } from '../../support/compare-ways/explained.ts';
import { type Difference, findDifference } from '../../support/compare-ways/find-difference.ts';
import { mutants } from '../../support/compare-ways/mutants.ts';
import { printDifference } from '../../support/compare-ways/print-difference.ts';
import { shrinkDifference } from '../../support/compare-ways/shrink-difference.ts';
import { type Execute, type RunningWays, startWays } from '../../support/compare-ways/ways.ts';
import { openEmptyStore } from '../../support/engines.ts';
import { Coverage } from '../../support/operation-generator/coverage.ts';
import { generateOperations } from '../../support/operation-generator/generate-operations.ts';
import type { GeneratedOperation } from '../../support/operation-generator/generated-operation.ts';
import { readGraphValues } from '../../support/operation-generator/read-graph-values.ts';
import { importVariedGraph } from '../../support/varied-graph.ts';

const SEED = 15;
const COUNT = 2000;
/** The minimum number of times that each part of the schema must occur. */
const LEAST = 20;
/** Shares of the operations. */
const MOST_REFUSED = 0.02;
const LEAST_FAST = 0.95;
/** The most fields that may be without content in all answers: fields of rare nodes, and unknown filter names. */
const MOST_SILENT = 18;
/** The number of differences to shrink and print. */
const SHOWN = 3;
/** The number of operations used to find each mutant, and the number compared without a mutant. */
const FOR_MUTANTS = 400;
const FOR_CONTROL = 50;
const FOR_COUNTS = 100;
/** For busy machines; on an idle one the suite takes one or two minutes. */
const TIMEOUT_MS = 1_800_000;

// On one engine: answers come from the snapshot, and the conformance tests check that it is the same on both engines.
describe('generated operations', () => {
  let schema: GraphQLSchema;
  let ways: RunningWays;
  let operations: readonly GeneratedOperation[];
  let answered: AnsweredFields;
  const differences: Difference[] = [];
  const codes: Record<string, number> = {};
  let fast = 0;

  /** Records the answers of graphql-js. */
  const executeAndNote: Execute = async (operation, way) => {
    const answer = await ways.execute(operation, way);
    if (way !== 'off') return answer;
    answered.add(operation, answer);
    return answer;
  };
  const noteCodes = (body: string): void => {
    const { errors = [] } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
    for (const code of new Set(errors.map(({ extensions }) => extensions.code)))
      codes[code] = (codes[code] ?? 0) + 1;
  };

  /** All operations of the same document up to this one, because earlier operations may affect the result. */
  const sameDocument = ({ query, index }: GeneratedOperation): GeneratedOperation[] =>
    operations.filter((each) => each.query === query && each.index <= index);

  beforeAll(async () => {
    schema = createSchema();
    answered = new AnsweredFields(schema);
    const store = await openEmptyStore('embedded');
    await importVariedGraph(store);
    ways = await startWays(store);
    const values = await readGraphValues(ways.urlOf('off'), schema);
    operations = generateOperations(schema, { seed: SEED, count: COUNT, values });
    for (const operation of operations) {
      const difference = await findDifference(executeAndNote, operation);
      if (difference) differences.push({ ...difference, operations: sameDocument(operation) });
      noteCodes((await ways.execute(operation, 'served')).body);
      if (tookFastPath(await ways.explain(operation, 'always'))) fast += 1;
    }
  }, TIMEOUT_MS);
  afterAll(() => ways.close());

  test('are valid', () => {
    for (const { query } of operations) expect(validate(schema, parse(query))).toEqual([]);
  });

  test(`hold each field, argument, input field, enum value and place of a condition at least ${LEAST} times`, () => {
    const coverage = new Coverage(schema);
    for (const operation of operations) coverage.add(operation);
    console.log([`${COUNT} operations of seed ${SEED}`, ...coverage.summary()].join('\n'));
    expect(coverage.below(LEAST)).toEqual([]);
  });

  test('nearly all are answered, and nearly every field has content in some answer', () => {
    console.log('operations with errors, by code', codes);
    expect((codes.QUERY_TOO_COMPLEX ?? 0) / COUNT).toBeLessThanOrEqual(MOST_REFUSED);
    expect(codes.INTERNAL_SERVER_ERROR).toBeUndefined();
    expect(codes.BAD_USER_INPUT).toBeGreaterThanOrEqual(LEAST);
    console.log('fields that no answer says anything of', answered.silent);
    expect(answered.silent.length).toBeLessThanOrEqual(MOST_SILENT);
  });

  test(
    'get byte-identical answers each way, at every use',
    async () => {
      if (differences.length === 0) return;
      const shown: string[] = [];
      for (const difference of differences.slice(0, SHOWN)) {
        shown.push(printDifference(difference));
        shown.push(
          'made smaller:',
          printDifference(await shrinkDifference(schema, ways.execute, difference)),
        );
      }
      throw new Error(`${differences.length} of ${COUNT} operations differ\n\n${shown.join('\n\n')}`);
    },
    TIMEOUT_MS,
  );

  test('nearly all take the fast path', () => {
    console.log(`${fast} of ${COUNT} take the fast path`);
    expect(fast / COUNT).toBeGreaterThanOrEqual(LEAST_FAST);
  });

  test(`count the same objects, the first ${FOR_COUNTS}`, async () => {
    for (const operation of operations.slice(0, FOR_COUNTS)) {
      const [plain, fast] = [await ways.explain(operation, 'off'), await ways.explain(operation, 'always')];
      expect({ operation, counted: countedIn(fast) }).toEqual({ operation, counted: countedIn(plain) });
    }
  });

  /** The first operation with a different answer on the `always` path. */
  async function firstDifference(execute: Execute, count: number): Promise<Difference | null> {
    for (const operation of operations.slice(0, count)) {
      const found = await findDifference(execute, operation, ['always']);
      if (found) return found;
    }
    return null;
  }

  test.each(mutants)('detect a server where %s', async (_name, mutant) => {
    expect(await firstDifference(mutant(ways.execute), FOR_MUTANTS)).not.toBeNull();
  });

  test('detect nothing if all ways are the same', async () => {
    expect(await firstDifference((operation) => ways.execute(operation, 'off'), FOR_CONTROL)).toBeNull();
  });
});
