import type { Label } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../snapshot/per-snapshot.ts';
import type { Pieces } from '../snapshot/time-slices.ts';
import { jsonTextOf } from './json-text.ts';
import { andThen, type MaybePromise } from './maybe-promise.ts';
import { loadConnection } from './relay/connection.ts';
import { pageOfOrdered } from './relay/list-page.ts';
import { NODE_EDGES } from './relay/node-edges.ts';
import type { PageArgs } from './relay/page-args.ts';
import type { RequestContext } from './request-context.ts';

/** Whether the list contains a node. `index` is the node index. */
export type NodeCondition<L extends Label> = (node: NodeOf<L>, index: number) => boolean;

interface NodeList<L extends Label> {
  readonly label: L;
  /** The name of the list and its order. Part of every cursor. */
  readonly name: string;
  /** The sort key, as text in the same order as the value. Nodes with equal keys are sorted by id. */
  readonly keyOf: (node: NodeOf<L>, index: number, snapshot: GraphSnapshot) => string;
  readonly descending?: boolean;
  /** See ConnectionList. */
  readonly keysOfGraph?: boolean;
  /** The list's filter as the client gave it. Lists with an equal filter are filtered once. */
  readonly filter?: object | null | undefined;
  /** The meaning of the filter. Without it, the list contains all nodes. */
  readonly condition?: () => Pieces<NodeCondition<L>>;
  /** See ConnectionList. */
  readonly unmatched?: () => MaybePromise<readonly object[]>;
}

/** The number of nodes to check between two yields. */
const PIECE = 2000;

interface Row<L extends Label> {
  readonly key: string;
  readonly node: NodeOf<L>;
}

/** A page of a label's nodes from the snapshot, filtered and sorted. */
export function loadNodeList<L extends Label>(context: RequestContext, args: PageArgs, list: NodeList<L>) {
  const { snapshot } = context;
  const { label, name, keyOf, descending = false, keysOfGraph = false } = list;
  return loadConnection<'string', Row<L>, { node: NodeOf<L> }>(
    context,
    {
      ...{ list: name, keyType: 'string', keysOfGraph, descending, unmatched: list.unmatched },
      ...NODE_EDGES,
    },
    args,
    (page) =>
      andThen(nodesIn(context, list), (indexes) =>
        pageOfOrdered<number, string, Row<L>>(
          indexes,
          page,
          (index) => {
            const node = snapshot.nodeOf(label, index);
            return { key: keyOf(node, index, snapshot), node };
          },
          NODE_EDGES.idOf,
        ),
      ),
  );
}

function nodesIn<L extends Label>(
  context: RequestContext,
  list: NodeList<L>,
): MaybePromise<readonly number[]> {
  const { snapshot } = context;
  const { label, name, filter, condition } = list;
  if (condition === undefined) return inOrder(snapshot, list);
  return context.computeCached(`${name} ${filter ? jsonTextOf(filter) : ''}`, function* () {
    const matches = yield* condition();
    const found: number[] = [];
    for (const [at, index] of inOrder(snapshot, list).entries()) {
      if (matches(snapshot.nodeOf(label, index), index)) found.push(index);
      if (at % PIECE === PIECE - 1) yield;
    }
    return found;
  });
}

const orders = perSnapshot(() => new Map<string, readonly number[]>());

function inOrder<L extends Label>(
  snapshot: GraphSnapshot,
  { label, name, keyOf, descending = false }: NodeList<L>,
): readonly number[] {
  const known = orders(snapshot).get(name);
  if (known !== undefined) return known;
  const sign = descending ? -1 : 1;
  const indexes = snapshot
    .ofLabel(label)
    .map((index) => ({ index, key: keyOf(snapshot.nodeOf(label, index), index, snapshot) }))
    .sort((a, b) => (a.key === b.key ? a.index - b.index : a.key < b.key ? -sign : sign))
    .map(({ index }) => index);
  orders(snapshot).set(name, indexes);
  return indexes;
}
