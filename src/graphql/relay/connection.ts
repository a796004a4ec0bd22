import type { GraphQLResolveInfo } from 'graphql';
import type { Statement } from '../../store/statement.ts';
import type { GraphContext } from '../context.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import { selects } from '../selection.ts';
import { encodeCursor, type KeyType, type KeyTypes } from './cursor.ts';
import { type PageArgs, type PageWindow, readPageArgs } from './page-args.ts';

/** The parameters that the keyset block of a query file takes. */
export interface PageParams<K> {
  readonly first: number;
  readonly afterKey: K | null;
  readonly afterId: string | null;
  readonly backward: boolean;
  readonly keyDown: boolean;
  readonly withTotal: boolean;
}

interface ConnectionRequest<T extends KeyType, E, X> {
  /** Name of the list and its order; part of every cursor. */
  readonly list: string;
  /** What the list sorts by; a cursor's key must be one. */
  readonly keyType: T;
  readonly args: PageArgs;
  readonly info: GraphQLResolveInfo;
  /** The list goes from the largest key to the smallest. */
  readonly descending?: boolean;
  /** Asks for one row more than the page, to know whether another follows. */
  readonly fetch: (page: PageParams<KeyTypes[T]>) => MaybePromise<{ total: number; edges: E[] } | undefined>;
  /** Tells edges of the same key apart, and orders them. */
  readonly idOf: (edge: NoInfer<E>) => string;
  /** The edge's node and what else it carries. */
  readonly toEdge: (edge: NoInfer<E>) => X;
}

/** A page of a list, as a Relay connection; at once where its rows are at hand. Cursors are made when asked for. */
export function loadConnection<
  T extends KeyType,
  E extends { readonly key: KeyTypes[T] },
  X extends { readonly node: unknown },
>(
  context: GraphContext,
  { list, keyType, args, info, descending = false, fetch, idOf, toEdge }: ConnectionRequest<T, E, X>,
) {
  const window = readPageArgs(args, list, keyType);
  const page = fetch({
    first: window.size + 1,
    afterKey: (window.beyond?.key as KeyTypes[T] | undefined) ?? null,
    afterId: window.beyond?.id ?? null,
    backward: window.backward,
    keyDown: window.backward !== descending,
    withTotal: selects(info, 'totalCount'),
  });
  return andThen(page, (found) => toConnection(context, list, window, found, idOf, toEdge));
}

function toConnection<E extends { readonly key: string | number }, X extends { readonly node: unknown }>(
  context: GraphContext,
  list: string,
  window: PageWindow,
  page: { total: number; edges: E[] } | undefined,
  idOf: (edge: E) => string,
  toEdge: (edge: E) => X,
) {
  const rows = page?.edges.slice(0, window.size) ?? [];
  const more = (page?.edges.length ?? 0) > window.size;
  if (window.backward) rows.reverse();

  const cursorOf = (row: E | undefined): MaybePromise<string | null> =>
    row === undefined
      ? null
      : andThen(context.graphVersion(), (graphVersion) =>
          encodeCursor({ list, graphVersion, key: row.key, id: idOf(row) }),
        );
  const edges = rows.map((row) => ({
    ...toEdge(row),
    get cursor() {
      return cursorOf(row);
    },
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount: page?.total ?? 0,
    pageInfo: {
      hasNextPage: window.backward ? window.beyond !== null : more,
      hasPreviousPage: window.backward ? more : window.beyond !== null,
      get startCursor() {
        return cursorOf(rows[0]);
      },
      get endCursor() {
        return cursorOf(rows.at(-1));
      },
    },
  };
}

type RelatedStatement<T extends KeyType, E, P> = Statement<
  { ids: string[] } & PageParams<KeyTypes[T]> & P,
  { ownerId: string; total: number; edges: E[] }
>;

/** A page of what one node is related to: one statement serves all owners of a level. */
export function loadRelated<
  T extends KeyType,
  E extends { readonly key: KeyTypes[T]; readonly node: { readonly id: string } },
  P extends object,
  X extends { readonly node: unknown },
>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  owner: { readonly id: string },
  statement: RelatedStatement<T, E, P>,
  keyType: T,
  args: PageArgs,
  params: P,
  toEdge: (edge: E) => X,
) {
  return loadConnection<T, E, X>(context, {
    list: statement.file,
    keyType,
    args,
    info,
    fetch: (page) => {
      // All but the ids, which the loader adds; the compiler can't see that of a generic P.
      const all = { ...page, ...params } as Omit<PageParams<KeyTypes[T]> & P & { ids: string[] }, 'ids'>;
      return andThen(context.relations.load(statement, owner.id, all), ([row]) => row);
    },
    idOf: (edge) => edge.node.id,
    toEdge,
  });
}
