import neo4j, { Neo4jError } from 'neo4j-driver';
import {
  PolicyGraphError,
  QueryFailed,
  StoreReadOnly,
  StoreTimeout,
  StoreUnavailable,
} from '../../domain/errors.ts';

const TIMED_OUT = /^Neo\.(ClientError|TransientError)\.Transaction\.TransactionTimedOut/;
/** Errors of the server itself, such as a full disk, not of a statement. */
const SERVER_FAILED = /^Neo\.DatabaseError\.(Transaction|Database)\./;
const READ_ONLY = new Set([
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
  'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
]);
const UNREACHABLE = new Set<string>([neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED, 'N/A']);

/** The port's error for a driver's error. Uses the error code, because message texts change between versions. */
export function toStoreError(error: unknown, what: string): unknown {
  if (error instanceof PolicyGraphError || !(error instanceof Neo4jError)) return error;
  const { code } = error;
  if (TIMED_OUT.test(code))
    return new StoreTimeout(`${what}: Neo4j gave up at the deadline`, { cause: error });
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new StoreUnavailable(`Neo4j refused to let us in (${code}): check GRAPH_USER and GRAPH_PASSWORD`, {
      cause: error,
    });
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new StoreUnavailable('Neo4j has no such database: check GRAPH_DATABASE', { cause: error });
  }
  if (UNREACHABLE.has(code) || code.startsWith('Neo.TransientError.')) {
    return new StoreUnavailable(`Neo4j is not reachable (${code}): check GRAPH_URL, and that it runs`, {
      cause: error,
    });
  }
  if (READ_ONLY.has(code)) {
    return new StoreReadOnly(`Neo4j takes no writes (${code}): let GRAPH_USER write GRAPH_DATABASE`, {
      cause: error,
    });
  }
  if (SERVER_FAILED.test(code))
    return new StoreUnavailable(`Neo4j failed (${code}): its log says why; check its disk`, { cause: error });
  return new QueryFailed(what, { cause: error });
}
