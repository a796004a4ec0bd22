import { type OperationDefinitionNode, parse } from 'graphql';
import { searchIndexOf } from '../../../src/features/search/search-index.ts';
import { statisticsOf } from '../../../src/graphql/cost/graph-statistics.ts';
import { MeasuredOperations } from '../../../src/graphql/measured-operations.ts';
import { createSchema } from '../../../src/server/schema.ts';
import { bulletinSnapshot } from '../../support/snapshots.ts';

const schema = createSchema();
const limits = { objects: 1e6, depth: 100, aliases: 100, milliseconds: 1e6 };
const snapshot = bulletinSnapshot();
const statistics = statisticsOf(snapshot);

/** Measures each operation of one text on a server that has seen the others, and on a new server. */
function bothWays(query: string, ...given: Record<string, unknown>[]): void {
  const document = parse(query);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const costIn = (operations: MeasuredOperations, variables: Record<string, unknown>) => {
    const cost = operations.of(document, operation as OperationDefinitionNode, variables, statistics)?.cost;
    return [cost?.objects, cost?.milliseconds];
  };
  const busy = new MeasuredOperations(schema, limits);
  const seen = given.map((variables) => costIn(busy, variables));
  const alone = given.map((variables) => costIn(new MeasuredOperations(schema, limits), variables));
  expect(seen).toEqual(alone);
  // The costs must differ, or the test shows nothing.
  expect(new Set(alone.map((each) => JSON.stringify(each))).size).toBe(given.length);
}

beforeAll(async () => {
  await searchIndexOf(snapshot);
});

describe('the cost of an operation does not depend on earlier operations', () => {
  test('with words of the same count and length but of different frequency', () => {
    bothWays(
      'query ($word: String!) { search(query: $word) { totalCount } }',
      { word: '企业' },
      { word: '保理' },
    );
  });

  test('with long texts that differ at their ends', () => {
    const long = '企业 '.repeat(40);
    bothWays(
      'query ($word: String!) { search(query: $word) { totalCount } }',
      { word: `${long}企业` },
      { word: `${long}保理` },
    );
  });

  test('with a filter used for ranking, in a fragment too', () => {
    bothWays(
      'query ($filter: ReformItemFilter) { ...F } fragment F on Query { reformItems(filter: $filter, orderBy: { field: RELEVANCE }) { totalCount } }',
      { filter: { text: '企业' } },
      { filter: { text: '保理' } },
    );
  });

  test('with a text inside a filter', () => {
    bothWays(
      'query ($text: String!) { reformItems(filter: { text: $text }, orderBy: { field: RELEVANCE }) { totalCount } }',
      { text: '企业' },
      { text: '保理' },
    );
  });

  test('with lists of other lengths, and pages', () => {
    bothWays(
      'query ($first: Int) { reformItems(first: $first) { nodes { code } } }',
      { first: 1 },
      { first: 2 },
      {},
    );
    bothWays('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a'] }, { ids: ['a', 'b'] });
  });
});

test('calculates a cost again once the texts are indexed', async () => {
  const fresh = bulletinSnapshot();
  const operations = new MeasuredOperations(schema, limits);
  const document = parse('{ search(query: "保理") { totalCount } }');
  const [operation] = document.definitions as OperationDefinitionNode[];
  const milliseconds = () =>
    operations.of(document, operation as OperationDefinitionNode, {}, statisticsOf(fresh))?.cost.milliseconds;
  const before = milliseconds();
  await searchIndexOf(fresh);
  expect(milliseconds()).toBeLessThan(before as number);
});
