import { Neo4jError } from 'neo4j-driver';
import {
  InvalidInput,
  QueryFailed,
  StoreReadOnly,
  StoreTimeout,
  StoreUnavailable,
} from '../../../src/domain/errors.ts';
import { toStoreError } from '../../../src/store/neo4j/neo4j-errors.ts';

const neo4jError = (code: string): Neo4jError => new Neo4jError('in its own words', code, '', '');

/** Errors of the server and the driver, by code: Neo4j 5 documentation, “Status codes”. */
test.each([
  ['Neo.ClientError.Security.Unauthorized', StoreUnavailable, /GRAPH_USER and GRAPH_PASSWORD/],
  ['Neo.ClientError.Security.AuthenticationRateLimit', StoreUnavailable, /GRAPH_USER and GRAPH_PASSWORD/],
  ['Neo.ClientError.Database.DatabaseNotFound', StoreUnavailable, /GRAPH_DATABASE/],
  ['Neo.ClientError.Transaction.TransactionTimedOut', StoreTimeout, /theme\/page\.cypher/],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', StoreTimeout, /theme\/page\.cypher/],
  ['ServiceUnavailable', StoreUnavailable, /not reachable/],
  ['SessionExpired', StoreUnavailable, /not reachable/],
  ['Neo.TransientError.General.DatabaseUnavailable', StoreUnavailable, /not reachable/],
  ['Neo.TransientError.Transaction.DeadlockDetected', StoreUnavailable, /not reachable/],
  ['Neo.ClientError.Statement.SyntaxError', QueryFailed, /theme\/page\.cypher/],
  ['Neo.ClientError.Statement.AccessMode', QueryFailed, /theme\/page\.cypher/],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', QueryFailed, /theme\/page\.cypher/],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', StoreReadOnly, /takes no writes/],
  ['Neo.DatabaseError.Transaction.TransactionCommitFailed', StoreUnavailable, /disk/],
  ['Neo.DatabaseError.General.UnknownError', QueryFailed, /theme\/page\.cypher/],
])('%s', (code, type, message) => {
  const cause = neo4jError(code);
  const error = toStoreError(cause, 'theme/page.cypher') as Error;
  expect(error).toBeInstanceOf(type);
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('in its own words');
  expect(error.cause).toBe(cause);
});

test('errors of other origin stay unchanged', () => {
  for (const error of [
    new Error('mine'),
    new InvalidInput('first', 'is 0'),
    new StoreTimeout('slow'),
    'text',
  ]) {
    expect(toStoreError(error, 'x')).toBe(error);
  }
});
