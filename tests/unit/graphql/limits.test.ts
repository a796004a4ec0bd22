import { getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { assertWithinLimits, MAX_COST, MAX_DEPTH } from '../../../src/graphql/limits.ts';
import { createSchema } from '../../../src/server/schema.ts';

const schema = createSchema();

/** Holds a valid query against the limits. */
function check(query: string, variables: Record<string, unknown> = {}): void {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  assertWithinLimits(schema, document, operation as OperationDefinitionNode, variables);
}
const tooComplex = (what: string) =>
  expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', message: expect.stringContaining(what) });

/** 100 items, each with a page of agencies: 100 × (item + page holder + n × (agency + page holder)). */
const itemsWithAgencies = (first: string): string =>
  `reformItems(first: 100) { nodes { agencies(first: ${first}) { nodes { name } } } }`;
/** 100 × (1 + 1 + 99 × 2) is 20,000: as much as is allowed. */
const MOST = '99';

describe('cost', () => {
  test('up to the limit and one step past it, in numbers that a person can check', () => {
    expect(MAX_COST).toBe(20_000);
    expect(() => check(`{ ${itemsWithAgencies(MOST)} }`)).not.toThrow();
    expect(() => check(`{ ${itemsWithAgencies('100')} }`)).toThrow(tooComplex('may return 20200 objects'));
  });

  test('by last as by first, and by 20 where neither is given', () => {
    const last = itemsWithAgencies(MOST).replace('first: 100', 'last: 100');
    expect(() => check(`{ ${last} }`)).not.toThrow();
    expect(() => check(`{ ${last.replace('99', '100')} }`)).toThrow(tooComplex('20200'));
    const three = (inner: string): string =>
      `{ agencies { nodes { reformItems { nodes { themes { nodes { ${inner} } } } } } } }`;
    expect(() => check(three('name'))).not.toThrow(); // 20 × (2 + 20 × (2 + 20 × 2))
    expect(() => check(three('reformItems { nodes { number } }'))).toThrow(tooComplex('336840'));
  });

  test('by variables as they are given, as they default, and where they are left out', () => {
    const query = (type: string): string => `query ($n: ${type}) { ${itemsWithAgencies('$n')} }`;
    expect(() => check(query('Int'), { n: 99 })).not.toThrow();
    expect(() => check(query('Int'), { n: 100 })).toThrow(tooComplex('20200'));
    expect(() => check(query('Int = 99'))).not.toThrow();
    expect(() => check(query('Int = 100'))).toThrow(tooComplex('20200'));
    expect(() => check(query('Int = 100'), { n: 99 })).not.toThrow();
    expect(() => check(query('Int'), { n: null })).not.toThrow(); // a page of 20
  });

  test('a required variable that defaults does not switch the limit off', () => {
    const query = `query ($name: String! = "天津海关") {
      agency(name: $name) { coOwners(first: 100) { nodes { ${itemsOfAgency} } } }
    }`;
    expect(() => check(query)).toThrow(tooComplex('objects'));
  });
  const itemsOfAgency = 'reformItems(first: 100) { nodes { agencies(first: 100) { nodes { name } } } }';

  test('nor does a null for what may not be null, which execution refuses for its field alone', () => {
    const query = `query ($n: Int) {
      agency(name: "天津海关") { coOwners { edges { sharedItems(first: $n) { id } } } }
      ${itemsWithAgencies('100')}
    }`;
    expect(() => check(query, { n: null })).toThrow(tooComplex('objects'));
  });

  test('by aliases and fragments as if they were written out', () => {
    const half = itemsWithAgencies('50'); // 100 × (2 + 100) = 10,200
    expect(() => check(`{ a: ${half} }`)).not.toThrow();
    expect(() => check(`{ a: ${half} b: ${half} }`)).toThrow(tooComplex('20400'));
    expect(() => check(`{ a: ${half} ...F } fragment F on Query { b: ${half} }`)).toThrow(
      tooComplex('20400'),
    );
    expect(() => check(`{ a: ${half} ... on Query { b: ${half} } }`)).toThrow(tooComplex('20400'));
  });

  test('by the number of ids, and by the cap of a list', () => {
    const nodes = (ids: number): string =>
      `{ nodes(ids: [${'"x" '.repeat(ids)}]) { ... on Agency { ${itemsOfAgency} } } }`;
    expect(() => check(nodes(1))).toThrow(tooComplex('20201')); // 1 + 100 × (2 + 100 × 2)
    expect(() => check(nodes(3))).toThrow(tooComplex('60603'));
    const shared = (first: number): string =>
      `{ coOwnerships(first: 100) { nodes { sharedItems(first: ${first}) { agencies(first: 1) { nodes { name } } } } } }`;
    expect(() => check(shared(66))).not.toThrow(); // 100 × (2 + 66 × 3)
    expect(() => check(shared(67))).toThrow(tooComplex('20300'));
  });

  test('a page that is only counted costs one, and scalars nothing', () => {
    expect(() =>
      check('{ reformItems(first: 100) { nodes { agencies(first: 100) { totalCount } } } }'),
    ).not.toThrow();
    expect(() => check(getIntrospectionQuery())).not.toThrow();
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
