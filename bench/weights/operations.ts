import type { GraphStatistics } from '../../src/graphql/cost/graph-statistics.ts';
import type { Work } from '../../src/graphql/cost/weights.ts';

/** A filter that every item matches. All items are checked, so no cached result of the whole graph is used. */
const ALL = 'filter: { minAgencies: 0 }';
const WORDS = ['融资', '天津', '保税 仓储', '跨境 人民币 结算', '东疆', '租赁 飞机', '企业', 'rongzi'];

interface Probe {
  readonly query: string;
  /** How often the probe does the work. */
  readonly times: number | ((statistics: GraphStatistics) => number);
}

/** An operation for each kind of work. It does only that work, or also a filter whose time is subtracted. */
export const PROBES: Readonly<Record<Work, Probe>> = {
  similarItems: { query: '{ reformItems(first: 20) { nodes { similar { score } } } }', times: 20 },
  similarAgencies: { query: '{ agencies(first: 20) { nodes { similar { score } } } }', times: 20 },
  searchWord: { query: '{ search(query: "仓储岛屿") { totalCount } }', times: 1 },
  searchNode: {
    query: '{ search(query: "企业") { totalCount } }',
    times: (statistics) => statistics.holding('企业'),
  },
  spelledWord: { query: '{ search(query: "chuanbo") { totalCount } }', times: 1 },
  filter: { query: '{ reformItems(filter: { minAgencies: 2 }) { totalCount } }', times: 1 },
  filterText: { query: '{ reformItems(filter: { text: "融资" }) { totalCount } }', times: 1 },
  filterWord: { query: '{ reformItems(filter: { text: "企 业 管 理 服 务" }) { totalCount } }', times: 6 },
  network: { query: `{ agencyNetwork(${ALL}) { nodeCount } }`, times: 1 },
  betweenness: { query: `{ agencyNetwork(${ALL}) { nodes { betweenness } } }`, times: 1 },
  closeness: { query: `{ agencyNetwork(${ALL}) { nodes { closeness } } }`, times: 1 },
  pageRank: { query: `{ agencyNetwork(${ALL}) { nodes { pageRank } } }`, times: 1 },
  components: { query: `{ agencyNetwork(${ALL}) { components } }`, times: 1 },
  communities: { query: `{ agencyNetwork(${ALL}) { nodes { community } } }`, times: 1 },
  pairs: { query: '{ coOwnershipMatrix { cellCount } }', times: 1 },
  table: { query: '{ crossTabulation(rows: ZONE, columns: THEME) { total } }', times: 1 },
  tableCells: { query: '{ crossTabulation(rows: AGENCY, columns: THEME) { cells { count } } }', times: 1 },
  highlights: { query: '{ search(query: "保税", first: 20) { edges { highlights { start } } } }', times: 20 },
  facet: { query: '{ reformItems { facets { agencies { count } themes { count } } } }', times: 2 },
  comparison: {
    query: '{ batchComparison(a: "A", b: "B") { themes { countA } agencies { countB } } }',
    times: 3,
  },
  neighbourhood: { query: '{ neighbourhood(of: "AGENCY", depth: 2) { omitted } }', times: 1 },
  paths: { query: '{ paths(from: "AGENCY", to: "OTHER") { length } }', times: 1 },
  factFilter: { query: '{ figures(filter: { minValue: 0 }) { totalCount } }', times: 1 },
  suggestions: { query: '{ search(query: "天津海管局") { suggestions } }', times: 1 },
  unmatched: {
    query: '{ reformItems(filter: {agencies: {anyOf: ["天津海管局"]}}) { unmatched { nearest { name } } } }',
    times: 1,
  },
  figures: { query: '{ figuresByUnit { count } }', times: 1 },
};

/** The other work of each probe. */
export const BESIDE: Partial<Readonly<Record<Work, readonly Work[]>>> = {
  filterText: ['filter'],
  filterWord: ['filter', 'filterText'],
  network: ['filter'],
  betweenness: ['filter', 'network'],
  closeness: ['filter', 'network'],
  pageRank: ['filter', 'network'],
  components: ['filter', 'network'],
  communities: ['filter', 'network'],
  tableCells: ['table'],
  searchNode: ['searchWord'],
  spelledWord: ['searchWord'],
  highlights: ['searchWord'],
};

