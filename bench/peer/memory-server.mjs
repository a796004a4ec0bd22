/**
 * The limit of a GraphQL server: the same Apollo on the same fastify, resolving from plain objects in memory. It reads
 * GRAPH_FILE once and has neither a database nor anything to keep fresh.
 */
import { buildSchema } from 'graphql';
import { listen } from './listen.mjs';
import { readGraph } from './memory-graph.mjs';

/** The part of our schema that ../compare/our-dialect.ts asks for. */
const schema = buildSchema(`
  type Query {
    reformItem(code: String!): ReformItem
    agency(name: String!): Agency
    reformItems(first: Int, filter: ReformItemFilter): ReformItemConnection!
    agencyNetwork: AgencyNetwork!
  }
  input ReformItemFilter { text: String }
  type ReformItem {
    code: String!
    title: String!
    content: String!
    scopeText: String!
    promotedTo: Region!
    batch: Batch!
    agencies(first: Int): ItemAgencyConnection!
    zones(first: Int): ZoneConnection!
    themes(first: Int): ThemeConnection!
    documents: [PolicyDocument!]!
    organizations: [Organization!]!
    mentionedAgencies(first: Int): ItemAgencyConnection!
    firstClaims: [FirstClaim!]!
    figures: [Figure!]!
    milestones: [Milestone!]!
  }
  type Agency {
    name: String!
    reformItems(first: Int): ReformItemConnection!
    coOwners(first: Int): CoOwnerConnection!
  }
  type Region { name: String! }
  type Batch { code: String! }
  type PilotZone { name: String! }
  type Theme { name: String! }
  type PolicyDocument { title: String! }
  type Organization { name: String! }
  type FirstClaim { scope: String! kind: String! subject: String! }
  type Figure { value: Float! unit: String! approximation: String! }
  type Milestone { date: String! precision: String! event: String! }
  type ReformItemConnection { totalCount: Int! nodes: [ReformItem!]! }
  type ItemAgencyConnection { totalCount: Int! nodes: [Agency!]! edges: [ItemAgencyEdge!]! }
  type ItemAgencyEdge { order: Int printedName: String node: Agency! }
  type ZoneConnection { totalCount: Int! nodes: [PilotZone!]! }
  type ThemeConnection { totalCount: Int! nodes: [Theme!]! }
  type CoOwnerConnection { totalCount: Int! edges: [CoOwnerEdge!]! }
  type CoOwnerEdge { sharedCount: Int! node: Agency! }
  type AgencyNetwork { links(first: Int): [CoOwnership!]! }
  type CoOwnership { sharedCount: Int! agencies: [Agency!]! }
`);

const { items, itemsByCode, agenciesByName, page } = await readGraph(process.env.GRAPH_FILE);

function countLinks() {
  const links = new Map();
  for (const { node: item } of items) {
    const agencies = item.links.agencies.map(({ node }) => node);
    for (const a of agencies) {
      for (const b of agencies) {
        if (a.id >= b.id) continue;
        if (!links.has(a)) links.set(a, new Map());
        links.get(a).set(b, (links.get(a).get(b) ?? 0) + 1);
      }
    }
  }
  return [...links]
    .flatMap(([a, others]) => [...others].map(([b, sharedCount]) => ({ agencies: [a, b], sharedCount })))
    .sort((a, b) => b.sharedCount - a.sharedCount);
}

await listen({
  schema,
  rootValue: {
    reformItem: ({ code }) => itemsByCode.get(code) ?? null,
    agency: ({ name }) => agenciesByName.get(name) ?? null,
    reformItems({ first, filter }) {
      if (filter?.text == null) return page(items, first);
      const found = items.filter(
        ({ node: { title, content } }) => title.includes(filter.text) || content.includes(filter.text),
      );
      return { ...page(found, first), totalCount: found.length };
    },
    agencyNetwork: () => ({ links: ({ first }) => countLinks().slice(0, first) }),
  },
});
