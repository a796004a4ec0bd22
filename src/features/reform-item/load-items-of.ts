import type { GraphQLResolveInfo } from 'graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { listSelection } from '../../graphql/selection.ts';
import type { Carried } from '../../snapshot/carried-list.ts';
import { carriedByItem, type Linked } from '../../snapshot/item-links.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import { itemsOf, within } from './items-of.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';

/**
 * The reform items of an agency, zone, theme, region or batch, from the graph in memory.
 * @param carries what the edges tell of what joins the item to the list's owner; for a theme, to those below it as well
 */
export function loadItemsOf<X extends object>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  label: Linked,
  owner: { readonly id: string },
  { filter, ...args }: ReformItemListArgs,
  carries?: (item: ReformItemNode, links: readonly Carried[]) => X,
) {
  const list = `reform-items of ${label}`;
  const { ofEdges } = listSelection(info);
  const meant = filter == null ? null : resolveFilter(context, filter);
  return andThen(meant, (clauses) =>
    andThen(context.snapshot(), (snapshot) => {
      const place = snapshot.placeOf(owner.id);
      const linksTo = ({ id }: ReformItemNode): readonly Carried[] => {
        const item = snapshot.placeOf(id);
        if (item === undefined || place === undefined) return [];
        return carriedByItem(snapshot, item, label, within(snapshot, label, place));
      };
      return loadConnection<'string', Keyed<string>, { node: ReformItemNode }>(context, {
        list,
        keyType: 'string',
        args,
        info,
        fetch: (page) =>
          andThen(
            chosenItems(context, snapshot, clauses, `${list} ${owner.id}`, () =>
              itemsOf(snapshot, label, place),
            ),
            (places) => pageOfItems(snapshot, places, 'NUMBER', page),
          ),
        idOf: ({ node }) => node.id,
        toEdge: ({ node }) => ({ node, ...(ofEdges && carries?.(node, linksTo(node))) }),
        toNode: ({ node }) => node,
      });
    }),
  );
}
