import type { ReformItemNode } from '../../domain/nodes.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { NODE_EDGES } from '../../graphql/relay/node-edges.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { type ItemLinkProperties, itemLinkProperties, type Linked } from '../../snapshot/item-links.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import { itemsOf, within } from './items-of.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';
import { loadUnmatched } from './unmatched-names.ts';

/**
 * The reform items of an agency, zone, theme, region or batch, from the graph in memory.
 * @param fieldsOf the fields of an edge besides its node; `links` reads the links between the item and the owner, and
 * for a theme also the links to the themes directly below it
 */
export function loadItemsOf<L extends Linked, X extends object>(
  context: RequestContext,
  label: L,
  owner: { readonly id: string },
  args: ReformItemListArgs,
  fieldsOf?: (item: ReformItemNode, links: () => readonly ItemLinkProperties<L>[]) => X,
) {
  const list = `reform-items of ${label}`;
  const clauses = resolveFilter(context, args.filter);
  const { snapshot } = context;
  const nodeIndex = snapshot.indexOf(owner.id);
  const linksOf = ({ id }: ReformItemNode) =>
    nodeIndex === undefined
      ? []
      : itemLinkProperties(
          snapshot,
          snapshot.indexOf(id) as number,
          label,
          within(snapshot, label, nodeIndex),
        );
  return loadConnection<'string', Keyed<string>, { node: ReformItemNode }>(
    context,
    {
      list,
      keyType: 'string',
      ...NODE_EDGES,
      toEdge: ({ node }) => ({ node, ...fieldsOf?.(node, () => linksOf(node)) }),
      unmatched: () => loadUnmatched(context, args.filter),
    },
    args,
    (page) => {
      const items = chosenItems(context, snapshot, clauses, `${list} ${owner.id}`, () =>
        itemsOf(snapshot, label, nodeIndex),
      );
      return andThen(items, (nodeIndexes) => pageOfItems(snapshot, nodeIndexes, 'NUMBER', page));
    },
  );
}
