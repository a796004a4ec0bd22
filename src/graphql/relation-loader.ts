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
 * What all objects of one level ask a statement for goes out as one, with their ids in `$ids`, and comes back row by row
 * with the `ownerId` it belongs to. Rows are kept owner by owner, so
 * that only those that no operation has asked about are in the statement. Lives as long as one operation.
 */
export class RelationLoader {
  readonly #source: Source;
  readonly #loaders = new Map<string, DataLoader<string, Owned[]>>();

  constructor(source: Source) {
    this.#source = source;
  }

  /** The statement's rows that belong to `ownerId`, in the statement's order; at once where they are kept. */
  load<R extends Owned>(statement: Statement<{ ids: string[] }, R>, ownerId: string): MaybePromise<R[]> {
    const kept = this.#source.kept(`${statement.file} ${ownerId}`);
    return (kept ?? this.#loaderOf(statement).load(ownerId)) as MaybePromise<R[]>;
  }

  #loaderOf<R extends Owned>(statement: Statement<{ ids: string[] }, R>): DataLoader<string, Owned[]> {
    const { file } = statement;
    const known = this.#loaders.get(file);
    if (known) return known;
    const loader = new DataLoader<string, Owned[]>(async (ids) => {
      await this.#source.ready();
      const found = new Map(ids.map((id) => [id, this.#source.kept(`${file} ${id}`) as R[] | undefined]));
      const missing = ids.filter((id) => found.get(id) === undefined);
      if (missing.length > 0) {
        const rows = await this.#source.read(statement, { ids: missing });
        const byOwner = groupBy(rows, (row) => row.ownerId);
        for (const id of missing) {
          const own = byOwner.get(id) ?? [];
          found.set(id, own);
          this.#source.keep(`${file} ${id}`, own);
        }
      }
      return ids.map((id) => found.get(id) as R[]);
    });
    this.#loaders.set(file, loader);
    return loader;
  }
}
