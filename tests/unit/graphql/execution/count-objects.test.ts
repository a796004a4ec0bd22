import fc from 'fast-check';
import { execute, type GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { CostCalculator } from '../../../../src/graphql/cost/cost-calculator.ts';
import { statisticsOf } from '../../../../src/graphql/cost/graph-statistics.ts';
import { NodeTextCache } from '../../../../src/graphql/execution/node-text-cache.ts';
import { operationWriter } from '../../../../src/graphql/execution/operation-writer.ts';
import { toGlobalId } from '../../../../src/graphql/relay/global-id.ts';
import { createSchema } from '../../../../src/server/schema.ts';
import type { GraphSnapshot } from '../../../../src/snapshot/graph-snapshot.ts';
import { namesOf, nestedOperation } from '../../../support/nested-operations.ts';
import { objectsIn } from '../../../support/objects-in.ts';
import { snapshotOfItems } from '../../../support/random-items.ts';
import { contextOf } from '../../../support/request-context.ts';
import { bulletinSnapshot } from '../../../support/snapshots.ts';

const schema = createSchema();
const MAX_OBJECTS = 20_000;

const plain = { title: '', content: '', region: [], batch: [], documents: [] };
/**
 * Two agencies: 甲 has three items, 乙 two. They share items 1 and 2.
 * In the table of zones and themes, 东 and 租 have items 1 and 2, 东 and 保 have item 2.
 */
const GRAPH = snapshotOfItems([
  {
    ...plain,
    id: 'ReformItem:tj-7-1',
    agencies: ['Agency:甲', 'Agency:乙'],
    themes: ['Theme:租'],
    zones: ['PilotZone:东'],
  },
  {
    ...plain,
    id: 'ReformItem:tj-7-2',
    agencies: ['Agency:甲', 'Agency:乙'],
    themes: ['Theme:租', 'Theme:保'],
    zones: ['PilotZone:东'],
  },
  { ...plain, id: 'ReformItem:tj-7-3', agencies: ['Agency:甲'], themes: ['Theme:金'], zones: [] },
]);
const TABLE =
  '{ crossTabulation(rows: ZONE, columns: THEME) { cells(first: 1000) { count items { code } } } }';

function operationOf(query: string) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return { document, definition: definition as OperationDefinitionNode };
}

async function byGraphqlJs(snapshot: GraphSnapshot, query: string, maxObjects = MAX_OBJECTS) {
  const context = contextOf(snapshot, { maxObjects });
  const { document } = operationOf(query);
  const { data, errors = [] } = await execute({ schema, document, contextValue: context });
  return { data, errors, counted: context.counted };
}

/** Runs the fast path twice: with an empty text cache, and with the texts cached by the first run. */
async function byFastPath(snapshot: GraphSnapshot, query: string, maxObjects = MAX_OBJECTS) {
  const { write } = operationWriter({ schema, ...operationOf(query) }, {}, new NodeTextCache(1_000_000));
  const counted: number[] = [];
  for (let use = 0; use < 2; use += 1) {
    const context = contextOf(snapshot, { maxObjects });
    await write({ context, variables: {}, args: [], texts: [] });
    counted.push(context.counted);
  }
  return counted;
}

describe('both ways of execution count the objects of an answer alike', () => {
  test.each([
    ['a page: itself, its edges and their nodes', '{ agencies { edges { node { name } } } }', 1 + 2 + 2],
    [
      'a page three times',
      '{ agencies { nodes { name } edges { cursor } pageInfo { endCursor } } }',
      1 + 2 + 2 + 1,
    ],
    [
      'a node, and none',
      '{ agency(name: "甲") { name parent { name } } none: agency(name: "无") { id } }',
      1,
    ],
    [
      'nodes, and none',
      `{ nodes(ids: ${JSON.stringify(['Agency:甲', 'Agency:无'].map(toGlobalId))}) { id } }`,
      1,
    ],
    ['lists of cells, and in them', TABLE, 1 + 2 + (2 + 1)],
    [
      'lists of edges',
      '{ agencies { nodes { coOwners { edges { node { name } sharedItems { code } } } } } }',
      1 + 2 + 2 + 2 + 2 + 4,
    ],
    ['one name asked for twice', '{ agencies { nodes { name } } agencies { nodes { id } } }', 1 + 2],
    ['values', '{ __typename agencies { totalCount } }', 1],
  ])('%s', async (_what, query, objects) => {
    expect(await byGraphqlJs(GRAPH, query)).toMatchObject({ errors: [], counted: objects });
    expect(await byFastPath(GRAPH, query)).toEqual([objects, objects]);
  });

  test('introspection is not counted', async () => {
    const { counted } = await byGraphqlJs(GRAPH, '{ __schema { types { fields { name } } } }');
    expect(counted).toBe(0);
  });

  test('generated operations count exactly the objects of the answer, and no more than calculated', async () => {
    const snapshot = bulletinSnapshot();
    const names = namesOf([...snapshot.nodes].map(({ id }) => id));
    const choices = fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 160, size: 'max' });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(choices, async (chosen) => {
        const query = nestedOperation(schema, names, chosen);
        const { document, definition } = operationOf(query);
        const estimate = new CostCalculator(schema, document, {}, statisticsOf(snapshot)).costOf(definition);
        if (estimate.objects > 2000) return;
        const { data, errors, counted } = await byGraphqlJs(snapshot, query);
        expect(counted).toBeLessThanOrEqual(estimate.objects);
        if (errors.length > 0) return;
        expect(counted).toBe(objectsIn(data) - 1);
        expect(await byFastPath(snapshot, query)).toEqual([counted, counted]);
        if (counted > 5) compared += 1;
      }),
      { numRuns: 250, seed: 15, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

describe('execution stops if an answer exceeds the object limit, whatever was calculated', () => {
  const tooComplex = (limit: number) =>
    expect.objectContaining({
      code: 'QUERY_TOO_COMPLEX',
      message: expect.stringContaining(`${limit} objects`),
    });
  const causes = (errors: readonly GraphQLError[]) => errors.map(({ originalError }) => originalError);

  test.each([
    ['in lists of lists', TABLE, 6],
    ['in single objects', '{ agency(name: "甲") { id } b: agency(name: "乙") { id } }', 2],
    ['in kept texts', '{ agencies { nodes { id reformItems { nodes { id } } } } }', 1 + 2 + 2 + 3 + 2],
  ])('%s', async (_what, query, objects) => {
    expect(await byGraphqlJs(GRAPH, query, objects)).toMatchObject({ errors: [], counted: objects });
    expect(await byFastPath(GRAPH, query, objects)).toEqual([objects, objects]);

    const { errors } = await byGraphqlJs(GRAPH, query, objects - 1);
    expect(causes(errors)).toEqual([tooComplex(objects - 1)]);
    await expect(byFastPath(GRAPH, query, objects - 1)).rejects.toEqual(tooComplex(objects - 1));
  });
});
