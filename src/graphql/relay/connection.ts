import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';
import { shortHash } from '../short-hash.ts';
import { encodeCursor, type KeyType, type KeyTypes } from './cursor.ts';
import { type PageArgs, type PageWindow, readPageArgs } from './page-args.ts';

/** The part of a list to read for one page. */
export interface PageParams<K> {
  readonly first: number;
  readonly afterKey: K | null;
  readonly afterId: string | null;
  readonly backward: boolean;
  readonly keyDown: boolean;
}

/** A page, and the length of the whole list. Other pages may share its edges. */
export interface Page<E> {
  readonly total: number;
  readonly edges: readonly E[];
}

/** A list, independent of the requested page. */
interface ConnectionList<T extends KeyType, E, X extends { readonly node: unknown }> {
  /** The list's name and order. Part of every cursor. */
  readonly list: string;
  /** The type of the sort key. A cursor's key must have this type. */
  readonly keyType: T;
  /** Keys are computed from the whole graph, such as scores and counts. A cursor is then valid only for that graph. */
  readonly keysOfGraph?: boolean;
  /** The list goes from the largest key to the smallest. */
  readonly descending?: boolean | undefined;
  /** Distinguishes edges that have the same key, and orders them. */
  readonly idOf: (edge: NoInfer<E>) => string;
  /** The edge's node and other fields. An expensive field is a function, called only if the field is requested. */
  readonly toEdge: (edge: NoInfer<E>) => X;
  /** The node alone, if that is cheaper. */
  readonly toNode?: (edge: NoInfer<E>) => X['node'];
  /** The names in the list's filter that the graph does not contain. Default: none. */
  readonly unmatched?: (() => MaybePromise<readonly object[]>) | undefined;
}

/**
 * A page of a list, as a Relay connection; not a promise if its rows are ready. Cursors are created only on request.
 * @param fetch is asked for one row more than the page size, to find out if another page follows
 */
export function loadConnection<
  T extends KeyType,
  E extends { readonly key: KeyTypes[T] },
  X extends { readonly node: unknown },
>(
  context: RequestContext,
  list: ConnectionList<T, E, X>,
  args: PageArgs,
  fetch: (page: PageParams<KeyTypes[T]>) => MaybePromise<Page<E>>,
) {
  const graph = graphOf(list, context);
  const window = readPageArgs(args, { list: list.list, keyType: list.keyType, graph });
  const found = fetch({
    first: window.size + 1,
    afterKey: (window.beyond?.key ?? null) as KeyTypes[T] | null,
    afterId: window.beyond?.id ?? null,
    backward: window.backward,
    keyDown: window.backward !== (list.descending ?? false),
  });
  return andThen(found, (page) => new ConnectionPage<E, X>(list, context.snapshot, window, page));
}

/**
 * A page that contains the whole list, read forward. It is the same for every page size, so all requests share it and
 * must not change it.
 */
export function wholeConnection<
  E extends { readonly key: string | number },
  X extends { readonly node: unknown },
>(list: PagedList<E, X>, snapshot: GraphSnapshot, edges: readonly E[]) {
  const window = { size: edges.length, backward: false, beyond: null };
  const page = new ConnectionPage<E, X>(list, snapshot, window, { total: edges.length, edges });
  // Most operations ask for nodes. Edges are created on each request: they would take more memory than the rows.
  return Object.freeze(Object.defineProperty(page, 'nodes', { value: Object.freeze(page.nodes) }));
}

/** A short name of a graph, from its stamp. The version is not enough: a refilled graph may reach the same version. */
const graphName = perSnapshot(({ stamp }) => shortHash(stamp));

/** Reads the graph only for lists with such keys. So a wrong argument is reported first if there is no graph. */
const graphOf = (
  { keysOfGraph }: Pick<ConnectionList<KeyType, never, never>, 'keysOfGraph'>,
  of: { readonly snapshot: GraphSnapshot },
): string | undefined => (keysOfGraph ? graphName(of.snapshot) : undefined);

/** The members of a list that a page needs. */
type PagedList<E, X extends { readonly node: unknown }> = Pick<
  ConnectionList<KeyType, E, X>,
  'list' | 'keysOfGraph' | 'idOf' | 'toEdge' | 'toNode' | 'unmatched'
>;

/** The parts of a page, each created on request: most operations need only one of edges and nodes. */
class ConnectionPage<E extends { readonly key: string | number }, X extends { readonly node: unknown }> {
  readonly totalCount: number;
  // Not JavaScript's own private fields: creating those takes longer than the rest of a small page.
  private readonly list: PagedList<E, X>;
  /** The graph that the page comes from. */
  readonly snapshot: GraphSnapshot;
  private readonly window: PageWindow;
  private readonly rows: readonly E[];
  private readonly more: boolean;

  constructor(list: PagedList<E, X>, snapshot: GraphSnapshot, window: PageWindow, { total, edges }: Page<E>) {
    this.list = list;
    this.snapshot = snapshot;
    this.window = window;
    this.more = edges.length > window.size;
    const rows = this.more ? edges.slice(0, window.size) : edges;
    this.rows = window.backward ? [...rows].reverse() : rows;
    this.totalCount = total;
  }

  get edges(): (X & { readonly cursor: () => string | null })[] {
    const { toEdge } = this.list;
    return this.rows.map((row) => Object.assign(toEdge(row), { cursor: () => this.#cursorOf(row) }));
  }

  get nodes(): readonly X['node'][] {
    const { toEdge, toNode = (row: E) => toEdge(row).node } = this.list;
    return this.rows.map(toNode);
  }

  get unmatched(): MaybePromise<readonly object[]> {
    return this.list.unmatched?.() ?? [];
  }

  get pageInfo() {
    const { backward, beyond } = this.window;
    const [first, last] = [this.rows[0], this.rows.at(-1)];
    const cursorOf = (row: E | undefined): string | null => this.#cursorOf(row);
    return {
      hasNextPage: backward ? beyond !== null : this.more,
      hasPreviousPage: backward ? this.more : beyond !== null,
      get startCursor() {
        return cursorOf(first);
      },
      get endCursor() {
        return cursorOf(last);
      },
    };
  }

  #cursorOf(row: E | undefined): string | null {
    if (row === undefined) return null;
    return encodeCursor({
      list: this.list.list,
      graph: graphOf(this.list, this),
      graphVersion: this.snapshot.version,
      key: row.key,
      id: this.list.idOf(row),
    });
  }
}
