import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import type { Statement } from '../store/statement.ts';
import type { Engine } from '../store/store.ts';
import type { VersionedReads } from '../store/versioned-reads.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { Measured } from './measured-operations.ts';
import { Operation, type OperationOptions } from './operation.ts';
import type { RelationLoader } from './relation-loader.ts';
import type { StatementLog } from './statement-log.ts';

/** What the resolvers of one operation share. All that it reads is of one version of the graph. */
export interface GraphContext {
  readonly engine: Engine;
  /** A statement's rows, at once where they are kept. Not to be changed: other operations get the same. */
  readonly read: <P, R>(statement: Statement<P, R>, params: P) => MaybePromise<R[]>;
  readonly relations: RelationLoader;
  /** What `make` works out of the snapshot, kept as rows are. Not to be changed. */
  remember<T>(snapshot: GraphSnapshot, key: string, make: () => Promise<T[]>): MaybePromise<T[]>;
  /** The version of the graph that the operation reads. */
  graphVersion(): MaybePromise<number>;
  /** Which graph that is, once anything has been read. */
  readonly knownStamp: GraphStamp | undefined;
  /** The whole graph in memory at that version. */
  snapshot(): MaybePromise<GraphSnapshot>;
  /** Does what takes the processor, one piece after another, so that other requests have their turns between. */
  compute<T>(work: () => T): Promise<T>;
  /** The statements that the operation has sent so far. */
  readonly statements: StatementLog;
  /** Whether the client asked to be told of them, and may be. */
  readonly explain: boolean;
  /** What the operation may cost at most; known once it has been looked at. */
  measure?: Measured;
  /**
   * Whether all that was read is of one version of the graph. If not, the answer is none, and the next one begins anew,
   * at the version that the graph is at by now; the deadline stays.
   */
  confirm(): boolean;
  /** Whether something could not be read, for which there is an error in the answer. */
  readonly failed: boolean;
}

export const createContext = (
  reads: VersionedReads,
  snapshots: SnapshotSource,
  options: OperationOptions,
): GraphContext => new OperationContext(new Operation(reads, snapshots, options));

/** Holds no state but the operation itself, since the server works with copies of its contexts. */
class OperationContext implements GraphContext {
  private readonly operation: Operation;
  /** Bound, as resolvers take them out of the context. */
  readonly read: GraphContext['read'];
  readonly statements: StatementLog;
  readonly explain: boolean;
  measure?: Measured;

  constructor(operation: Operation) {
    this.operation = operation;
    this.read = (statement, params) => operation.read(statement, params);
    this.statements = operation.statements;
    this.explain = operation.explain;
  }

  get engine(): Engine {
    return this.operation.engine;
  }

  get relations(): RelationLoader {
    return this.operation.relations;
  }

  get failed(): boolean {
    return this.operation.failed;
  }

  get knownStamp(): GraphStamp | undefined {
    return this.operation.knownStamp;
  }

  remember = <T>(snapshot: GraphSnapshot, key: string, make: () => Promise<T[]>): MaybePromise<T[]> =>
    this.operation.remember(snapshot, key, make);
  graphVersion = (): MaybePromise<number> => this.operation.graphVersion();
  snapshot = (): MaybePromise<GraphSnapshot> => this.operation.snapshot();
  compute = <T>(work: () => T): Promise<T> => this.operation.compute(work);
  confirm = (): boolean => this.operation.confirm();
}
