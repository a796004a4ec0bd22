import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A list in the form of our schema's connections. Each edge has its relationship's properties and its node. */
const listOf = (edges) => ({
  totalCount: edges.length,
  edges,
  nodes: edges.map(({ node }) => node),
});

/** The first entries of a list with nodes, edges or both; the list itself if it is not longer than that. */
export const page = (list, first = 20) =>
  list.totalCount <= first
    ? list
    : { totalCount: list.totalCount, edges: list.edges?.slice(0, first), nodes: list.nodes?.slice(0, first) };

/** For an item's relationships: type and label at the other end → the item's list. */
const LISTS = {
  'PILOTED_IN PilotZone': 'zones',
  'HAS_THEME Theme': 'themes',
  'PROMOTED_TO Region': 'regions',
  'PUBLISHED_IN Batch': 'batches',
  'CITES PolicyDocument': 'documents',
  'MENTIONS Organization': 'organizations',
  'MENTIONS_AGENCY Agency': 'mentionedAgencies',
  'STATES FirstClaim': 'firstClaims',
  'STATES Figure': 'figures',
  'STATES Milestone': 'milestones',
};

const byPosition = (a, b) => (a.position < b.position ? -1 : 1);

/** @param file one node or relationship per line, nodes first, as ../compare/dump-graph.ts writes it */
export async function readGraph(file) {
  const nodes = new Map();
  const items = [];
  const agencies = [];
  /** The edges of each item's lists, and of each agency's items. */
  const edges = new Map();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { label, node, type, from, to, properties } = JSON.parse(line);
    if (label !== undefined) {
      nodes.set(node.id, node);
      if (label === 'ReformItem') {
        items.push(node);
        const lists = ['agencies', ...Object.values(LISTS)];
        edges.set(node, Object.fromEntries(lists.map((list) => [list, []])));
      } else if (label === 'Agency') {
        agencies.push(node);
        edges.set(node, { reformItems: [] });
      }
    } else if (type === 'RESPONSIBLE_FOR') {
      const [agency, item] = [nodes.get(from), nodes.get(to)];
      edges.get(agency).reformItems.push({ ...properties, node: item });
      edges.get(item).agencies.push({ ...properties, node: agency });
    } else {
      const list = LISTS[`${type} ${to.slice(0, to.indexOf(':'))}`];
      edges.get(nodes.get(from))?.[list]?.push({ ...properties, node: nodes.get(to) });
    }
  }
  items.sort(byPosition);
  for (const item of items) setRelations(item, edges.get(item));
  for (const agency of agencies) {
    const { reformItems } = edges.get(agency);
    agency.reformItems = listOf(reformItems.sort((a, b) => byPosition(a.node, b.node)));
  }
  return {
    items: { totalCount: items.length, nodes: items },
    itemsByCode: new Map(items.map((item) => [item.code, item])),
    agenciesByName: new Map(agencies.map((agency) => [agency.name, agency])),
    network: { links: countLinks(items) },
  };
}

/** Sets an item's relations under their names in our schema. */
function setRelations(item, edges) {
  const plain = (list) => edges[list].map(({ node }) => node);
  item.promotedTo = edges.regions[0].node;
  item.batch = edges.batches[0].node;
  item.agencies = listOf(edges.agencies.sort((a, b) => a.order - b.order));
  item.zones = listOf(edges.zones);
  item.themes = listOf(edges.themes);
  item.mentionedAgencies = listOf(edges.mentionedAgencies);
  item.documents = plain('documents');
  item.organizations = plain('organizations');
  item.firstClaims = plain('firstClaims');
  item.figures = plain('figures');
  item.milestones = plain('milestones');
}

/** The pairs of agencies that share items, most shared first. They depend only on the graph, so count them once. */
function countLinks(items) {
  const links = new Map();
  for (const item of items) {
    const agencies = item.agencies.nodes;
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
