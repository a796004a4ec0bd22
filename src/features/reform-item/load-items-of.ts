import type { GraphQLResolveInfo } from 'graphql';
import type { Label, RelationshipType } from '../../domain/model.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { RelationshipOf } from '../../domain/relationships.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { selectsOfEdges } from '../../graphql/selection.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { reformItemRelationships } from '../../store/statements.gen.ts';
import { chosenItems, type Keyed, pageOfItems } from './item-pages.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import { resolveFilter } from './resolve-filter.ts';

/** How items are linked to each kind of node that has a list of them. */
const LINKS = {
  Agency: 'RESPONSIBLE_FOR',
  PilotZone: 'PILOTED_IN',
  Theme: 'HAS_THEME',
  Region: 'PROMOTED_TO',
  Batch: 'PUBLISHED_IN',
} as const satisfies Partial<Record<Label, RelationshipType>>;
type Owner = keyof typeof LINKS;

/** The node itself, and for a theme those right below it. */
const within = (snapshot: GraphSnapshot, label: Owner, owner: number): number[] =>
  label === 'Theme' ? [owner, ...snapshot.linked(owner, 'NARROWER_THAN', false)] : [owner];

const listsOf = perSnapshot(() => new Map<number, readonly number[]>());

/** The places of a node's items by position, put in order once. */
function itemsOf(snapshot: GraphSnapshot, label: Owner, owner: number | undefined): readonly number[] {
  if (owner === undefined) return [];
  const lists = listsOf(snapshot);
  const outward = label === 'Agency';
  const known =
    lists.get(owner) ??
    snapshot.inOrder(
      new Set(
        within(snapshot, label, owner).flatMap((place) => [...snapshot.linked(place, LINKS[label], outward)]),
      ),
    );
  lists.set(owner, known);
  return known;
}

/** What joins the item to the list's owner; for a theme, to those below it as well. */
export type Links<L extends Owner> = readonly RelationshipOf<(typeof LINKS)[L]>[];

interface LinkedItem<L extends Owner> extends Keyed<string> {
  readonly links: Links<L>;
}

/**
 * The reform items of an agency, zone, theme, region or batch, from the graph in memory. What edges carry is asked for
 * where edges are: one statement serves all owners of a level.
 */
export function loadItemsOf<L extends Owner, X extends object>(
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

const linksOf = <L extends Owner>(
  { relations }: GraphContext,
  label: L,
  owners: ReadonlySet<string>,
  { id }: ReformItemNode,
): MaybePromise<Links<L>> =>
  andThen(
    relations.load(reformItemRelationships, id, {}),
    (rows) =>
      rows
        .filter(({ type, from, to }) => type === LINKS[label] && (owners.has(from) || owners.has(to)))
        .map(({ properties }) => properties) as unknown as Links<L>,
  );
