import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  BatchConflict,
  ERROR_CODES,
  type ErrorCode,
  IngestFailed,
  InvalidInput,
  PolicyGraphError,
  QueryFailed,
  RowShape,
  StoreUnavailable,
} from '../../../src/domain/errors.ts';
import { createErrorFormatter } from '../../../src/graphql/format-error.ts';

const SECRET = 'password=hunter2 at /srv/secret';
const PLACE = { locations: [{ line: 1, column: 2 }], path: ['agencies', 0, 'name'] };

/** Formats like Apollo: GraphQL wraps an error of a resolver in its own error. */
function format(thrown: unknown, code?: string) {
  const logged: { errorId: string; err: unknown }[] = [];
  const wrapped =
    thrown instanceof Error ? new GraphQLError(thrown.message, { originalError: thrown }) : thrown;
  const formatted: GraphQLFormattedError = {
    message: thrown instanceof Error ? thrown.message : String(thrown),
    ...PLACE,
    extensions: { code: code ?? 'INTERNAL_SERVER_ERROR', stacktrace: [SECRET], anything: SECRET },
  };
  return { shown: createErrorFormatter((details) => logged.push(details))(formatted, wrapped), logged };
}
const codes = Object.keys(ERROR_CODES) as ErrorCode[];

describe('the error that a client receives', () => {
  test.each(codes.filter((code) => ERROR_CODES[code].shown))('%s: its message and code', (code) => {
    const { shown, logged } = format(new PolicyGraphError(code, 'what is wrong'));
    const { retryable } = ERROR_CODES[code];
    expect(shown).toEqual({ message: 'what is wrong', ...PLACE, extensions: { code, retryable } });
    expect(logged).toEqual([]);
  });

  test.each(codes.filter((code) => !ERROR_CODES[code].shown))('%s: an id to look up in the log', (code) => {
    const thrown = new PolicyGraphError(code, SECRET);
    const { shown, logged } = format(thrown);
    const errorId = logged[0]?.errorId;
    expect(logged).toEqual([{ errorId: expect.stringMatching(/^[0-9a-f-]{36}$/), err: thrown }]);
    expect(shown).toEqual({
      message: `Something went wrong on our side. 服务器内部错误，请附上编号 ${errorId}`,
      ...PLACE,
      extensions: { code, retryable: false, errorId },
    });
  });

  test('only these are retryable: a busy server, and an engine that is unreachable, slow or being written to', () => {
    expect(codes.filter((code) => ERROR_CODES[code].retryable)).toEqual([
      'REQUEST_TIMEOUT',
      'OVERLOADED',
      'STORE_UNAVAILABLE',
      'STORE_TIMEOUT',
      'GRAPH_CHANGED',
    ]);
  });

  test('names the wrong argument', () => {
    expect(format(new InvalidInput('filter.or[1].text', 'is empty')).shown).toMatchObject({
      message: 'filter.or[1].text: is empty',
      extensions: { code: 'BAD_USER_INPUT', argument: 'filter.or[1].text', retryable: false },
    });
  });

  test.each([
    ['a plain error', new Error(SECRET)],
    ['a type error', new TypeError(SECRET)],
    ['an error with a code of its own', Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' })],
    ['a refused statement', new QueryFailed('agency/page.cypher', { cause: new Error(SECRET) })],
    ['a row of the wrong shape', new RowShape('agency/page.cypher', SECRET)],
  ])('%s: hides all details', (_name, thrown) => {
    const { shown, logged } = format(thrown);
    expect(JSON.stringify(shown)).not.toMatch(/hunter2|secret|cypher|ECONN/);
    expect(shown.extensions?.errorId).toBe(logged[0]?.errorId);
    expect(logged[0]?.err).toBe(thrown);
  });

  test('hides the cause of an error that is shown', () => {
    const thrown = new StoreUnavailable('Neo4j is not reachable', { cause: new Error(SECRET) });
    expect(JSON.stringify(format(thrown).shown)).not.toMatch(/hunter2/);
  });

  test.each([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'BAD_USER_INPUT',
    'PERSISTED_QUERY_NOT_FOUND',
  ])('%s, an error of GraphQL itself, is shown without its extra properties', (code) => {
    const { shown, logged } = format('Syntax Error', code);
    expect(shown).toEqual({ message: 'Syntax Error', ...PLACE, extensions: { code, retryable: false } });
    expect(logged).toEqual([]);
  });

  test.each([
    [400, 'BAD_USER_INPUT'],
    [499, 'BAD_USER_INPUT'],
    [500, 'INTERNAL_SERVER_ERROR'],
    [undefined, 'INTERNAL_SERVER_ERROR'],
  ])('an error without a code and with status %s becomes %s', (status, code) => {
    const error = new GraphQLError('provided sha does not match query', { extensions: { http: { status } } });
    const shown = createErrorFormatter(() => undefined)({ message: error.message, ...PLACE }, error);
    expect(shown).toMatchObject({ extensions: { code } });
  });

  test('reports a refused value with its own message', () => {
    const error = new GraphQLError('Argument "x" has invalid value', { path: ['a'] });
    const explain = (each: GraphQLError) => (each === error ? new InvalidInput('x', 'is null') : undefined);
    const shown = createErrorFormatter(() => undefined, explain)({ message: error.message, ...PLACE }, error);
    expect(shown).toEqual({
      message: 'x: is null',
      ...PLACE,
      extensions: { code: 'BAD_USER_INPUT', retryable: false, argument: 'x' },
    });
  });

  test('masks an unknown code', () => {
    expect(format(SECRET, 'SOMETHING_ELSE').shown).toMatchObject({
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) },
    });
  });

  test('errors of a family carry the code of the table', () => {
    expect(new IngestFailed([]).code).toBe('INGEST_FAILED');
    const source = { fileName: 'a', sha256: 'b' };
    expect(new BatchConflict('tj-7', source, source).code).toBe('BATCH_CONFLICT');
  });
});
