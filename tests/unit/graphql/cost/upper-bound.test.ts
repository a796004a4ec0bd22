import fc from 'fast-check';
import { execute, type OperationDefinitionNode, parse, validate } from 'graphql';
import { labels, RELATIONSHIPS, relationshipTypes } from '../../../../src/domain/model.ts';
import { CostCalculator } from '../../../../src/graphql/cost/cost-calculator.ts';
import { statisticsOf } from '../../../../src/graphql/cost/graph-statistics.ts';
import { createSchema } from '../../../../src/server/schema.ts';
import type { GraphSnapshot } from '../../../../src/snapshot/graph-snapshot.ts';
import { namesOf, nestedOperation } from '../../../support/nested-operations.ts';
import { objectsIn } from '../../../support/objects-in.ts';
import { plainNode } from '../../../support/random-graphs.ts';
import { contextOf } from '../../../support/request-context.ts';
import { bulletinSnapshot, snapshotOf } from '../../../support/snapshots.ts';

const schema = createSchema();

async function compare(snapshot: GraphSnapshot, query: string): Promise<{ estimate: number; truth: number }> {
  const document = parse(query);
  const invalid = validate(schema, document);
  // Fields of one name whose arguments differ, chosen at two places of the query that are merged.
  if (invalid.length > 0 && invalid.every(({ message }) => message.includes('conflict')))
    return { estimate: 0, truth: 0 };
  expect(invalid).toEqual([]);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const calculator = new CostCalculator(schema, document, {}, statisticsOf(snapshot));
  const { objects } = calculator.costOf(operation as OperationDefinitionNode);
  // What would take too long to execute is not: the answer may be as long as it is calculated.
  if (objects > 2000) return { estimate: 0, truth: 0 };
  const { data } = await execute({
    schema,
    document,
    contextValue: contextOf(snapshot, { maxObjects: objects }),
  });
  return { estimate: objects, truth: data == null ? 0 : objectsIn(data) - 1 };
}

/** Of these there are more, so that most lists have something in them. */
const OFTEN = [
  'ReformItem',
  'ReformItem',
  'ReformItem',
  'Agency',
  'Agency',
  'Theme',
  'Theme',
  'PilotZone',
] as const;

/** Relationships as the model has their ends, each proved by up to 3 spans where it has evidence. */
const graphs = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...OFTEN, ...labels), fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
    {
      ...{ minLength: 14, maxLength: 24, size: 'max' },
      selector: ([label, key]) => `${label}:${key}`,
    },
  )
  .chain((pairs) => {
    const ids = pairs.map(([label, key]) => `${label}:${key}`);
    const ends = relationshipTypes.flatMap((type) =>
      RELATIONSHIPS[type].ends.flatMap(([from, to]) =>
        ids
          .filter((id) => id.startsWith(`${from}:`))
          .flatMap((start) =>
            ids.filter((id) => id.startsWith(`${to}:`)).map((end) => ({ type, from: start, to: end })),
          ),
      ),
    );
    const links =
      ends.length === 0
        ? fc.constant([])
        : fc.array(fc.tuple(fc.constantFrom(...ends), fc.nat(3)), {
            minLength: 30,
            maxLength: 80,
            size: 'max',
          });
    return links.map((chosen) => ({
      nodes: ids.map(plainNode),
      relationships: [...new Map(chosen.map((each) => [JSON.stringify(each[0]), each])).values()].map(
        ([relationship, spans]) => ({
          ...relationship,
          properties: RELATIONSHIPS[relationship.type].evidence ? spansOf(spans + 1) : {},
        }),
      ),
    }));
  });

const spansOf = (count: number) => ({
  evidenceFields: Array.from({ length: count }, () => 'TITLE'),
  evidenceStarts: Array.from({ length: count }, () => 0),
  evidenceEnds: Array.from({ length: count }, () => 1),
});

const choices = fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 160, size: 'max' });

/** Thousands of queries are executed, on machines that have other things to do. */
jest.setTimeout(120_000);

describe('what an answer has is never more than was calculated', () => {
  test('of the real bulletin, and not far from it', async () => {
    const snapshot = bulletinSnapshot();
    const ids = [...snapshot.nodes].map(({ id }) => id);
    const sums = { estimate: 0, truth: 0, large: 0 };
    await fc.assert(
      fc.asyncProperty(choices, async (chosen) => {
        const { estimate, truth } = await compare(snapshot, nestedOperation(schema, namesOf(ids), chosen));
        expect(truth).toBeLessThanOrEqual(estimate);
        sums.estimate += estimate;
        sums.truth += truth;
        if (truth > 100) sums.large += 1;
      }),
      { numRuns: 120, seed: 15, endOnFailure: true },
    );
    // Calculated from what the graph holds, and not from what a page could.
    expect(sums.truth / sums.estimate).toBeGreaterThan(0.1);
    expect(sums.large).toBeGreaterThan(10);
  });

  test('of random graphs, of few nodes and many relationships', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(graphs, choices, async (graph, chosen) => {
        const snapshot = snapshotOf(graph);
        const ids = graph.nodes.map(({ id }) => id);
        const { estimate, truth } = await compare(snapshot, nestedOperation(schema, namesOf(ids), chosen));
        expect(truth).toBeLessThanOrEqual(estimate);
        found += truth;
      }),
      { numRuns: 120, seed: 15, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(200);
  });
});
