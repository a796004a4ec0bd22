import type { GraphQLResolveInfo } from 'graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { listSelection } from '../../graphql/selection.ts';
import { type ItemLinkProperties, itemLinkProperties, type Linked } from '../../snapshot/item-links.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import { itemsOf, within } from './items-of.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';
import { loadUnmatched } from './unmatched-names.ts';

interface LinkedItem<L extends Linked> extends Keyed<string> {
  /** What joins it to the list's owner, where edges are asked for that; for a theme, to those below it as well. */
  readonly links?: readonly ItemLinkProperties<L>[];
}

/** The reform items of an agency, zone, theme, region or batch, from the graph in memory. */
export function loadItemsOf<L extends Linked, X extends object>(
  context: RequestContext,
  info: GraphQLResolveInfo,
  label: L,
  owner: { readonly id: string },
  { filter, ...args }: ReformItemListArgs,
  toFields?: (item: ReformItemNode, links: readonly ItemLinkProperties<L>[]) => X,
) {
  const list = `reform-items of ${label}`;
  const withLinks = toFields !== undefined && listSelection(info).ofEdges;
  const clauses = resolveFilter(context, filter);
  return loadConnection<'string', LinkedItem<L>, { node: ReformItemNode }>(context, {
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
        const linksOf = ({ id }: ReformItemNode): ItemLinkProperties<L>[] =>
          itemLinkProperties(snapshot, snapshot.placeOf(id) as number, label, owners);
        return { total, edges: edges.map((edge) => ({ ...edge, links: linksOf(edge.node) })) };
      });
    },
    idOf: ({ node }) => node.id,
    toEdge: ({ node, links }) => ({ node, ...(links && toFields?.(node, links)) }),
    toNode: ({ node }) => node,
    unmatched: () => loadUnmatched(context, filter),
  });
}
