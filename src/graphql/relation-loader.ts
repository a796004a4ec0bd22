import DataLoader from 'dataloader';
import { groupBy } from '../domain/group-by.ts';
import type { Statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';
import type { MaybePromise } from './maybe-promise.ts';

interface Owned {
  readonly ownerId: string;
}

interface Source {
  readonly read: Store['read'];
  /** Resolves once it is known which rows are kept. */
  ready(): MaybePromise<unknown>;
  /** The rows that are kept of this key, or undefined. */
  kept(key: string): unknown[] | undefined;
  keep(key: string, rows: readonly unknown[]): void;
}

/**
 * The one way to follow a relationship: what all parents of one level ask for goes out as one statement, with
 * their ids in `$ids`, and comes back row by row with the `ownerId` it belongs to. Rows are kept owner by owner, so
 * that only those that no operation has asked about are in the statement. Lives as long as one operation.
 */
export class RelationLoader {
  readonly #source: Source;
  readonly #keys = new WeakMap<object, string>();
  readonly #loaders = new Map<string, DataLoader<string, Owned[]>>();

  constructor(source: Source) {
    this.#source = source;
  }

  /** The statement's rows that belong to `ownerId`, in the statement's order; at once where they are kept. */
  load<P extends { ids: string[] }, R extends Owned>(
    statement: Statement<P, R>,
    ownerId: string,
    params: Omit<P, 'ids'>,
  ): MaybePromise<R[]> {
    const key = this.#keyOf(statement.file, params);
    const kept = this.#source.kept(`${key} ${ownerId}`);
    return (kept ?? this.#loaderOf(key, statement, params).load(ownerId)) as MaybePromise<R[]>;
  }

  /** The same parameters are asked with again and again, so they are written out once. */
  #keyOf(file: string, params: object): string {
    const known = this.#keys.get(params);
    if (known?.startsWith(`${file} `)) return known;
    const key = `${file} ${JSON.stringify(params)}`;
    this.#keys.set(params, key);
    return key;
  }

  #loaderOf<P extends { ids: string[] }, R extends Owned>(
    key: string,
    statement: Statement<P, R>,
    params: Omit<P, 'ids'>,
  ): DataLoader<string, Owned[]> {
    const known = this.#loaders.get(key);
    if (known) return known;
    const loader = new DataLoader<string, Owned[]>(async (ids) => {
      await this.#source.ready();
      const found = new Map(ids.map((id) => [id, this.#source.kept(`${key} ${id}`) as R[] | undefined]));
      const missing = ids.filter((id) => found.get(id) === undefined);
      if (missing.length > 0) {
        const rows = await this.#source.read(statement, { ...params, ids: missing } as unknown as P);
        const byOwner = groupBy(rows, (row) => row.ownerId);
        for (const id of missing) {
          const own = byOwner.get(id) ?? [];
          found.set(id, own);
          this.#source.keep(`${key} ${id}`, own);
        }
      }
      return ids.map((id) => found.get(id) as R[]);
    });
    this.#loaders.set(key, loader);
    return loader;
  }
}
