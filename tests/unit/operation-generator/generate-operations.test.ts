import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { Coverage } from '../../support/operation-generator/coverage.ts';
import { generateOperations } from '../../support/operation-generator/generate-operations.ts';
import type { GraphValues } from '../../support/operation-generator/graph-values.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema/schema.graphql'), 'utf8'));
const values: GraphValues = {
  texts: { 'agency.name': ['天津海关', '市商务局'], id: ['YQ=='], query: ['保理'] },
  numbers: { since: [0, 1] },
  cursors: {
    'Query.themes': [{ cursor: 'Yw' }],
    'Query.search': [{ cursor: 'cw', given: { query: '保理' } }],
  },
};
const generate = (seed: number, count = 60) => generateOperations(schema, { seed, count, values });

describe('generated operations', () => {
  const operations = generate(1);

  test('have the requested number, and are numbered', () => {
    expect(operations.map(({ index }) => index)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(generate(1, 7)).toEqual(operations.slice(0, 7));
  });

  test('are the same for the same seed, and different for another', () => {
    expect(generate(1)).toEqual(operations);
    expect(generate(2)).not.toEqual(operations);
  });

  test('are valid', () => {
    for (const { query } of operations) expect(validate(schema, parse(query))).toEqual([]);
  });

  test('name their operation if the document has several', () => {
    const several = operations.filter(({ query }) => /query Op2/.test(query));
    expect(several.length).toBeGreaterThan(0);
    for (const { query, operationName } of several) expect(query).toContain(`query ${operationName}`);
  });

  test('use their given values', () => {
    const text = JSON.stringify(operations);
    for (const given of ['天津海关', '市商务局', 'YQ==', '保理']) expect(text.includes(given)).toBe(true);
  });

  test('prefer the least used parts, for any schema', () => {
    const other = buildSchema(`
      type Query { a(x: In, n: Int! = 3): [U!] i: I }
      input In { e: [E!] deep: In s: String! = "s" f: Float }
      enum E { ONE TWO }
      union U = A | B
      interface I { k: String }
      type A implements I { k: String same: Int }
      type B implements I { k: String same: String a: A }
    `);
    const coverage = new Coverage(other);
    const none: GraphValues = { texts: {}, numbers: {}, cursors: {} };
    for (const operation of generateOperations(other, { seed: 4, count: 150, values: none })) {
      expect(validate(other, parse(operation.query))).toEqual([]);
      coverage.add(operation);
    }
    expect(coverage.below(20)).toEqual([]);
  });
});
