import type { GraphQLResolveInfo } from 'graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { RelationshipOf } from '../../domain/relationships.ts';
import { loadCarried } from '../../graphql/carried.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { all, andThen } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { listSelection } from '../../graphql/selection.ts';
import { ITEM_LINKS, type Linked } from '../../snapshot/item-links.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import { itemsOf, within } from './items-of.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';

/** What joins the item to the list's owner; for a theme, to those below it as well. */
export type Links<L extends Linked> = readonly RelationshipOf<(typeof ITEM_LINKS)[L]>[];

interface LinkedItem<L extends Linked> extends Keyed<string> {
  readonly links: Links<L>;
}

/**
 * The reform items of an agency, zone, theme, region or batch, from the graph in memory. What edges carry is asked for
 * where edges are: one statement serves all owners of a level.
 */
export function loadItemsOf<L extends Linked, X extends object>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  label: L,
  owner: { readonly id: string },
  { filter, ...args }: ReformItemListArgs,
  carries?: (item: ReformItemNode, links: Links<L>) => X,
) {
  const list = `reform-items of ${label}`;
  const withLinks = carries !== undefined && listSelection(info).ofEdges;
  const meant = filter == null ? null : resolveFilter(context, filter);
  return andThen(meant, (clauses) =>
    loadConnection<'string', LinkedItem<L>, { node: ReformItemNode }>(context, {
      list,
      keyType: 'string',
      args,
      info,
      fetch: (page) =>
        andThen(context.snapshot(), (snapshot) => {
          const place = snapshot.placeOf(owner.id);
          const items = chosenItems(context, snapshot, clauses, `${list} ${owner.id}`, () =>
            itemsOf(snapshot, label, place),
          );
          return andThen(items, (places) => {
            const { total, edges } = pageOfItems(snapshot, places, 'NUMBER', page);
            if (!withLinks) return { total, edges: edges.map((edge) => ({ ...edge, links: [] })) };
            const owners = new Set(
              place === undefined
                ? []
                : within(snapshot, label, place).map((member) => snapshot.node(member).id),
            );
            const linked = edges.map((edge) =>
              andThen(
                loadCarried(context, edge.node, ITEM_LINKS[label], (id) => owners.has(id)),
                (links) => ({ ...edge, links }),
              ),
            );
            return andThen(all(linked), (known) => ({ total, edges: known }));
          });
        }),
      idOf: ({ node }) => node.id,
      toEdge: ({ node, links }) => ({ node, ...carries?.(node, links) }),
      toNode: ({ node }) => node,
    }),
  );
}
