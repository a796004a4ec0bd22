import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNullableType, isInputObjectType, isNonNullType } from 'graphql';
import {
  anyValue,
  type FieldPlace,
  fieldsWithArguments,
  type Position,
  positionsOf,
  requiredArguments,
  selectionOf,
} from '../../support/argument-positions.ts';
import { type GraphqlAnswer, postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../schema/schema.graphql'), 'utf8');
const fields = fieldsWithArguments(buildSchema(SCHEMA));
const positions = positionsOf(fields);
const USES = 6;

test('each argument and each input field is a position that can receive null', () => {
  const asked = new Set(positions.map(({ field, path }) => `${field.owner}.${field.field.name}.${path}`));
  for (const { owner, field } of fields)
    for (const { name } of field.args) expect([...asked]).toContain(`${owner}.${field.name}.${name}`);
  const inputFields = Object.values(buildSchema(SCHEMA).getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.keys(type.getFields()));
  const ends = positions.map(({ path }) => path.match(/\.(\w+)$/)?.[1]).filter((name) => name !== undefined);
  expect(ends.sort()).toEqual(inputFields.sort());
});

describe.each(['off', 'on', 'always'])('null by a variable, COMPILE=%s', (compile) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('embedded', { COMPILE: compile, ANSWER_CACHE_MB: '0' });
  });
  afterAll(() => server.close());

  /** The answer to an operation, without the error locations: these depend on the text of the operation. */
  async function answerTo(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    const answer = await postGraphql(server.url, query, variables);
    for (const error of answer.errors ?? []) {
      if (error.extensions.code === 'INTERNAL_SERVER_ERROR')
        throw new Error(`${query}\n${JSON.stringify(answer)}`);
      delete (error as { locations?: unknown }).locations;
    }
    return answer;
  }
  const call = ({ field, within }: FieldPlace, args: string): string =>
    within(`found: ${field.name}${args} ${selectionOf(field.type)}`);

  test.each(fields.map((field) => [`${field.owner}.${field.field.name}`, field] as const))(
    '%s',
    async (_name, field) => {
      const leftOut = await answerTo(call(field, requiredArguments(field)));
      expect([leftOut.errors, JSON.stringify(leftOut.data)]).toEqual([
        undefined,
        expect.stringContaining('"found":'),
      ]);
      for (const position of positions.filter((each) => each.field === field)) {
        const type = getNullableType(position.type).toString();
        const query = (declared: string): string =>
          `query ($v: ${declared}) ${call(field, position.argumentsWith('$v'))}`;
        const withDefault = query(`${type} = ${anyValue(position.type)}`);
        const literal = isNonNullType(position.type)
          ? undefined
          : await answerTo(call(field, position.argumentsWith('null')));
        for (let use = 1; use <= USES; use += 1) {
          const given = await answerTo(withDefault, { v: null });
          if (literal === undefined) expectRefusal(position, given);
          else expect([position.path, given]).toEqual([position.path, literal]);
        }
        // Within an input object, the query may also set other fields that change the answer.
        if (literal !== undefined && !position.path.includes('.'))
          expect([position.path, literal]).toEqual([position.path, leftOut]);
        if (isNonNullType(position.type) && position.hasDefault) {
          expectRefusal(position, await answerTo(query(type), { v: null }));
          const defaulted = await answerTo(query(type));
          expect([position.path, defaulted.errors]).toEqual([position.path, undefined]);
        }
      }
    },
  );

  function expectRefusal({ path }: Position, { status, errors }: GraphqlAnswer): void {
    expect([path, errors?.map(({ message, extensions }) => ({ message, ...extensions }))]).toEqual([
      path,
      // One error for each object that has the field.
      errors?.map(() => ({
        code: 'BAD_USER_INPUT',
        retryable: false,
        argument: path,
        message: `${path}: null is not allowed here, and the variable $v is null`,
      })),
    ]);
    expect(errors?.length).toBeGreaterThan(0);
    expect([200, 400]).toContain(status);
  }

  test('a missing variable in a list of non-null items', async () => {
    const query = 'query ($f: ReformItemFilter) { reformItems(filter: { or: [$f] }) { totalCount } }';
    expect((await answerTo(query)).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  test.each([
    ['ReformItemFilter!', { or: [null] }],
    ['ReformItemFilter!', { themes: { anyOf: ['x', null] } }],
    ['ReformItemFilter!', null],
  ])('null within a variable of %s: %j', async (type, value) => {
    const query = `query ($f: ${type}) { reformItems(filter: $f) { totalCount } }`;
    expect(await answerTo(query, { f: value })).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/^Variable "\$f" (got invalid value null at|of non-null type)/),
          extensions: { code: 'BAD_USER_INPUT', retryable: false },
        },
      ],
    });
  });

  const ITEM = 'reformItem(code: "tj-7-4")';
  test.each([
    ['of a field', '{ agency(name: "天津海关") @include(if: $v) { name } }', [400, null]],
    ['that skips', '{ agency(name: "天津海关") @skip(if: $v) { name } }', [400, null]],
    ['of a field within', `{ ${ITEM} { title @include(if: $v) } }`, [200, { reformItem: null }]],
    ['of an inline fragment', `{ ${ITEM} { ... @include(if: $v) { title } } }`, [200, { reformItem: null }]],
    [
      'of a spread',
      `{ ${ITEM} { ...F @skip(if: $v) } } fragment F on ReformItem { title }`,
      [200, { reformItem: null }],
    ],
    [
      'in a fragment',
      `{ ${ITEM} { ...F } } fragment F on ReformItem { title @skip(if: $v) }`,
      [200, { reformItem: null }],
    ],
  ])('a directive %s', async (_name, selection, expected) => {
    for (let use = 1; use <= USES; use += 1) {
      const { status, data, errors } = await answerTo(`query ($v: Boolean = true) ${selection}`, { v: null });
      expect([status, data]).toEqual(expected);
      expect(errors).toMatchObject([
        {
          message: 'if: null is not allowed here, and the variable $v is null',
          extensions: { code: 'BAD_USER_INPUT', argument: 'if', retryable: false },
        },
      ]);
    }
  });

  test('ignores a null in a skipped field; a refused field does not affect the others', async () => {
    const refused = 'zones(first: $n) { totalCount } similar(first: $n) { score }';
    const query = `query ($n: Int = 3) {
      none: reformItem(code: "tj-7-99") { ${refused} }
      skipped: reformItem(code: "tj-7-4") { title ... @skip(if: true) { ${refused} } }
      given: reformItem(code: "tj-7-4") { ${refused} }
    }`;
    expect(await answerTo(query, { n: null })).toEqual({
      status: 200,
      data: { none: null, skipped: { title: '创新实施中欧班列“保税+”发运模式' }, given: null },
      errors: [
        expect.objectContaining({
          path: ['given', 'similar'],
          extensions: expect.objectContaining({ argument: 'first' }),
        }),
      ],
    });
  });
});
