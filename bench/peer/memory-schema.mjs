import { buildSchema } from 'graphql';
import { page } from './memory-graph.mjs';

/** The part of our schema that ../compare/our-dialect.ts queries. */
const typeDefs = /* GraphQL */ `
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
`;

/** Only fields with arguments need resolvers: in all other respects the objects have the shape of the schema. */
const resolversOf = ({ items, itemsByCode, agenciesByName, network }) => ({
  Query: {
    reformItem: (_, { code }) => itemsByCode.get(code) ?? null,
    agency: (_, { name }) => agenciesByName.get(name) ?? null,
    reformItems: (_, { first, filter }) =>
      page(filter?.text == null ? items : itemsContaining(items, filter.text), first),
    agencyNetwork: () => network,
  },
  AgencyNetwork: { links: ({ links }, { first }) => links.slice(0, first) },
  ReformItem: {
    agencies: pageOf('agencies'),
    zones: pageOf('zones'),
    themes: pageOf('themes'),
    mentionedAgencies: pageOf('mentionedAgencies'),
  },
  Agency: {
    reformItems: pageOf('reformItems'),
    coOwners: (agency, { first }) => page(coOwnersOf(agency), first),
  },
});

const pageOf =
  (list) =>
  (owner, { first }) =>
    page(owner[list], first);

function itemsContaining({ nodes }, text) {
  const found = nodes.filter(({ title, content }) => title.includes(text) || content.includes(text));
  return { totalCount: found.length, nodes: found };
}

/** Most shared first. */
function coOwnersOf(agency) {
  const shared = new Map();
  for (const item of agency.reformItems.nodes) {
    for (const other of item.agencies.nodes)
      if (other !== agency) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const edges = Array.from(shared, ([node, sharedCount]) => ({ node, sharedCount }));
  edges.sort((a, b) => b.sharedCount - a.sharedCount);
  return { totalCount: edges.length, edges };
}

/** @param graph the result of readGraph */
export function createSchema(graph) {
  const schema = buildSchema(typeDefs);
  for (const [type, fields] of Object.entries(resolversOf(graph))) {
    for (const [field, resolve] of Object.entries(fields))
      schema.getType(type).getFields()[field].resolve = resolve;
  }
  return schema;
}
