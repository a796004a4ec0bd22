import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';
import { shortHash } from '../short-hash.ts';
import { encodeCursor, type KeyType, type KeyTypes } from './cursor.ts';
import { type PageArgs, type PageWindow, readPageArgs } from './page-args.ts';

/** Which part of a list a page is, as its list reads it. */
export interface PageParams<K> {
  readonly first: number;
  readonly afterKey: K | null;
  readonly afterId: string | null;
  readonly backward: boolean;
  readonly keyDown: boolean;
}

/** A page, and how many the whole list has. Its edges may be shared with others. */
export interface Page<E> {
  readonly total: number;
  readonly edges: readonly E[];
}

/** A list, whatever part of it is asked for. */
interface ConnectionList<T extends KeyType, E, X extends { readonly node: unknown }> {
  /** Its name and order; part of every cursor. */
  readonly list: string;
  /** What the list sorts by; a cursor's key must be one. */
  readonly keyType: T;
  /** Keys are worked out of the whole graph, such as scores and counts: a cursor is good for that graph only. */
  readonly keysOfGraph?: boolean;
  /** The list goes from the largest key to the smallest. */
  readonly descending?: boolean | undefined;
  /** Tells edges of the same key apart, and orders them. */
  readonly idOf: (edge: NoInfer<E>) => string;
  /** The edge's node and what else it carries; a function where that is work, called when it is asked for. */
  readonly toEdge: (edge: NoInfer<E>) => X;
  /** The node alone, where that is less work. */
  readonly toNode?: (edge: NoInfer<E>) => X['node'];
  /** The names in its filter that the graph lacks; none where left out. */
  readonly unmatched?: (() => MaybePromise<readonly object[]>) | undefined;
}

/**
 * A page of a list, as a Relay connection; at once where its rows are at hand. Cursors are made when asked for.
 * @param fetch asks for one row more than the page, to know whether another follows
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
 * A page that has the whole list, read forward: the same whatever size is asked for, and so one for all requests, which
 * must not change it.
 */
export function wholeConnection<
  E extends { readonly key: string | number },
  X extends { readonly node: unknown },
>(list: PagedList<E, X>, snapshot: GraphSnapshot, edges: readonly E[]) {
  const window = { size: edges.length, backward: false, beyond: null };
  const page = new ConnectionPage<E, X>(list, snapshot, window, { total: edges.length, edges });
  // Nodes are what most operations ask for. Edges are made each time: they would take more memory than the rows.
  return Object.freeze(Object.defineProperty(page, 'nodes', { value: Object.freeze(page.nodes) }));
}

/** A short name of a graph: its stamp, as one that was emptied and filled anew may come to the same version. */
const graphName = perSnapshot(({ stamp }) => shortHash(stamp));

/** Looks for the graph only where it is needed: where there is none, a wrong argument is told first. */
const graphOf = (
  { keysOfGraph }: Pick<ConnectionList<KeyType, never, never>, 'keysOfGraph'>,
  of: { readonly snapshot: GraphSnapshot },
): string | undefined => (keysOfGraph ? graphName(of.snapshot) : undefined);

/** What a page needs of its list. */
type PagedList<E, X extends { readonly node: unknown }> = Pick<
  ConnectionList<KeyType, E, X>,
  'list' | 'keysOfGraph' | 'idOf' | 'toEdge' | 'toNode' | 'unmatched'
>;

/** The parts of a page, each made when it is asked for: most operations want one of edges and nodes. */
class ConnectionPage<E extends { readonly key: string | number }, X extends { readonly node: unknown }> {
  readonly totalCount: number;
  // Not JavaScript's own private fields: those take longer to make than all else of a small page.
  private readonly list: PagedList<E, X>;
  /** The graph that the page is of. */
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
