import type { GraphQLResolveInfo } from 'graphql';
import type { Label, RelationshipType } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import { edgePropertiesBetween, endsOf, isPrinted, linkedNodes, type Way } from '../snapshot/linked-nodes.ts';
import { loadConnection } from './relay/connection.ts';
import { pageOfOrdered } from './relay/list-page.ts';
import { MAX_PAGE, type PageArgs } from './relay/page-args.ts';
import type { RequestContext } from './request-context.ts';
import { listSelection } from './selection.ts';

interface Owner {
  readonly id: string;
}

/** The nodes that a way leads to, in its order, at most MAX_PAGE of them; from the graph in memory. */
export const loadNodes = <L extends Label>(
  context: RequestContext,
  owner: Owner,
  way: Way<RelationshipType, L>,
): NodeOf<L>[] => {
  const { snapshot } = context;
  const place = snapshot.placeOf(owner.id);
  const ends = place === undefined ? [] : linkedNodes(snapshot, place, way).places;
  return ends.slice(0, MAX_PAGE).map((end) => snapshot.nodeOf(way.label, end));
};

/** The one node that a way leads to, or null; the first by id where vocabularies of several times have left several. */
export const loadNode = <L extends Label>(
  context: RequestContext,
  owner: Owner,
  way: Way<RelationshipType, L>,
): NodeOf<L> | null => {
  const { snapshot } = context;
  const place = snapshot.placeOf(owner.id);
  const [end] = place === undefined ? [] : endsOf(snapshot, place, way);
  return end === undefined ? null : snapshot.nodeOf(way.label, end);
};

interface LinkedEdge<T extends RelationshipType, L extends Label> {
  readonly key: string | number;
  readonly node: NodeOf<L>;
  /** Where edges are asked for what they carry. */
  readonly properties: EdgeProperties<T> | undefined;
}

/**
 * A page of what a way leads to, from the graph in memory.
 * @param toFields what an edge tells of the properties of its relationship
 */
export function loadLinked<T extends RelationshipType, L extends Label, X extends object>(
  context: RequestContext,
  info: GraphQLResolveInfo,
  owner: Owner,
  way: Way<T, L>,
  args: PageArgs,
  toFields: (properties: EdgeProperties<T>, node: NodeOf<L>) => X,
) {
  const { ofEdges } = listSelection(info);
  return loadConnection<'int' | 'string', LinkedEdge<T, L>, { node: NodeOf<L> }>(context, {
    list: `${way.label} ${way.type}`,
    keyType: isPrinted(way) ? 'int' : 'string',
    args,
    info,
    fetch: (page) => {
      const { snapshot } = context;
      const place = snapshot.placeOf(owner.id);
      if (place === undefined) return undefined;
      const ends = linkedNodes(snapshot, place, way);
      return pageOfOrdered<number, string | number, LinkedEdge<T, L>>(
        ends.places,
        page,
        (end) => ({
          key: ends.keyOf(end),
          node: snapshot.nodeOf(way.label, end),
          properties: ofEdges ? edgePropertiesBetween(snapshot, place, way, end) : undefined,
        }),
        ({ node }) => node.id,
      );
    },
    idOf: ({ node }) => node.id,
    toEdge: ({ node, properties }) => ({ node, ...(properties && toFields(properties, node)) }),
    toNode: ({ node }) => node,
  });
}
