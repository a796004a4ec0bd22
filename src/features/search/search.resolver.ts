import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { LABELS, type Label, labels } from '../../domain/model.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { atMost, nodesOf } from '../../graphql/cost/list-bounds.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { pageOfList } from '../../graphql/relay/list-page.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { shortHash } from '../../graphql/short-hash.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { labelOfKind, NodeKind, nodeKindOf } from '../node/kinds.ts';
import type { FacetSource } from '../reform-item/facets.ts';
import { ReformItemFacets } from '../reform-item/facets.type.ts';
import type { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { openSearch } from './open-search.ts';
import type { SearchResult } from './search.ts';
import { Highlight, NodeKindCount, SearchConnection, SearchEdge } from './search.type.ts';
import { searching } from './searching.ts';
import { suggestNames } from './suggest-names.ts';

const MAX_QUERY = 10_240;
const MAX_HIGHLIGHTS = 20;
const MAX_SUGGESTIONS = 5;
/** With this many hits or more, the search suggests no other names. */
const FEW = 3;

@ArgsType()
class SearchArgs extends ReformItemListArgs {
  @Field(() => String, {
    description:
      'The search text. All words must match: Chinese (parts of words too), letters, or pinyin (djpq, rongzi, rong zi); "…" for an exact phrase; -word to exclude a word. Ignores traditional characters, width and case; aliases match too. Any text may be given, up to 10,240 characters and 64 words; punctuation alone finds nothing, and an empty text is refused. 搜索词',
  })
  query!: string;

  @Field(() => [NodeKind], {
    nullable: true,
    description: 'Only nodes of these kinds. An empty list finds nothing. 类型',
  })
  kinds?: string[];
}

interface FoundEdge {
  /** Minus the score: the best comes first. */
  readonly key: number;
  readonly nodeIndex: number;
}

/** A search in progress. `result` is before kinds and filter, because the facets need it. */
interface Search {
  readonly query: string;
  readonly snapshot: GraphSnapshot;
  readonly result: SearchResult;
  readonly isOfKind: (nodeIndex: number) => boolean;
  readonly meetsFilter: (nodeIndex: number) => boolean;
  readonly filter: ReformItemFilter | undefined;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Computes(...searching(({ query }) => String(query)))
  @Lists(nodesOf(...labels))
  @Query(() => SearchConnection, {
    description:
      'Finds reform items, agencies, zones, themes, regions and batches by words of their names and texts, best match first. With a filter only reform items are found, because only they can match it. 搜索',
  })
  async search(
    @Args(() => SearchArgs) { query, kinds, filter, ...args }: SearchArgs,
    @Ctx() context: RequestContext,
  ) {
    const search = await runSearch(context, query, kinds, filter);
    const edges = search.result.hits
      .filter(({ nodeIndex }) => search.isOfKind(nodeIndex) && search.meetsFilter(nodeIndex))
      .map(({ nodeIndex, score }) => ({ key: -score, nodeIndex }));
    const idOf = ({ nodeIndex }: FoundEdge): string => search.snapshot.nodes.idOf(nodeIndex);
    const toEdge = ({ key, nodeIndex }: FoundEdge) => ({
      ...{ node: search.snapshot.node(nodeIndex), nodeIndex, score: -key },
      search,
    });
    const connection = await loadConnection<'float', FoundEdge, ReturnType<typeof toEdge>>(
      context,
      {
        list: `search ${shortHash([query, kinds, filter])}`,
        keyType: 'float',
        keysOfGraph: true,
        idOf,
        toEdge,
        unmatched: () => loadUnmatched(context, filter),
      },
      args,
      (page) => pageOfList(edges, page, idOf),
    );
    return Object.assign(connection, { search });
  }

  @Computes('suggestions')
  @Lists(atMost(MAX_SUGGESTIONS))
  @FieldResolver(() => [String], {
    description: `Names in the graph that are similar to the search or to one of its words, the most similar first, at most ${MAX_SUGGESTIONS}; only if fewer than ${FEW} nodes match all words. 您是不是要找`,
  })
  async suggestions(
    @Root() { search }: { search: Search },
    @Ctx() context: RequestContext,
  ): Promise<string[]> {
    if (search.result.hits.length >= FEW) return [];
    return context.compute(() => suggestNames(search.snapshot, search.query, MAX_SUGGESTIONS));
  }

  @Lists(atMost(labels.length))
  @FieldResolver(() => [NodeKindCount], {
    description: 'The number of results of each kind, ignoring the `kinds` argument. 按类型统计',
  })
  kindCounts(@Root() { search }: { search: Search }): NodeKindCount[] {
    const counts = new Map<Label, number>();
    for (const { nodeIndex } of search.result.hits) {
      const label = search.snapshot.labelOf(nodeIndex);
      if (search.meetsFilter(nodeIndex)) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    return labels.flatMap((label) => {
      const count = counts.get(label) ?? 0;
      return count > 0 ? [{ kind: nodeKindOf(label), gloss: LABELS[label].gloss, count }] : [];
    });
  }

  @FieldResolver(() => ReformItemFacets, {
    description:
      'Counts of the reform items in the results, by agency, zone, theme and more. 结果中改革事项的分面统计',
  })
  facets(@Root() { search }: { search: Search }): FacetSource {
    const found = new Set(search.result.hits.map(({ nodeIndex }) => nodeIndex).filter(search.isOfKind));
    return { filter: search.filter, among: (item) => found.has(item) };
  }
}

@Resolver(() => SearchEdge)
export class SearchEdgeResolver {
  @Computes('highlights')
  @Lists(atMost(MAX_HIGHLIGHTS))
  @FieldResolver(() => [Highlight], {
    description: `The places where the words were found, in reading order, at most ${MAX_HIGHLIGHTS}. 高亮位置`,
  })
  highlights(@Root() { nodeIndex, search }: { nodeIndex: number; search: Search }): Highlight[] {
    return search.result
      .highlights(nodeIndex)
      .flatMap(({ field: { name, text }, spans }) =>
        spans.map(({ start, end }) => ({ field: name, start, end, text: text.slice(start, end) })),
      )
      .slice(0, MAX_HIGHLIGHTS);
  }
}

async function runSearch(
  context: RequestContext,
  query: string,
  kinds: readonly string[] | undefined,
  filter: ReformItemFilter | undefined,
): Promise<Search> {
  if (query.length > MAX_QUERY) throw new InvalidInput('query', `is longer than ${MAX_QUERY} characters`);
  const clauses = resolveFilter(context, filter);
  const { snapshot } = context;
  const result = await openSearch(context, query, 'query');
  const allowed = kinds && new Set(kinds.map(labelOfKind));
  const meeting = clauses && new Set(await context.compute(() => itemsMatching(snapshot, clauses)));
  return {
    query,
    snapshot,
    result,
    filter,
    isOfKind: (nodeIndex) => allowed == null || allowed.has(snapshot.labelOf(nodeIndex)),
    meetsFilter: (nodeIndex) => meeting == null || meeting.has(nodeIndex),
  };
}
