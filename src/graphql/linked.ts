import type { Label, RelationshipType } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import { cachedAlong, type Link } from '../snapshot/cached-links.ts';
import { firstEnd, isPrinted, type Relation } from '../snapshot/linked-nodes.ts';
import { loadConnection, wholeConnection } from './relay/connection.ts';
import { pageOfOrdered } from './relay/list-page.ts';
import { holdsAll, MAX_PAGE, type PageArgs } from './relay/page-args.ts';
import type { RequestContext } from './request-context.ts';

interface Owner {
  readonly id: string;
}

/** Reads the nodes that a way leads to, in its order, at most MAX_PAGE of them; from the graph in memory. */
export function nodesAlong<L extends Label>(way: Relation<RelationshipType, L>) {
  const nodesOf = cachedAlong(way, (links) =>
    Object.freeze(links.slice(0, MAX_PAGE).map(({ node }) => node)),
  );
  return ({ snapshot }: RequestContext, owner: Owner): readonly NodeOf<L>[] => nodesOf(snapshot, owner);
}

/** The one node that a way leads to, or null; the first by id where vocabularies of several times have left several. */
export const loadNode = <L extends Label>(
  context: RequestContext,
  owner: Owner,
  way: Relation<RelationshipType, L>,
): NodeOf<L> | null => {
  const { snapshot } = context;
  const index = snapshot.indexOf(owner.id);
  const end = index === undefined ? undefined : firstEnd(snapshot, index, way);
  return end === undefined ? null : snapshot.nodeOf(way.label, end);
};

/**
 * Reads a page of what a way leads to, from the graph in memory.
 * @param fieldsOf what an edge tells beside its node: values, and functions for those that are work
 */
export function connectionAlong<T extends RelationshipType, L extends Label, O extends Owner>(
  way: Relation<T, L>,
  fieldsOf: (link: Link<T, L, O>) => object,
) {
  const list = {
    list: `${way.label} ${way.type}`,
    keyType: isPrinted(way) ? 'int' : 'string',
    idOf: ({ node }: Link<T, L, O>) => node.id,
    toEdge: (link: Link<T, L, O>) => ({ node: link.node, ...fieldsOf(link) }),
    toNode: ({ node }: Link<T, L, O>) => node,
  } as const;
  const linksOf = cachedAlong(way, (links: readonly Link<T, L, O>[], snapshot) => ({
    links,
    // Most lists are short, and so asked for as a whole.
    whole: links.length > MAX_PAGE ? undefined : wholeConnection(list, snapshot, links),
  }));
  return (context: RequestContext, owner: O, args: PageArgs) => {
    const { links, whole } = linksOf(context.snapshot, owner);
    if (whole !== undefined && holdsAll(args, links.length)) return whole;
    return loadConnection<'int' | 'string', Link<T, L, O>, { node: NodeOf<L> }>(context, list, args, (page) =>
      pageOfOrdered(links, page, (link) => link, list.idOf),
    );
  };
}
