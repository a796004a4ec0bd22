import type { GraphQLResolveInfo } from 'graphql';
import type { Label, RelationshipType } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { RelationshipOf } from '../domain/relationships.ts';
import { endsOf, isPrinted, linkedNodes, type Way } from '../snapshot/linked-nodes.ts';
import { loadCarried } from './carried.ts';
import type { GraphContext } from './context.ts';
import { all, andThen, type MaybePromise } from './maybe-promise.ts';
import { loadConnection } from './relay/connection.ts';
import { pageOfOrdered } from './relay/list-page.ts';
import { MAX_PAGE, type PageArgs } from './relay/page-args.ts';
import { listSelection } from './selection.ts';

interface Owner {
  readonly id: string;
}

/** The nodes that a way leads to, in its order, at most MAX_PAGE of them; from the graph in memory. */
export const loadNodes = <L extends Label>(
  context: GraphContext,
  owner: Owner,
  way: Way<RelationshipType, L>,
): MaybePromise<NodeOf<L>[]> =>
  andThen(context.snapshot(), (snapshot) => {
    const place = snapshot.placeOf(owner.id);
    const ends = place === undefined ? [] : linkedNodes(snapshot, place, way).places;
    return ends.slice(0, MAX_PAGE).map((end) => snapshot.nodeOf(way.label, end));
  });

/** The one node that a way leads to, or null; the first by id where vocabularies of several times have left several. */
export const loadNode = <L extends Label>(
  context: GraphContext,
  owner: Owner,
  way: Way<RelationshipType, L>,
): MaybePromise<NodeOf<L> | null> =>
  andThen(context.snapshot(), (snapshot) => {
    const place = snapshot.placeOf(owner.id);
    const [end] = place === undefined ? [] : endsOf(snapshot, place, way);
    return end === undefined ? null : snapshot.nodeOf(way.label, end);
  });

interface LinkedEdge<T extends RelationshipType, L extends Label> {
  readonly key: string | number;
  readonly node: NodeOf<L>;
  readonly carried?: RelationshipOf<T> | undefined;
}

/**
 * A page of what a way leads to, from the graph in memory. What edges carry is asked for where edges are: one statement
 * serves all owners of a level. One end of the way is a reform item.
 * @param carries what the edges tell of what their relationships carry
 */
export function loadLinked<T extends RelationshipType, L extends Label, X extends object>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  owner: Owner,
  way: Way<T, L>,
  args: PageArgs,
  carries: (carried: RelationshipOf<T>, node: NodeOf<L>) => X,
) {
  const list = `${way.label} ${way.type}`;
  const withCarried = listSelection(info).ofEdges;
  const carriedBy = (node: Owner): MaybePromise<RelationshipOf<T>[]> =>
    labelOf(owner.id as NodeId) === 'ReformItem'
      ? loadCarried(context, owner, way.type, (id) => id === node.id)
      : loadCarried(context, node, way.type, (id) => id === owner.id);
  return loadConnection<'int' | 'string', LinkedEdge<T, L>, { node: NodeOf<L> }>(context, {
    list,
    keyType: isPrinted(way) ? 'int' : 'string',
    args,
    info,
    fetch: (page) =>
      andThen(context.snapshot(), (snapshot) => {
        const place = snapshot.placeOf(owner.id);
        if (place === undefined) return undefined;
        const ends = linkedNodes(snapshot, place, way);
        const { total, edges } = pageOfOrdered<number, string | number, LinkedEdge<T, L>>(
          ends.places,
          page,
          (end) => ({ key: ends.keyOf(end), node: snapshot.nodeOf(way.label, end) }),
          ({ node }) => node.id,
        );
        if (!withCarried) return { total, edges };
        const carrying = edges.map((edge) =>
          andThen(carriedBy(edge.node), ([carried]) => ({ ...edge, carried })),
        );
        return andThen(all(carrying), (known) => ({ total, edges: known }));
      }),
    idOf: ({ node }) => node.id,
    toEdge: ({ node, carried }) => ({ node, ...(carried && carries(carried, node)) }),
    toNode: ({ node }) => node,
  });
}
