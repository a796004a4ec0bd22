import { coOwnerCounts, linkCounts, pairOf, unordered } from './canonical.ts';
import type { Dialect, OperationName } from './operations.ts';

/** For our schema. The in-memory server has only the part of it that these documents use. */
const DOCUMENTS: Record<OperationName, string> = {
  item: `query Item($item: String!) {
    reformItem(code: $item) {
      code title content scopeText
      promotedTo { name }
      batch { code }
      agencies { edges { order printedName node { name } } }
      zones { nodes { name } }
      themes { nodes { name } }
      documents { title }
      organizations { name }
      mentionedAgencies { nodes { name } }
      firstClaims { scope kind subject }
      figures { value unit approximation }
      milestones { date precision event }
    }
  }`,
  coOwners: `query CoOwners($agency: String!) {
    agency(name: $agency) { name coOwners(first: 100) { edges { sharedCount node { name } } } }
  }`,
  page: `query Page {
    reformItems(first: 20) {
      nodes { code title agencies { nodes { name } } zones { nodes { name } } themes { nodes { name } } }
    }
  }`,
  nested: `query Nested($agency: String!, $first: Int!) {
    agency(name: $agency) {
      name
      reformItems(first: $first) {
        nodes {
          code title
          agencies(first: 10) {
            nodes {
              name
              reformItems(first: 5) {
                nodes { code title zones(first: 8) { nodes { name } } themes(first: 8) { nodes { name } } }
              }
            }
          }
        }
      }
    }
  }`,
  get rotating() {
    return this.nested;
  },
  search: `query Search($word: String!) {
    reformItems(filter: { text: $word }, first: 20) { totalCount nodes { code title } }
  }`,
  ranked: `query Ranked($word: String!) {
    search(query: $word, first: 20) {
      totalCount
      edges { score node { __typename ... on ReformItem { code title } ... on Theme { name } } }
    }
  }`,
  network: `query Network { agencyNetwork { links(first: 500) { sharedCount agencies { name } } } }`,
};

interface Named {
  readonly name: string;
}
const names = ({ nodes }: { nodes: readonly Named[] }): string[] => nodes.map(({ name }) => name);

export const ourDialect: Dialect = {
  body: (operation, variables) => JSON.stringify({ query: DOCUMENTS[operation], variables }),
  canonical(operation, data) {
    switch (operation) {
      case 'item': {
        const { promotedTo, batch, agencies, ...item } = data.reformItem;
        return {
          ...item,
          region: promotedTo.name,
          batch: batch.code,
          // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
          agencies: agencies.edges.map((edge: any) => [edge.order, edge.printedName, edge.node.name]),
          zones: unordered(names(item.zones)),
          themes: unordered(names(item.themes)),
          documents: unordered(item.documents),
          organizations: unordered(item.organizations),
          mentionedAgencies: unordered(names(item.mentionedAgencies)),
          firstClaims: unordered(item.firstClaims),
          figures: unordered(item.figures),
          milestones: unordered(item.milestones),
        };
      }
      case 'coOwners':
        return coOwnerCounts(
          new Map(
            data.agency.coOwners.edges.map(({ node, sharedCount }: { node: Named; sharedCount: number }) => [
              node.name,
              sharedCount,
            ]),
          ),
        );
      case 'page':
        return data.reformItems.nodes.map(itemOf);
      case 'nested':
      case 'rotating':
        return {
          name: data.agency.name,
          // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
          items: data.agency.reformItems.nodes.map(({ code, title, agencies }: any) => ({
            code,
            title,
            // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
            agencies: agencies.nodes.map(({ name, reformItems }: any) => ({
              name,
              items: reformItems.nodes.map(itemOf),
            })),
          })),
        };
      case 'search':
        return { total: data.reformItems.totalCount, items: data.reformItems.nodes };
      case 'ranked':
        return data.search.totalCount > 0;
      case 'network':
        return linkCounts(
          new Map(
            data.agencyNetwork.links.map(
              ({ agencies: [a, b], sharedCount }: { agencies: [Named, Named]; sharedCount: number }) => [
                pairOf(a.name, b.name),
                sharedCount,
              ],
            ),
          ),
        );
    }
  },
};

// biome-ignore lint/suspicious/noExplicitAny: as the documents above select
const itemOf = ({ code, title, agencies, zones, themes }: any): unknown => ({
  code,
  title,
  ...(agencies && { agencies: names(agencies) }),
  zones: unordered(names(zones)),
  themes: unordered(names(themes)),
});
