import { StoreTimeout } from '../domain/errors.ts';
import { pause } from '../snapshot/breathe.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import { withDeadline } from '../store/deadline.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import type { Engine, Store } from '../store/store.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import type { Measure } from './limits.ts';
import { RelationLoader } from './relation-loader.ts';
import { StatementLog } from './statement-log.ts';

/** How many statements one operation may have under way, so that it leaves connections to the others. */
const MAX_CONCURRENT_STATEMENTS = 8;

/** What the resolvers of one operation share. */
export interface GraphContext {
  readonly engine: Engine;
  readonly read: Store['read'];
  readonly relations: RelationLoader;
  /** The version of the graph, asked for at most once per operation. */
  graphVersion(): Promise<number>;
  /** The whole graph in memory, at that version or a later one; the same for all of the operation. */
  snapshot(): Promise<GraphSnapshot>;
  /** Does what takes the processor, one piece after another, so that other requests have their turns between. */
  compute<T>(work: () => T): Promise<T>;
  /** The statements that the operation has sent so far. */
  readonly statements: StatementLog;
  /** Whether the client asked to be told of them, and may be. */
  readonly explain: boolean;
  /** What the operation may cost at most; known once it has been looked at. */
  measure?: Measure;
}

interface ContextOptions {
  /** How long the operation may go on, in milliseconds. */
  readonly deadlineMs: number;
  readonly explain: boolean;
}

export function createContext(
  store: Store,
  snapshots: SnapshotSource,
  { deadlineMs, explain }: ContextOptions,
): GraphContext {
  const end = performance.now() + deadlineMs;
  const assertInTime = (): void => {
    if (performance.now() > end) throw new StoreTimeout(`the operation took longer than ${deadlineMs} ms`);
  };
  const statements = new StatementLog();
  const inTurn = limitConcurrency(MAX_CONCURRENT_STATEMENTS);
  const read: Store['read'] = (statement, params) =>
    inTurn(() => {
      assertInTime();
      return statements.note(statement, () => store.read(statement, params));
    });
  const compute = limitConcurrency(1);
  let version: Promise<number> | undefined;
  const graphVersion = (): Promise<number> => {
    version ??= readGraphVersion({ read });
    return version;
  };
  let snapshot: Promise<GraphSnapshot> | undefined;
  return {
    engine: store.engine,
    read,
    relations: new RelationLoader(read),
    graphVersion,
    snapshot: () => {
      snapshot ??= graphVersion().then((known) =>
        withDeadline(snapshots.at(known), Math.max(1, end - performance.now()), 'reading the graph'),
      );
      return snapshot;
    },
    compute: (work) =>
      compute(async () => {
        await pause();
        assertInTime();
        return work();
      }),
    statements,
    explain,
  };
}