const DIMENSIONS = ['AGENCY', 'ZONE', 'THEME', 'DOMAIN', 'REGION', 'BATCH'];
const MEASURES = ['betweenness', 'closeness', 'pageRank', 'component', 'community'];
const FACETS = ['agencies', 'zones', 'themes', 'domains', 'regions', 'batches'];

/** 100 operations that compute, unlike the probes: other sizes and arguments, and several kinds of work at once. */
export const OPERATIONS: readonly string[] = [
  ...[1, 5, 10, 50, 100].map(
    (first) => `{ reformItems(first: ${first}) { nodes { similar(first: 10) { score } } } }`,
  ),
  ...[1, 5, 10, 50].map(
    (first) => `{ agencies(first: ${first}) { nodes { similar(first: 10) { score } } } }`,
  ),
  ...WORDS.map((query) => `{ search(query: "${query}") { totalCount kindCounts { count } } }`),
  ...WORDS.map((query) => `{ search(query: "${query}", first: 5) { edges { highlights { start } } } }`),
  ...MEASURES.map((name) => `{ agencyNetwork(${ALL}) { nodeCount nodes(first: 500) { ${name} } } }`),
  `{ agencyNetwork(${ALL}) { components nodes { ${MEASURES.join(' ')} } links { sharedCount } } }`,
  ...DIMENSIONS.flatMap((rows) =>
    DIMENSIONS.slice(0, 5).map(
      (columns) => `{ crossTabulation(rows: ${rows}, columns: ${columns}) { total counts } }`,
    ),
  ),
  ...DIMENSIONS.slice(0, 4).map(
    (rows) =>
      `{ crossTabulation(rows: ${rows}, columns: THEME) { cells(first: 1000) { count } emptyCells { count } } }`,
  ),
  ...FACETS.map((name) => `{ reformItems { facets { ${name} { count } } } }`),
  `{ reformItems { facets { ${FACETS.map((name) => `${name} { count }`).join(' ')} } } }`,
  `{ reformItems(${ALL}) { facets { agencies { count } zones { count } } } }`,
  '{ coOwnershipMatrix { counts } }',
  `{ coOwnershipMatrix(${ALL}) { counts cells { sharedCount } } }`,
  `{ coOwnerships(${ALL}) { nodes { sharedCount } } }`,
  ...[5, 50].map((first) => `{ agencies(first: ${first}) { nodes { coOwners { nodes { id } } } } }`),
  ...[5, 50].map((first) => `{ themes(first: ${first}) { nodes { agencies { count } zones { count } } } }`),
  ...[5, 50].map((first) => `{ agencies(first: ${first}) { nodes { themes { count } zones { count } } } }`),
  '{ pilotZones { nodes { themes { count } agencies { count } } } }',
  ...[1, 2, 3].map((depth) => `{ neighbourhood(of: "AGENCY", depth: ${depth}) { omitted } }`),
  '{ paths(from: "AGENCY", to: "OTHER", first: 100, maxLength: 8) { length } }',
  '{ batchComparison(a: "A", b: "B") { zones { countA } } }',
  '{ figuresByUnit { unit total } }',
  '{ figures(filter: { minValue: 100 }) { totalCount } }',
  '{ timeline(filter: { from: "2023" }) { totalCount } }',
  '{ firstClaims(filter: { scopes: [NATIONAL] }) { totalCount } }',
  '{ reformItems(filter: { minAgencies: 2 }) { totalCount } }',
  `{ batches { code reformItems(filter: { text: "企业" }) { totalCount } } }`,
  '{ regions { reformItems { facets { themes { count } } } } }',
  '{ reformItem(code: "tj-7-1") { code } paths(from: "AGENCY", to: "OTHER", maxLength: 4) { length } }',
  '{ reformItems(filter: { text: "服务" }) { totalCount } }',
  '{ reformItems(filter: { not: { text: "企业" } }) { totalCount } }',
  '{ agencies(filter: { reformItems: { text: "金融" } }) { totalCount } }',
  '{ figures(filter: { reformItems: { text: "贸易" } }) { totalCount } }',
];
