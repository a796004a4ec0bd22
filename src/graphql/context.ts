import { StoreTimeout } from '../domain/errors.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import type { Engine, Store } from '../store/store.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { RelationLoader } from './relation-loader.ts';

/** How many statements one operation may have under way, so that it leaves connections to the others. */
const MAX_CONCURRENT_STATEMENTS = 8;

/** What the resolvers of one operation share. */
export interface GraphContext {
  readonly engine: Engine;
  readonly read: Store['read'];
  readonly relations: RelationLoader;
  /** The version of the graph, asked for at most once per operation. */
  graphVersion(): Promise<number>;
  /** How many statements the operation has sent so far. */
  statementCount(): number;
}

/** @param deadlineMs how long the operation may go on sending statements */
export function createContext(store: Store, deadlineMs: number): GraphContext {
  const end = performance.now() + deadlineMs;
  let statements = 0;
  const inTurn = limitConcurrency(MAX_CONCURRENT_STATEMENTS);
  const read: Store['read'] = (statement, params) =>
    inTurn(() => {
      if (performance.now() > end) throw new StoreTimeout(`the operation took longer than ${deadlineMs} ms`);
      statements += 1;
      return store.read(statement, params);
    });
  let version: Promise<number> | undefined;
  return {
    engine: store.engine,
    read,
    relations: new RelationLoader(read),
    graphVersion: () => {
      version ??= readGraphVersion({ read });
      return version;
    },
    statementCount: () => statements,
  };
}
