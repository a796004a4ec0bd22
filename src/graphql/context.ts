import { readGraphVersion } from '../store/load/import-document.ts';
import type { Engine, Store } from '../store/store.ts';
import { RelationLoader } from './relation-loader.ts';

/** What the resolvers of one operation share. */
export interface GraphContext {
  readonly engine: Engine;
  readonly engineDescription: string;
  readonly read: Store['read'];
  readonly relations: RelationLoader;
  /** The version of the graph, asked for at most once per operation. */
  graphVersion(): Promise<number>;
}

export function createContext(store: Store): GraphContext {
  const read: Store['read'] = (statement, params) => store.read(statement, params);
  let version: Promise<number> | undefined;
  return {
    engine: store.engine,
    engineDescription: store.description,
    read,
    relations: new RelationLoader(read),
    graphVersion: () => {
      version ??= readGraphVersion(store);
      return version;
    },
  };
}
