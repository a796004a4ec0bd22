import type { GraphQLResolveInfo } from 'graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { RelationshipOf } from '../../domain/relationships.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { selectsOfEdges } from '../../graphql/selection.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { ITEM_LINKS, itemsLinkedTo, type Linked } from '../../snapshot/item-links.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { reformItemRelationships } from '../../store/statements.gen.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';

/** The node itself, and for a theme those right below it. */
const within = (snapshot: GraphSnapshot, label: Linked, owner: number): number[] =>
  label === 'Theme' ? [owner, ...snapshot.linked(owner, 'NARROWER_THAN', false)] : [owner];

const listsOf = perSnapshot(() => new Map<number, readonly number[]>());

/** The places of a node's items by position, put in order once. */
function itemsOf(snapshot: GraphSnapshot, label: Linked, owner: number | undefined): readonly number[] {
  if (owner === undefined) return [];
  const lists = listsOf(snapshot);
  const known =
    lists.get(owner) ??
    snapshot.inOrder(
      new Set(within(snapshot, label, owner).flatMap((place) => [...itemsLinkedTo(snapshot, place, label)])),
    );
  lists.set(owner, known);
  return known;
}

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
  const withLinks =
    carries !== undefined && context.perField(info, `${list} edges`, () => selectsOfEdges(info));
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
              andThen(linksOf(context, label, owners, edge.node), (links) => ({ ...edge, links })),
            );
            return Promise.all(linked).then((all) => ({ total, edges: all }));
          });
        }),
      idOf: ({ node }) => node.id,
      toEdge: ({ node, links }) => ({ node, ...carries?.(node, links) }),
      toNode: ({ node }) => node,
    }),
  );
}

const linksOf = <L extends Linked>(
  { relations }: GraphContext,
  label: L,
  owners: ReadonlySet<string>,
  { id }: ReformItemNode,
): MaybePromise<Links<L>> =>
  andThen(
    relations.load(reformItemRelationships, id, {}),
    (rows) =>
      rows
        .filter(({ type, from, to }) => type === ITEM_LINKS[label] && (owners.has(from) || owners.has(to)))
        .map(({ properties }) => properties) as unknown as Links<L>,
  );
