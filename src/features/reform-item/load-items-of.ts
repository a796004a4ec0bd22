import type { GraphQLResolveInfo } from 'graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { listSelection } from '../../graphql/selection.ts';
import type { Carried } from '../../snapshot/carried-list.ts';
import { carriedByItem, type Linked } from '../../snapshot/item-links.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import { itemsOf, within } from './items-of.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';

interface LinkedItem extends Keyed<string> {
  /** What joins it to the list's owner, where edges are asked for that; for a theme, to those below it as well. */
  readonly links?: readonly Carried[];
}

/** The reform items of an agency, zone, theme, region or batch, from the graph in memory. */
export function loadItemsOf<X extends object>(
  context: RequestContext,
  info: GraphQLResolveInfo,
  label: Linked,
  owner: { readonly id: string },
  { filter, ...args }: ReformItemListArgs,
  carries?: (item: ReformItemNode, links: readonly Carried[]) => X,
) {
  const list = `reform-items of ${label}`;
  const withLinks = carries !== undefined && listSelection(info).ofEdges;
  const clauses = resolveFilter(context, filter);
  return loadConnection<'string', LinkedItem, { node: ReformItemNode }>(context, {
    list,
    keyType: 'string',
    args,
    info,
    fetch: (page) => {
      const { snapshot } = context;
      const place = snapshot.placeOf(owner.id);
      const items = chosenItems(context, snapshot, clauses, `${list} ${owner.id}`, () =>
        itemsOf(snapshot, label, place),
      );
      return andThen(items, (places) => {
        const { total, edges } = pageOfItems(snapshot, places, 'NUMBER', page);
        if (!withLinks || place === undefined) return { total, edges };
        const owners = within(snapshot, label, place);
        const linksOf = ({ id }: ReformItemNode): Carried[] =>
          carriedByItem(snapshot, snapshot.placeOf(id) as number, label, owners);
        return { total, edges: edges.map((edge) => ({ ...edge, links: linksOf(edge.node) })) };
      });
    },
    idOf: ({ node }) => node.id,
    toEdge: ({ node, links }) => ({ node, ...(links && carries?.(node, links)) }),
    toNode: ({ node }) => node,
  });
}
