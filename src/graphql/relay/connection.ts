import type { GraphQLResolveInfo } from 'graphql';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';
import { listSelection } from '../selection.ts';
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

interface ConnectionRequest<T extends KeyType, E, X extends { readonly node: unknown }> {
  /** Name of the list and its order; part of every cursor. */
  readonly list: string;
  /** What the list sorts by; a cursor's key must be one. */
  readonly keyType: T;
  /** Keys are worked out of the whole graph, such as scores and counts: a cursor is good for that graph only. */
  readonly keysOfGraph?: boolean;
  readonly args: PageArgs;
  readonly info: GraphQLResolveInfo;
  /** The list goes from the largest key to the smallest. */
  readonly descending?: boolean | undefined;
  /** Asks for one row more than the page, to know whether another follows. */
  readonly fetch: (page: PageParams<KeyTypes[T]>) => MaybePromise<Page<E> | undefined>;
  /** Tells edges of the same key apart, and orders them. */
  readonly idOf: (edge: NoInfer<E>) => string;
  /** The edge's node and what else it carries. */
  readonly toEdge: (edge: NoInfer<E>) => X;
  /** The same where only the node of an edge is asked for, if that is less work. */
  readonly toPlainEdge?: (edge: NoInfer<E>) => Pick<X, 'node'>;
  /** The node alone, where that is less work. */
  readonly toNode?: (edge: NoInfer<E>) => X['node'];
  /** The names in its filter that the graph lacks; none where left out. */
  readonly unmatched?: (() => MaybePromise<readonly object[]>) | undefined;
}

/** A page of a list, as a Relay connection; at once where its rows are at hand. Cursors are made when asked for. */
export function loadConnection<
  T extends KeyType,
  E extends { readonly key: KeyTypes[T] },
  X extends { readonly node: unknown },
>(context: RequestContext, request: ConnectionRequest<T, E, X>) {
  const { list, keyType, keysOfGraph, args, descending = false, fetch } = request;
  const graph = keysOfGraph ? graphName(context.snapshot) : undefined;
  const window = readPageArgs(args, { list, keyType, graph });
  const page = {
    first: window.size + 1,
    afterKey: (window.beyond?.key ?? null) as KeyTypes[T] | null,
    afterId: window.beyond?.id ?? null,
    backward: window.backward,
    keyDown: window.backward !== descending,
  };
  return andThen(fetch(page), (found) => new ConnectionPage<E, X>(context, request, graph, window, found));
}

/** A short name of a graph: its stamp, as one that was emptied and filled anew may come to the same version. */
const graphName = perSnapshot(({ stamp }) => shortHash(stamp));

/** What a page needs of what was asked for. */
interface PageRequest<E, X extends { readonly node: unknown }> {
  readonly list: string;
  readonly info: GraphQLResolveInfo;
  readonly idOf: (edge: E) => string;
  readonly toEdge: (edge: E) => X;
  readonly toPlainEdge?: ((edge: E) => Pick<X, 'node'>) | undefined;
  readonly toNode?: ((edge: E) => X['node']) | undefined;
  readonly unmatched?: (() => MaybePromise<readonly object[]>) | undefined;
}

/** The parts of a page, each made when it is asked for: most operations want one of edges and nodes. */
class ConnectionPage<E extends { readonly key: string | number }, X extends { readonly node: unknown }> {
  readonly totalCount: number;
  // Not JavaScript's own private fields: those take longer to make than all else of a small page.
  private readonly context: RequestContext;
  private readonly request: PageRequest<E, X>;
  private readonly graph: string | undefined;
  private readonly window: PageWindow;
  private readonly rows: readonly E[];
  private readonly more: boolean;

  constructor(
    context: RequestContext,
    request: PageRequest<E, X>,
    graph: string | undefined,
    window: PageWindow,
    page: Page<E> | undefined,
  ) {
    this.context = context;
    this.request = request;
    this.graph = graph;
    this.window = window;
    const edges = page?.edges ?? [];
    this.more = edges.length > window.size;
    const rows = this.more ? edges.slice(0, window.size) : edges;
    this.rows = window.backward ? [...rows].reverse() : rows;
    this.totalCount = page?.total ?? 0;
  }

  get edges(): (Pick<X, 'node'> & { readonly cursor?: string | null })[] {
    const { cursors, ofEdges } = listSelection(this.request.info);
    const toEdge: (edge: E) => Pick<X, 'node'> =
      (ofEdges ? undefined : this.request.toPlainEdge) ?? this.request.toEdge;
    if (!cursors) return this.rows.map(toEdge);
    return this.rows.map((row) => Object.assign(toEdge(row), { cursor: this.#cursorOf(row) }));
  }

  get nodes(): X['node'][] {
    const { toEdge, toNode = (row: E) => toEdge(row).node } = this.request;
    return this.rows.map(toNode);
  }

  get unmatched(): MaybePromise<readonly object[]> {
    return this.request.unmatched?.() ?? [];
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
    const { version } = this.context.snapshot;
    return encodeCursor({
      list: this.request.list,
      graph: this.graph,
      graphVersion: version,
      key: row.key,
      id: this.request.idOf(row),
    });
  }
}
