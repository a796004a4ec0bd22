import DataLoader from 'dataloader';
import { groupBy } from '../domain/group-by.ts';
import type { Statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';
import { MAX_PAGE } from './relay/page-args.ts';

interface Owned {
  readonly ownerId: string;
}

/**
 * The one way to follow a relationship: what all parents of one level ask for goes out as one statement, with
 * their ids in `$ids`, and comes back row by row with the `ownerId` it belongs to. Lives as long as one operation.
 */
export class RelationLoader {
  readonly #read: Store['read'];
  readonly #loaders = new Map<string, DataLoader<string, Owned[]>>();

  constructor(read: Store['read']) {
    this.#read = read;
  }

  /** The statement's rows that belong to `ownerId`, in the statement's order. */
  async load<P extends { ids: string[] }, R extends Owned>(
    statement: Statement<P, R>,
    ownerId: string,
    params: Omit<P, 'ids'>,
  ): Promise<R[]> {
    const key = `${statement.file} ${JSON.stringify(params)}`;
    let loader = this.#loaders.get(key);
    if (loader === undefined) {
      loader = new DataLoader(async (ids) => {
        const rows = await this.#read(statement, { ...params, ids: [...ids] } as unknown as P);
        const byOwner = groupBy(rows, (row) => row.ownerId);
        return ids.map((id) => byOwner.get(id) ?? []);
      });
      this.#loaders.set(key, loader);
    }
    return loader.load(ownerId) as Promise<R[]>;
  }

  /** The one node at the relationship's other end, or null. */
  async loadNode<N>(
    statement: Statement<{ ids: string[] }, Owned & { readonly node: N }>,
    ownerId: string,
  ): Promise<N | null> {
    const [row] = await this.load(statement, ownerId, {});
    return row?.node ?? null;
  }

  /** The nodes at the relationship's other ends, in the statement's order, at most MAX_PAGE of them. */
  async loadNodes<N>(
    statement: Statement<{ ids: string[] }, Owned & { readonly node: N }>,
    ownerId: string,
  ): Promise<N[]> {
    const rows = await this.load(statement, ownerId, {});
    return rows.slice(0, MAX_PAGE).map((row) => row.node);
  }
}
