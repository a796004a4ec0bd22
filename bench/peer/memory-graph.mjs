import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A list as our schema pages it; each edge holds the properties of its relationship and the node. */
const connection = (edges) => ({
  totalCount: edges.length,
  edges,
  nodes: edges.map(({ node }) => node),
});
const page = (edges, first = 20) => connection(edges.length > first ? edges.slice(0, first) : edges);
const plain = (edges) => edges.map(({ node }) => node);

/** graphql-js calls a method with the arguments of the field, so objects like these need no resolvers. */
class Item {
  links = {
    agencies: [],
    zones: [],
    themes: [],
    regions: [],
    batches: [],
    documents: [],
    organizations: [],
    mentionedAgencies: [],
    firstClaims: [],
    figures: [],
    milestones: [],
  };
  agencies({ first }) {
    return page(this.links.agencies, first);
  }
  zones({ first }) {
    return page(this.links.zones, first);
  }
  themes({ first }) {
    return page(this.links.themes, first);
  }
  mentionedAgencies({ first }) {
    return page(this.links.mentionedAgencies, first);
  }
  promotedTo() {
    return this.links.regions[0].node;
  }
  batch() {
    return this.links.batches[0].node;
  }
  documents() {
    return plain(this.links.documents);
  }
  organizations() {
    return plain(this.links.organizations);
  }
  firstClaims() {
    return plain(this.links.firstClaims);
  }
  figures() {
    return plain(this.links.figures);
  }
  milestones() {
    return plain(this.links.milestones);
  }
}

class Agency {
  links = { items: [] };
  reformItems({ first }) {
    return page(this.links.items, first);
  }
  coOwners({ first }) {
    const shared = new Map();
    for (const { node: item } of this.links.items) {
      for (const { node } of item.links.agencies)
        if (node !== this) shared.set(node, (shared.get(node) ?? 0) + 1);
    }
    const edges = [...shared].map(([node, sharedCount]) => ({ node, sharedCount }));
    edges.sort((a, b) => b.sharedCount - a.sharedCount);
    return page(edges, first);
  }
}

class Other {
  links = {};
}

/** From an item: the relationship and the label at its other end, and the list that it goes into. */
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

const CLASSES = { ReformItem: Item, Agency };

/** @param file a node or relationship a line, as ../compare/dump-graph.ts writes it, nodes first */
export async function readGraph(file) {
  const nodes = new Map();
  const lists = { ReformItem: [], Agency: [] };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { label, node, type, from, to, properties } = JSON.parse(line);
    if (label !== undefined) {
      const made = Object.assign(new (CLASSES[label] ?? Other)(), node);
      nodes.set(node.id, made);
      lists[label]?.push(made);
    } else if (type === 'RESPONSIBLE_FOR') {
      const [agency, item] = [nodes.get(from), nodes.get(to)];
      agency.links.items.push({ ...properties, node: item });
      item.links.agencies.push({ ...properties, node: agency });
    } else {
      const list = LISTS[`${type} ${to.slice(0, to.indexOf(':'))}`];
      if (list !== undefined) nodes.get(from).links?.[list]?.push({ ...properties, node: nodes.get(to) });
    }
  }
  const byPosition = (a, b) => (a.position < b.position ? -1 : 1);
  lists.ReformItem.sort(byPosition);
  for (const item of lists.ReformItem) item.links.agencies.sort((a, b) => a.order - b.order);
  for (const agency of lists.Agency) agency.links.items.sort((a, b) => byPosition(a.node, b.node));
  return {
    items: lists.ReformItem.map((node) => ({ node })),
    itemsByCode: new Map(lists.ReformItem.map((item) => [item.code, item])),
    agenciesByName: new Map(lists.Agency.map((agency) => [agency.name, agency])),
    page,
  };
}
