import type { Label, RelationshipType } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import { cachedAlong, type Link } from '../snapshot/cached-links.ts';
import { firstEnd, isPrinted, type Relation } from '../snapshot/linked-nodes.ts';
import { loadConnection, wholeConnection } from './relay/connection.ts';
import { pageOfOrdered } from './relay/list-page.ts';
import { NODE_EDGES } from './relay/node-edges.ts';
import { holdsAll, MAX_PAGE, type PageArgs } from './relay/page-args.ts';
import type { RequestContext } from './request-context.ts';

interface Owner {
  readonly id: string;
}

/** Reads the nodes at the end of a relation from the graph in memory, in the relation's order, at most MAX_PAGE. */
export function nodesAlong<L extends Label>(relation: Relation<RelationshipType, L>) {
  const nodesOf = cachedAlong(relation, (links) =>
    Object.freeze(links.slice(0, MAX_PAGE).map(({ node }) => node)),
  );
  return ({ snapshot }: RequestContext, owner: Owner): readonly NodeOf<L>[] => nodesOf(snapshot, owner);
}

/** The one node at the end of a relation, or null. Vocabularies of several dates may leave more: the first by id. */
export const loadNode = <L extends Label>(
  context: RequestContext,
  owner: Owner,
  relation: Relation<RelationshipType, L>,
): NodeOf<L> | null => {
  const { snapshot } = context;
  const index = snapshot.indexOf(owner.id);
  const end = index === undefined ? undefined : firstEnd(snapshot, index, relation);
  return end === undefined ? null : snapshot.nodeOf(relation.label, end);
};

/**
 * Reads a page of the nodes at the end of a relation, from the graph in memory.
 * @param fieldsOf the fields of an edge besides its node: values, or functions if the value is expensive
 */
export function connectionAlong<T extends RelationshipType, L extends Label, O extends Owner>(
  relation: Relation<T, L>,
  fieldsOf: (link: Link<T, L, O>) => object,
) {
  const list = {
    list: `${relation.label} ${relation.type}`,
    keyType: isPrinted(relation) ? 'int' : 'string',
    ...NODE_EDGES,
    toEdge: (link: Link<T, L, O>) => ({ node: link.node, ...fieldsOf(link) }),
  } as const;
  const linksOf = cachedAlong(relation, (links: readonly Link<T, L, O>[], snapshot) => ({
    links,
    // Most lists are short, so requests usually ask for the whole list.
    whole: links.length > MAX_PAGE ? undefined : wholeConnection(list, snapshot, links),
  }));
  return (context: RequestContext, owner: O, args: PageArgs) => {
    const { links, whole } = linksOf(context.snapshot, owner);
    if (whole !== undefined && holdsAll(args, links.length)) return whole;
    return loadConnection<'int' | 'string', Link<T, L, O>, { node: NodeOf<L> }>(context, list, args, (page) =>
      pageOfOrdered<Link<T, L, O>, string | number, Link<T, L, O>>(links, page, (link) => link, list.idOf),
    );
  };
}
