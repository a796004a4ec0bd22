import type { GraphQLResolveInfo } from 'graphql';
import type { Label, RelationshipType } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import { type Link, linksOf } from '../snapshot/kept-links.ts';
import { firstEnd, isPrinted, type Way } from '../snapshot/linked-nodes.ts';
import { loadConnection } from './relay/connection.ts';
import { itself, pageOfOrdered } from './relay/list-page.ts';
import { MAX_PAGE, type PageArgs } from './relay/page-args.ts';
import type { RequestContext } from './request-context.ts';

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
  const index = snapshot.placeOf(owner.id);
  return index === undefined ? [] : linksOf(snapshot, index, way).slice(0, MAX_PAGE).map(nodeOfLink);
};

/** The one node that a way leads to, or null; the first by id where vocabularies of several times have left several. */
export const loadNode = <L extends Label>(
  context: RequestContext,
  owner: Owner,
  way: Way<RelationshipType, L>,
): NodeOf<L> | null => {
  const { snapshot } = context;
  const index = snapshot.placeOf(owner.id);
  const end = index === undefined ? undefined : firstEnd(snapshot, index, way);
  return end === undefined ? null : snapshot.nodeOf(way.label, end);
};

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
  return loadConnection<'int' | 'string', Link<T, L>, { node: NodeOf<L> }>(context, {
    list: `${way.label} ${way.type}`,
    keyType: isPrinted(way) ? 'int' : 'string',
    args,
    info,
    fetch: (page) => {
      const { snapshot } = context;
      const index = snapshot.placeOf(owner.id);
      if (index === undefined) return undefined;
      return pageOfOrdered<Link<T, L>, string | number, Link<T, L>>(
        linksOf(snapshot, index, way),
        page,
        itself,
        idOfLink,
      );
    },
    idOf: idOfLink,
    toEdge: ({ node, properties }) => ({ node, ...(properties && toFields(properties, node)) }),
    toPlainEdge: nodeAlone,
    toNode: nodeOfLink,
  });
}

const nodeAlone = <N>({ node }: { readonly node: N }): { node: N } => ({ node });
const idOfLink = ({ node }: { readonly node: Owner }): string => node.id;
const nodeOfLink = <N>({ node }: { readonly node: N }): N => node;
