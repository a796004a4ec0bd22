import { Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { searchIndexOf } from '../../../../src/features/search/search-index.ts';
import { CostCalculator } from '../../../../src/graphql/cost/cost-calculator.ts';
import { statisticsOf } from '../../../../src/graphql/cost/graph-statistics.ts';
import type { QueryCost } from '../../../../src/graphql/cost/query-cost.ts';
import { createSchema } from '../../../../src/server/schema.ts';
import { type PlainItem, snapshotOfItems } from '../../../support/random-items.ts';
import { bulletinSnapshot } from '../../../support/snapshots.ts';

const schema = createSchema();

const item = (number: number, links: Partial<PlainItem>): PlainItem => ({
  id: `ReformItem:tj-7-${number}`,
  title: '',
  content: '',
  agencies: [],
  zones: [],
  themes: [],
  region: [],
  batch: ['Batch:tj-7'],
  documents: [],
  ...links,
});

/**
 * 4 items. Of the 4 agencies 甲 has three, 乙 two, 丙 one and 丁 none. Of the 4 themes 租 and 保 are below 金, which is a
 * domain and has an item of its own.
 */
const GRAPH = snapshotOfItems([
  item(1, { agencies: ['Agency:甲', 'Agency:乙'], themes: ['Theme:租'], zones: ['PilotZone:东'] }),
  item(2, {
    agencies: ['Agency:甲', 'Agency:乙'],
    themes: ['Theme:租', 'Theme:保'],
    zones: ['PilotZone:东'],
  }),
  item(3, { agencies: ['Agency:甲'], themes: ['Theme:金'] }),
  item(4, { agencies: ['Agency:丙'] }),
]);
const statistics = statisticsOf(GRAPH);

function costOf(query: string, variables: Record<string, unknown> = {}, of = statistics): QueryCost {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return new CostCalculator(schema, document, variables, of).costOf(operation as OperationDefinitionNode);
}
const objectsOf = (query: string, variables?: Record<string, unknown>): number =>
  costOf(query, variables).objects;

describe('the maximum number of objects in an answer', () => {
  test.each([
    ['a node', '{ agency(name: "甲") { name } }', 1],
    [
      'a page: itself, its edges, and the nodes at their ends',
      '{ agencies { edges { node { name } } } }',
      1 + 4 + 4,
    ],
    [
      'nodes beside edges',
      '{ agencies { nodes { name } edges { cursor } pageInfo { endCursor } } }',
      1 + 4 + 4 + 1,
    ],
    ['no more than are asked for', '{ agencies(first: 3) { nodes { name } } }', 1 + 3],
    ['from the end as from the beginning', '{ agencies(last: 2) { nodes { name } } }', 1 + 2],
    ['a page that is only counted', '{ agencies { totalCount } }', 1],
    ['a list that has no size', '{ batches { code } regions { name } }', 2 + 2],
    ['nodes by their ids', '{ nodes(ids: ["x", "y"]) { id } }', 2],
    ['a part that is one of each', '{ batches { source { name } } }', 2 + 2],
  ])('%s', (_what, query, objects) => {
    expect(objectsOf(query)).toBe(objects);
  });

  const itemsOf = (agencies: number, items: number): string =>
    `{ agencies(first: ${agencies}) { nodes { reformItems(first: ${items}) { nodes { code } } } } }`;

  test('of a relation: as many as it has, from the nodes that have most of it', () => {
    expect(objectsOf(itemsOf(100, 100))).toBe(1 + 4 + 4 + (3 + 2 + 1));
    expect(objectsOf(itemsOf(2, 100))).toBe(1 + 2 + 2 + (3 + 2));
    expect(objectsOf(itemsOf(100, 2))).toBe(1 + 4 + 4 + (2 + 2 + 1));
    expect(objectsOf(itemsOf(1, 1))).toBe(1 + 1 + 1 + 1);
  });

  test('of nodes that may repeat: each as often as it may occur', () => {
    // 3 items have at most 2 + 2 + 1 agencies, each at most 3 times; 3 times 甲 and 乙 have 3 × (3 + 2) items.
    const query =
      '{ reformItems(first: 3) { nodes { agencies { nodes { reformItems(first: 100) { nodes { code } } } } } } }';
    expect(objectsOf(query)).toBe(1 + 3 + 3 + 5 + 5 + 15);
  });

  test('of edges: their end nodes may repeat even if the edges do not', () => {
    const edges = '{ reformItems(first: 100) { edges { node { agencies { edges { node { INNER } } } } } } }';
    const without = 1 + 4 + 4 + 4 + 6 + 6;
    expect(objectsOf(edges.replace('INNER', 'name'))).toBe(without);
    // 6 agencies, each at most 3 times: 3 × (3 + 2) items, and 6 pages.
    expect(objectsOf(edges.replace('INNER', 'reformItems { nodes { code } }'))).toBe(without + 6 + 15);
  });

  test('of a list without a page: its nodes may repeat too', () => {
    const documents = ['PolicyDocument:租'];
    const citing = snapshotOfItems([
      item(1, { documents, agencies: ['Agency:甲', 'Agency:乙', 'Agency:丙'] }),
      item(2, { documents }),
      item(3, {}),
    ]);
    // 2 items cite the document, and each citation lists both: items 1 and 2 twice each, and their pages.
    const query = '{ reformItems { nodes { documents { citedBy { agencies { nodes { name } } } } } } }';
    expect(costOf(query, {}, statisticsOf(citing)).objects).toBe(1 + 3 + 2 + 4 + 4 + 2 * 3);
  });

  test('of a theme: includes the items of lower themes, each path counted', () => {
    // 金: 1 of its own, 2 of 租, 1 of 保; 租 2; 保 1. There are 6 themes; 碳, 绿 and 杂 have none.
    const query = '{ themes(first: 100) { nodes { reformItems(first: 100) { nodes { code } } } } }';
    expect(objectsOf(query)).toBe(1 + 6 + 6 + (4 + 2 + 1));
  });

  test('of co-owners and pairs: by the items that two agencies share', () => {
    // 甲 and 乙 share items 1 and 2: two ways from either.
    const coOwners = '{ agencies { nodes { coOwners { edges { node { name } sharedItems { code } } } } } }';
    expect(objectsOf(coOwners)).toBe(1 + 4 + 4 + 4 * 2 + 4);
    const pairs = '{ coOwnerships { nodes { agencies { name } sharedItems { code } } } }';
    expect(objectsOf(pairs)).toBe(1 + 2 + 2 * 2 + 2);
    expect(objectsOf(`{ agencyNetwork { links(first: 1) { sharedCount } nodes { degree } } }`)).toBe(
      1 + 1 + 4,
    );
  });

  test('of a table: by its dimensions', () => {
    const table = (rows: string, columns: string, inner: string): string =>
      `{ crossTabulation(rows: ${rows}, columns: ${columns}) { ${inner} } }`;
    // Item 1: 1 zone × 1 theme; item 2: 1 × 2.
    expect(objectsOf(table('ZONE', 'THEME', 'cells { items { code } }'))).toBe(1 + 3 + 3);
    // 3 zones and 2 regions; empty cells have no items.
    expect(objectsOf(table('ZONE', 'REGION', 'emptyCells { items { code } } rows { id }'))).toBe(1 + 6 + 3);
  });

  test('of an interface or union: each kind at most as often as it has nodes', () => {
    const kinds =
      '... on Region { reformItems { nodes { code } } } ... on Agency { aliases parent { name } }';
    // Of up to 200 nodes the graph has 4 items, 4 agencies, 3 zones, 6 themes, 2 regions, 2 batches, 2 documents: 23.
    const query = `{ neighbourhood(of: "甲") { nodes { node { ${kinds} } } } }`;
    // No item is promoted to the 2 regions; each of the 4 agencies may have one parent.
    expect(objectsOf(query)).toBe(1 + 23 + 23 + 2 + 4);
  });

  test('by variables that are given, defaulted or null', () => {
    const query = 'query ($n: Int = 2) { agencies(first: $n) { nodes { name } } }';
    expect(objectsOf(query, { n: 2 })).toBe(1 + 2);
    expect(objectsOf(query, { n: 3 })).toBe(1 + 3);
    expect(objectsOf(query, { n: null })).toBe(1 + 4);
  });

  test('of a field that execution refuses because of a null: none; of the other fields as usual', () => {
    const refused =
      'query ($n: Int = 2) { paths(from: "a", to: "b", first: $n) { nodes { id } } batches { code } }';
    expect(objectsOf(refused, { n: null })).toBe(2);
    const condition =
      'query ($v: Boolean = true) { batches { source @skip(if: $v) { name } } regions { name } }';
    expect(objectsOf(condition, { v: null })).toBe(2 + 2);
  });

  test('of skipped fields: none', () => {
    const query =
      'query ($no: Boolean!) { agencies @skip(if: $no) { nodes { name } } batches @include(if: $no) { code } }';
    expect(objectsOf(query, { no: true })).toBe(2);
    expect(objectsOf(query, { no: false })).toBe(1 + 4);
  });

  test('of a repeated selection under one name: once; under two names: twice', () => {
    const page = 'agencies { nodes { name } }';
    expect(objectsOf(`{ ${page} ${page} }`)).toBe(5);
    expect(objectsOf(`{ ${page} ...F ... on Query { ${page} } } fragment F on Query { ${page} }`)).toBe(5);
    expect(objectsOf(`{ ${page} b: ${page} }`)).toBe(10);
  });
});

test('counts values separately, a list of them with its maximum length', () => {
  expect(costOf('{ agencies { nodes { name kind } } }').values).toBe(8);
  expect(costOf('{ coOwnershipMatrix { counts } }').values).toBe(10_000);
});

test('names the most expensive field, whatever its selection', () => {
  const cost = costOf(
    '{ few: batches { code } agencies { nodes { all: reformItems { nodes { code similar { score } } } } } }',
  );
  expect(cost.mostCostly('objects')).toBe('agencies.nodes.all.nodes.similar');
  expect(cost.mostCostly('milliseconds')).toBe('agencies.nodes.all.nodes.similar');
  expect(cost.mostCostly('values')).toBe('agencies.nodes.all.nodes.similar.score');
  expect(costOf('{ __typename }').mostCostly('objects')).toBe('');
});

describe('the computing time of fields', () => {
  const msOf = (query: string): number => costOf(query).milliseconds;

  test('nothing for fields that only read', () => {
    expect(msOf('{ agencies { nodes { reformItems { nodes { code } } } } }')).toBe(0);
  });

  test('counts each word of a search and of a filter, and phrases without blanks and alternatives too', () => {
    const search = (text: string): number =>
      msOf(`{ search(query: ${JSON.stringify(text)}) { totalCount } }`);
    expect(search('"企""业""管""理"')).toBe(search('企 业 管 理'));
    const filter = (given: string): number => msOf(`{ reformItems(filter: ${given}) { totalCount } }`);
    expect(filter('{ text: "企 业 管 理" }')).toBeGreaterThan(filter('{ text: "企" }'));
    expect(filter('{ or: [{ text: "企 业" }, { not: { text: "管 理" } }] }')).toBe(
      filter('{ text: "企 业 管 理" }'),
    );
  });

  test('once for each object', () => {
    const one = msOf('{ reformItems(first: 1) { nodes { similar { score } } } }');
    expect(one).toBeGreaterThan(0);
    expect(msOf('{ reformItems(first: 3) { nodes { similar { score } } } }')).toBeCloseTo(3 * one, 9);
  });

  test('once for the network of any number of nodes', () => {
    const network = msOf('{ agencyNetwork { nodeCount } }');
    const measured = (first: number): number =>
      msOf(`{ agencyNetwork { nodes(first: ${first}) { betweenness } } }`) - network;
    expect(measured(1)).toBeGreaterThan(0);
    expect(measured(4)).toBe(measured(1));
  });

  test('grows with the frequency of the search words, and assumes all nodes until texts are indexed', async () => {
    const snapshot = bulletinSnapshot();
    const search = (query: string): number =>
      costOf(`{ search(query: "${query}") { totalCount } }`, {}, statisticsOf(snapshot)).milliseconds;
    const unindexed = search('保理');
    expect(search('企业')).toBe(unindexed);
    await searchIndexOf(snapshot);
    // 企业 is in most items, 保理 in few, and 理保 in none.
    expect(search('企业')).toBeGreaterThan(search('保理'));
    expect(search('保理')).toBeGreaterThan(search('理保'));
    expect(search('企业')).toBeLessThan(unindexed);
    // Nodes without the rare word are not searched for the frequent one.
    expect(search('保理 企业')).toBeLessThan(search('企业') + search('保理'));
    expect(search('baoli')).toBeGreaterThan(search('理保'));
  });

  test('counts a filter wherever it is given, and an absent one not at all', () => {
    const one = msOf('{ reformItems(filter: { minAgencies: 1 }) { totalCount } }');
    expect(one).toBeGreaterThan(0);
    expect(msOf('{ reformItems(filter: null) { totalCount } }')).toBe(0);
    // Figures are checked one by one as well.
    const figures = msOf('{ figures(filter: { minValue: 1 }) { totalCount } }');
    expect(figures).toBeGreaterThan(0);
    const ofItems = '{ figures(filter: { minValue: 1, reformItems: { minAgencies: 1 } }) { totalCount } }';
    expect(msOf(ofItems)).toBeCloseTo(figures + one, 9);
    expect(msOf('{ figures { totalCount } }')).toBe(0);
    // The 4 agencies have 6 responsibilities for the 4 items.
    const nested = '{ agencies { nodes { reformItems(filter: { minAgencies: 1 }) { totalCount } } } }';
    expect(msOf(nested)).toBeCloseTo(one * (6 / 4), 9);
  });
});

describe('depth and aliases', () => {
  test('name the most deeply nested field, and the field with most aliases', () => {
    const deep = costOf(
      '{ batches { code } t: theme(name: "x") { ...F } } fragment F on Theme { broader { name } }',
    );
    expect(deep.deepest).toBe('t.broader.name');
    expect(deep.mostAliased).toBe('theme');
    const aliased = costOf('{ a: batches { code } b: batches { c: code d: code e: code } }');
    expect(aliased.mostAliased).toBe('code');
    expect(costOf('{ batches { code } }').mostAliased).toBe('');
  });

  test('count nested fields but not fragments', () => {
    expect(costOf('{ theme(name: "x") { broader { name } } }').depth).toBe(3);
    expect(
      costOf('{ theme(name: "x") { ... on Theme { ...F } } } fragment F on Theme { broader { name } }').depth,
    ).toBe(3);
  });

  test('ignore an alias equal to the field name; count those of __typename, and those of each fragment spread', () => {
    expect(costOf('{ batches: batches { code } }').aliases).toBe(0);
    expect(costOf('{ a: __typename b: batches { c: code } }').aliases).toBe(3);
    expect(costOf('{ x: batches { ...F } batches { ...F } } fragment F on Batch { c: code }').aliases).toBe(
      3,
    );
  });

  test('take the maximum over the kinds of an interface', () => {
    const query = '{ node(id: "x") { ... on Agency { a: name b: kind } ... on Theme { c: name } } }';
    expect(costOf(query).aliases).toBe(2);
  });

  test('within introspection', () => {
    expect(costOf('{ a: __type(name: "X") { name } }').introspectionAlias).toBeUndefined();
    expect(
      costOf('{ __type(name: "X") { ...F } } fragment F on __Type { fields { x: name } }').introspectionAlias,
    ).toBe('x');
  });
});

describe('fragments that multiply', () => {
  /** Each fragment spreads the next one twice: written out, this is 2 to the power of their number. */
  const doubling = (count: number, on: string, last: string, wraps: readonly string[]): string =>
    Array.from({ length: count }, (_, at) => {
      const spread = `...F${at + 1}`;
      return `fragment F${at} on ${on} { ${wraps.map((wrap) => wrap.replace('X', spread)).join(' ')} }`;
    })
      .concat(`fragment F${count} on ${on} { ${last} }`)
      .join('\n');
  /**
   * Each fragment is visited once per number of parents. The limit counts steps, not time, so slow machines pass too.
   */
  const selectionsOf = (query: string, of = statistics): number => {
    const document = parse(query);
    const [operation] = document.definitions as OperationDefinitionNode[];
    const calculator = new CostCalculator(schema, document, {}, of);
    calculator.costOf(operation as OperationDefinitionNode);
    return calculator.selections;
  };

  test('side by side, nested, and under other fields', () => {
    expect(
      selectionsOf(`{ agencies { ...F0 } } ${doubling(20, 'AgencyConnection', 'totalCount', ['X', 'X'])}`),
    ).toBe(2);
    // The two fields of a level are visited below either field of the level above.
    const both = doubling(20, 'Agency', 'name', ['parent { X }', 'mergedInto { X }']);
    expect(selectionsOf(`{ agency(name: "甲") { ...F0 } } ${both}`)).toBe(1 + 2 + 19 * 4 + 2);
  });

  test('are refused if they are too many to calculate, long before they are written out', () => {
    const pages = [2, 3, 4, 5].map((first) => `p${first}: coOwners(first: ${first}) { nodes { X } }`);
    const query = `{ agency(name: "甲") { ...F0 } } ${doubling(20, 'Agency', 'name', ['parent { X }', ...pages])}`;
    expect(() => selectionsOf(query, statisticsOf(bulletinSnapshot()))).toThrow(
      expect.objectContaining({
        code: 'QUERY_TOO_COMPLEX',
        message: 'the query comes to more than 3000 fields when its fragments are written out',
      }),
    );
  });
});
