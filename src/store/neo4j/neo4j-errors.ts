import neo4j, { Neo4jError } from 'neo4j-driver';
import { PolicyGraphError, QueryFailed, StoreTimeout, StoreUnavailable } from '../../domain/errors.ts';

const TIMED_OUT = /^Neo\.(ClientError|TransientError)\.Transaction\.TransactionTimedOut/;
const UNREACHABLE = new Set<string>([neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED, 'N/A']);

/** The port's error for a driver's: by its code, since message texts change between versions. */
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
    return new StoreUnavailable(`Neo4j is not reachable (${code})`, { cause: error });
  }
  return new QueryFailed(what, { cause: error });
}
