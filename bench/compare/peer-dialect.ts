import { coOwnerCounts, foldCoOwners, foldLinks, linkCounts, unordered } from './canonical.ts';
import type { Dialect, OperationName } from './operations.ts';

/**
 * For the schema that the peer derives from bench/peer/type-defs.mjs, as short as it allows. Nodes are looked up by id,
 * which has an index; our documents use names. The peer has no field for co-owners or links: the client computes them
 * from the smallest possible query, at no cost to the peer. The peer has no ranking.
 */
const DOCUMENTS: Record<OperationName, string | undefined> = {
  item: `query Item($item: ID!) {
    reformItems(where: { id: { eq: $item } }) {
      code title content scopeText
      regions { name }
      batches { code }
      agenciesConnection(sort: [{ edge: { order: ASC } }]) {
        edges { properties { order printedName } node { name } }
      }
      zones { name }
      themes { name }
      documents { title }
      organizations { name }
      mentionedAgencies { name }
      firstClaims { scope kind subject }
      figures { value unit approximation }
      milestones { date precision event }
    }
  }`,
  coOwners: `query CoOwners($agency: ID!) {
    agencies(where: { id: { eq: $agency } }) { name reformItems { agencies { name } } }
  }`,
  page: `query Page {
    reformItems(limit: 20, sort: [{ position: ASC }]) {
      code title
      agenciesConnection(sort: [{ edge: { order: ASC } }]) { edges { node { name } } }
      zones { name }
      themes { name }
    }
  }`,
  nested: `query Nested($agency: ID!, $first: Int!) {
    agencies(where: { id: { eq: $agency } }) {
      name
      reformItems(limit: $first, sort: [{ position: ASC }]) {
        code title
        agenciesConnection(sort: [{ edge: { order: ASC } }]) {
          edges {
            node {
              name
              reformItems(limit: 5, sort: [{ position: ASC }]) { code title zones { name } themes { name } }
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
    reformItemsConnection(
      first: 20
      where: { OR: [{ title: { contains: $word } }, { content: { contains: $word } }] }
      sort: [{ position: ASC }]
    ) { totalCount edges { node { code title } } }
  }`,
  ranked: undefined,
  network: `query Network { reformItems(where: { agencyCount: { gt: 1 } }) { agencies { name } } }`,
};

interface Named {
  readonly name: string;
}
const names = (nodes: readonly Named[]): string[] => nodes.map(({ name }) => name);

export const peerDialect: Dialect = {
  body(operation, { item, agency, ...rest }) {
    const query = DOCUMENTS[operation];
    if (query === undefined) return undefined;
    const variables = {
      ...rest,
      ...(item !== undefined && { item: `ReformItem:${item}` }),
      ...(agency !== undefined && { agency: `Agency:${agency}` }),
    };
    return JSON.stringify({ query, variables });
  },
  canonical(operation, data) {
    switch (operation) {
      case 'item': {
        const [{ regions, batches, agenciesConnection, ...item }] = data.reformItems;
        return {
          ...item,
          region: regions[0].name,
          batch: batches[0].code,
          // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
          agencies: agenciesConnection.edges.map(({ properties: { order, printedName }, node }: any) => [
            order,
            printedName,
            node.name,
          ]),
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
      case 'coOwners': {
        const [{ name, reformItems }] = data.agencies;
        return coOwnerCounts(
          foldCoOwners(
            name,
            reformItems.map(({ agencies }: { agencies: readonly Named[] }) => names(agencies)),
          ),
        );
      }
      case 'page':
        return data.reformItems.map(itemOf);
      case 'nested':
      case 'rotating':
        return {
          name: data.agencies[0].name,
          // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
          items: data.agencies[0].reformItems.map(({ code, title, agenciesConnection }: any) => ({
            code,
            title,
            // biome-ignore lint/suspicious/noExplicitAny: as the document above selects
            agencies: agenciesConnection.edges.map(({ node }: any) => ({
              name: node.name,
              items: node.reformItems.map(itemOf),
            })),
          })),
        };
      case 'search': {
        const { totalCount, edges } = data.reformItemsConnection;
        return { total: totalCount, items: edges.map(({ node }: { node: unknown }) => node) };
      }
      case 'ranked':
        return undefined;
      case 'network':
        return linkCounts(
          foldLinks(data.reformItems.map(({ agencies }: { agencies: readonly Named[] }) => names(agencies))),
        );
    }
  },
};

// biome-ignore lint/suspicious/noExplicitAny: as the documents above select
const itemOf = ({ code, title, agenciesConnection, zones, themes }: any): unknown => ({
  code,
  title,
  ...(agenciesConnection && {
    agencies: agenciesConnection.edges.map(({ node }: { node: Named }) => node.name),
  }),
  zones: unordered(names(zones)),
  themes: unordered(names(themes)),
});
