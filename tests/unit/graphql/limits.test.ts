import { getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { MAX_ALIASES, MAX_COST, MAX_DEPTH } from '../../../src/graphql/limits.ts';
import { MeasuredOperations } from '../../../src/graphql/measured-operations.ts';
import { createSchema } from '../../../src/server/schema.ts';

const schema = createSchema();

/** Holds a valid query against the limits. */
function check(query: string, variables: Record<string, unknown> = {}): void {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  new MeasuredOperations(schema).of(document, operation as OperationDefinitionNode, variables);
}
const tooComplex = (what: string) =>
  expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', message: expect.stringContaining(what) });

/** 100 items, each with a page of agencies: 100 × (page + item + n × (page + agency)). `__typename` costs nothing. */
const itemsWithAgencies = (first: number | string): string =>
  `reformItems(first: 100) { nodes { agencies(first: ${first}) { nodes { __typename } } } }`;
/** 100 × (2 + 99 × 2) is as much as is allowed, and with one more it is 20,200. */
const MOST = 99;

describe('cost', () => {
  test('up to the limit and one step past it, in numbers that a person can check', () => {
    expect(MAX_COST).toBe(20_000);
    expect(() => check(`{ ${itemsWithAgencies(MOST)} }`)).not.toThrow();
    expect(() => check(`{ ${itemsWithAgencies(MOST + 1)} }`)).toThrow(tooComplex('may return 20200 objects'));
  });

  test('of a scalar: more than nothing, and less than an object', () => {
    const scalars = (names: string): string => `{ ${itemsWithAgencies(60)} }`.replace('__typename', names);
    expect(() => check(scalars('name'))).not.toThrow(); // 12,200 and 6,000 names
    const all = 'id name kind level aliases'
      .split(' ')
      .map((name, i) => `${name} x${i}: ${name} y${i}: ${name}`);
    expect(() => check(`{ ${itemsWithAgencies(90)} }`.replace('__typename', all.join(' ')))).toThrow(
      tooComplex('objects'), // 18,200 and 135,000 scalars
    );
  });

  test('by last as by first, and by 20 where neither is given', () => {
    const last = (first: number): string =>
      `{ ${itemsWithAgencies(first)} }`.replace('first: 100', 'last: 100');
    expect(() => check(last(MOST))).not.toThrow();
    expect(() => check(last(MOST + 1))).toThrow(tooComplex('20200'));
    const three = (inner: string): string =>
      `{ agencies { nodes { reformItems { nodes { themes { nodes { ${inner} } } } } } } }`;
    expect(() => check(three('__typename'))).not.toThrow(); // 20 × (2 + 20 × (2 + 20 × 2))
    expect(() => check(three('reformItems { nodes { __typename } }'))).toThrow(tooComplex('336840'));
  });

  test('by variables as they are given, as they default, and where they are left out', () => {
    const query = (type: string): string => `query ($n: ${type}) { ${itemsWithAgencies('$n')} }`;
    expect(() => check(query('Int'), { n: MOST })).not.toThrow();
    expect(() => check(query('Int'), { n: MOST + 1 })).toThrow(tooComplex('20200'));
    expect(() => check(query(`Int = ${MOST}`))).not.toThrow();
    expect(() => check(query(`Int = ${MOST + 1}`))).toThrow(tooComplex('20200'));
    expect(() => check(query('Int = 100'), { n: MOST })).not.toThrow();
    expect(() => check(query('Int'), { n: null })).not.toThrow(); // a page of 20
  });

  const itemsOfAgency = 'reformItems(first: 100) { nodes { agencies(first: 100) { nodes { __typename } } } }';

  test('a required variable that defaults does not switch the limit off', () => {
    const query = `query ($name: String! = "天津海关") {
      agency(name: $name) { coOwners(first: 100) { nodes { ${itemsOfAgency} } } }
    }`;
    expect(() => check(query)).toThrow(tooComplex('objects'));
  });

  test('nor does a null for what may not be null, which execution refuses for its field alone', () => {
    const query = `query ($n: Int) {
      agency(name: "天津海关") { coOwners { edges { sharedItems(first: $n) { id } } } }
      ${itemsWithAgencies(100)}
    }`;
    expect(() => check(query, { n: null })).toThrow(tooComplex('objects'));
  });

  test('by aliases and fragments as if they were written out', () => {
    const half = itemsWithAgencies(50); // 100 × (2 + 100)
    const twice = tooComplex('20400');
    expect(() => check(`{ a: ${half} }`)).not.toThrow();
    expect(() => check(`{ a: ${half} b: ${half} }`)).toThrow(twice);
    expect(() => check(`{ a: ${half} ...F } fragment F on Query { b: ${half} }`)).toThrow(twice);
    expect(() => check(`{ a: ${half} ... on Query { b: ${half} } }`)).toThrow(twice);
  });

  test('by the number of ids, and by the cap of a list', () => {
    const nodes = (ids: number): string =>
      `{ nodes(ids: [${'"x" '.repeat(ids)}]) { ... on Agency { ${itemsOfAgency} } } }`;
    expect(() => check(nodes(1))).toThrow(tooComplex('20201')); // 1 + 100 × (2 + 100 × 2)
    expect(() => check(nodes(3))).toThrow(tooComplex('60603'));
    const shared = (first: number): string =>
      `{ coOwnerships(first: 100) { nodes {
           sharedItems(first: ${first}) { agencies(first: 1) { nodes { __typename } } } } } }`;
    expect(() => check(shared(66))).not.toThrow(); // 100 × (2 + 66 × 3)
    expect(() => check(shared(67))).toThrow(tooComplex('20300'));
  });

  test('a page that is only counted costs no more than its count', () => {
    const counted = '{ reformItems(first: 100) { nodes { agencies(first: 100) { totalCount } } } }';
    expect(() => check(counted)).not.toThrow();
  });

  test('wrong variables are left to execution, which names them and runs nothing', () => {
    const query = `query ($n: Int!) { ${itemsWithAgencies('$n')} }`;
    for (const variables of [{}, { n: 'x' }, { n: null }, { n: 1.5 }]) {
      expect(() => check(query, variables)).not.toThrow();
    }
  });
});

describe('depth', () => {
  /** So many selections, one within the other: theme, broader …, name. */
  const nested = (levels: number, inner = 'name'): string =>
    `theme(name: "x") { ${'broader { '.repeat(levels - 2)}${inner}${' }'.repeat(levels - 1)}`;

  test('16 selections, and not 17', () => {
    expect(MAX_DEPTH).toBe(16);
    expect(() => check(`{ ${nested(16)} }`)).not.toThrow();
    expect(() => check(`{ ${nested(17)} }`)).toThrow(tooComplex('nests 17 selections, and 16 are allowed'));
  });

  test('through fragments, which are no selection of their own', () => {
    const rest = 'broader { ... on Theme { broader { name } } }';
    const fragment = `fragment F on Theme { ${rest} }`;
    expect(() => check(`{ ...Q } fragment Q on Query { ${nested(14, '...F')} } ${fragment}`)).not.toThrow();
    expect(() => check(`{ ...Q } fragment Q on Query { ${nested(15, '...F')} } ${fragment}`)).toThrow(
      tooComplex('nests 17'),
    );
  });
});

describe('aliases', () => {
  const aliased = (count: number): string =>
    Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ');

  test('as many as are allowed, and not one more, wherever they stand', () => {
    expect(() => check(`{ ${aliased(MAX_ALIASES)} }`)).not.toThrow();
    for (const query of [
      `{ ${aliased(MAX_ALIASES + 1)} }`,
      `{ reformItems { ${aliased(10)} nodes { ${aliased(MAX_ALIASES - 9)} } } }`,
      `{ ...F b: __typename } fragment F on Query { ${aliased(MAX_ALIASES)} }`,
    ]) {
      expect(() => check(query)).toThrow(
        tooComplex(`the query has ${MAX_ALIASES + 1} aliases, and ${MAX_ALIASES} are allowed`),
      );
    }
  });

  test('a field under its own name is none', () => {
    expect(() => check(`{ ${'__typename: __typename '.repeat(150)} }`)).not.toThrow();
  });

  test('introspection is free, as tools send it, but nothing in it may be asked for twice', () => {
    expect(() => check(getIntrospectionQuery())).not.toThrow();
    expect(() => check('{ __schema { a: types { name } b: types { name } } }')).toThrow(
      tooComplex('aliases'),
    );
  });
});

describe('time', () => {
  test('fragments that spread others twice over are measured once each', () => {
    const spreads = Array.from(
      { length: 300 },
      (_, index) => `fragment F${index} on ReformItemConnection { ...F${index + 1} ...F${index + 1} }`,
    );
    const last = 'fragment F300 on ReformItemConnection { __typename }';
    const start = performance.now();
    expect(() => check(`{ reformItems { ...F0 } } ${spreads.join('\n')} ${last}`)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('an operation that comes again', () => {
  const QUERY = `query ($first: Int, $code: String!, $ids: [ID!]!, $text: String) {
    reformItem(code: $code) { agencies(first: $first) { nodes { __typename } } }
    nodes(ids: $ids) { __typename }
    reformItems(first: 3, filter: { text: $text }) { nodes { __typename } }
  }`;
  const document = parse(QUERY);
  const [operation] = document.definitions as OperationDefinitionNode[];
  /** The same operations all along, and each time as if for the first time. */
  const operations = new MeasuredOperations(schema);
  const costOf = (of: MeasuredOperations, variables: Record<string, unknown>): number | undefined =>
    of.of(document, operation as OperationDefinitionNode, variables)?.cost;

  test.each([
    // The item and its page of agencies; the nodes; the page of 3: 1 + (1 + n) … as measured anew each time.
    [{ code: 'a', ids: ['x'] }, 1 + 20 + 1 + 3],
    [{ code: 'b', ids: ['y'] }, 1 + 20 + 1 + 3],
    [{ code: 'a', ids: ['x'], first: 5 }, 1 + 5 + 1 + 3],
    [{ code: 'a', ids: ['x'], first: 7 }, 1 + 7 + 1 + 3],
    [{ code: 'a', ids: ['x', 'y', 'z'], first: 7 }, 1 + 7 + 3 + 3],
    [{ code: 'a', ids: ['x', 'y', 'z'], first: 7, text: 'w' }, 1 + 7 + 3 + 3],
    [{ code: 'a', ids: [], first: 7, text: null }, 1 + 7 + 1 + 3],
    [{ code: 'a', ids: ['x'] }, 1 + 20 + 1 + 3],
  ])('costs what its variables make of it: %j', (variables, pages) => {
    const anew = costOf(new MeasuredOperations(schema), variables);
    expect(costOf(operations, variables)).toBe(anew);
    expect(anew).toBeGreaterThanOrEqual(pages);
    expect(anew).toBeLessThan(2 * pages + 6);
  });

  test('a variable that says null is none that is null', () => {
    const listed = parse('query ($a: ID = "x") { nodes(ids: [$a, "b", "c"]) { __typename } }');
    const [listing] = listed.definitions as OperationDefinitionNode[];
    const ask = (a: string | null) => operations.of(listed, listing as OperationDefinitionNode, { a })?.cost;
    const anew = (a: string | null) =>
      new MeasuredOperations(schema).of(listed, listing as OperationDefinitionNode, { a })?.cost;
    for (const a of [null, 'null', null, 'x']) expect(ask(a)).toBe(anew(a));
    expect(ask('null')).toBeGreaterThan(0);
  });

  test('is refused as soon as its variables ask for too much, and taken again when they do not', () => {
    const wide = parse(
      'query ($n: Int) { reformItems(first: 100) { nodes { agencies(first: $n) { nodes { id } } } } }',
    );
    const [wideOperation] = wide.definitions as OperationDefinitionNode[];
    const ask = (n: number) => () => operations.of(wide, wideOperation as OperationDefinitionNode, { n });
    for (const [n, fits] of [
      [10, true],
      [100, false],
      [10, true],
      [100, false],
    ] as const)
      fits ? expect(ask(n)).not.toThrow() : expect(ask(n)).toThrow(tooComplex('objects'));
  });
});
