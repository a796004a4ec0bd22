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
  // Two merged selections of one field name conflict if their arguments differ.
  if (invalid.length > 0 && invalid.every(({ message }) => message.includes('conflict')))
    return { estimate: 0, truth: 0 };
  expect(invalid).toEqual([]);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const calculator = new CostCalculator(schema, document, {}, statisticsOf(snapshot));
  const { objects } = calculator.costOf(operation as OperationDefinitionNode);
  // Skips operations that would take too long: an answer may be as large as its estimate.
  if (objects > 2000) return { estimate: 0, truth: 0 };
  const { data } = await execute({
    schema,
    document,
    contextValue: contextOf(snapshot, { maxObjects: objects }),
  });
  return { estimate: objects, truth: data == null ? 0 : objectsIn(data) - 1 };
}

/** These have more links, so that most lists are not empty. */
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

/** Relationships with the ends of the model, each with up to 3 evidence spans if its type has evidence. */
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

/** The tests execute thousands of queries, and the machine may be busy. */
jest.setTimeout(120_000);

describe('an answer never has more objects than calculated', () => {
  test('on the real bulletin, and the estimate is close', async () => {
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
    // The estimate uses the contents of the graph, not the page limits.
    expect(sums.truth / sums.estimate).toBeGreaterThan(0.1);
    expect(sums.large).toBeGreaterThan(10);
  });

  test('on random graphs with few nodes and many relationships', async () => {
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
