import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { ask } from '../ask.ts';
import type { CursorSample, GraphValues } from './graph-values.ts';
import { isPaged } from './page-arguments.ts';

/** The number of nodes of each kind whose lists are read. */
const OWNERS = 20;

const NODES = `{
  agencies(first: 100, filter: { minReformItems: 0 }, orderBy: { field: REFORM_ITEM_COUNT, direction: DESC }) {
    nodes { id name aliases formerNames { name } mentions { totalCount } }
  }
  organizations(first: 100) { nodes { id name shortNames } }
  pilotZones(first: 100) { nodes { id name aliases } }
  themes(first: 100) { nodes { id name aliases broader { id } } }
  regions { id name aliases }
  batches { id code number published }
  documents(first: 100) { nodes { id title } }
  reformItems(first: 100) {
    nodes { id code title citations { totalCount } mentions { totalCount } mentionedAgencies { totalCount } }
  }
  figures(first: 100) { nodes { id unit value } }
  firstClaims(first: 100) { nodes { id } }
  milestones(first: 100) { nodes { id date } }
  graph { version }
}`;

interface Node {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Reads values from a running server's graph, to use as arguments for generated operations. */
export async function readGraphValues(url: string, schema: GraphQLSchema): Promise<GraphValues> {
  const data = await ask(url, NODES);
  const all: Record<string, Node[]> = {
    Agency: data.agencies.nodes,
    Organization: data.organizations.nodes,
    PilotZone: data.pilotZones.nodes,
    Theme: data.themes.nodes,
    Region: data.regions,
    Batch: data.batches,
    PolicyDocument: data.documents.nodes,
    ReformItem: data.reformItems.nodes,
    Figure: data.figures.nodes,
    FirstClaim: data.firstClaims.nodes,
    Milestone: data.milestones.nodes,
  };
  const version: number = data.graph.version;
  return {
    texts: textsOf(all),
    numbers: {
      batches: [...fieldsOf(all.Batch, 'number'), 99].map(Number),
      minValue: fieldsOf(all.Figure, 'value').map(Number),
      maxValue: fieldsOf(all.Figure, 'value').map(Number),
      minAgencies: [0, 1, 2, 3],
      maxAgencies: [1, 2, 3],
      minReformItems: [0, 1, 2, 3],
      minShared: [1, 2],
      // Mostly the last import, because cursors of `details` are only valid for that import.
      since: [0, ...Array.from({ length: 8 }, () => version - 1), version],
      depth: [1, 2],
      maxLength: [1, 2, 3, 4],
    },
    cursors: await readCursors(url, schema, all, version),
  };
}

function textsOf(all: Readonly<Record<string, Node[]>>): Record<string, string[]> {
  const ids = Object.fromEntries(Object.entries(all).map(([kind, nodes]) => [kind, fieldsOf(nodes, 'id')]));
  const named = (kind: string): string[] => fieldsOf(all[kind], 'name', 'aliases', 'shortNames');
  const agencies = [...named('Agency'), ...formerNames(all.Agency)];
  const rich = (all.ReformItem ?? []).filter(
    (node) => has(node, 'citations') || has(node, 'mentionedAgencies'),
  );
  const described = (all.Agency ?? []).filter(
    (node) => has(node, 'mentions') || formerNames([node]).length > 0,
  );
  const busiest = (all.Agency ?? []).slice(0, 4);
  const themes = all.Theme ?? [];
  const domains = themes.filter(({ broader }) => broader === null);
  const below = themes.filter(({ broader }) => broader !== null);
  const dates = [...fieldsOf(all.Batch, 'published'), '2015-06-30', '2020-01-01', '2099-12-31'];
  const one = (nodes: readonly Node[] = []): string[] => fieldsOf(nodes.slice(0, 12), 'id', 'name', 'code');
  const ends = Object.values(all).flatMap((nodes) => one(nodes.slice(0, 6)));
  const everyId = Object.values(ids).flat();
  const dimensions = {
    'dimension.AGENCY': fieldsOf(all.Agency, 'id'),
    'dimension.BATCH': one(all.Batch),
    'dimension.DOMAIN': fieldsOf(domains, 'id', 'name'),
    'dimension.REGION': one(all.Region),
    'dimension.THEME': fieldsOf(below, 'id', 'name'),
    'dimension.ZONE': one(all.PilotZone),
  };
  const zones = [...named('PilotZone'), ...(ids.PilotZone ?? [])];
  return {
    ...dimensions,
    'agency.name': [...agencies, ...often(fieldsOf(described, 'name'))],
    'organization.name': named('Organization'),
    'pilotZone.name': named('PilotZone'),
    'region.name': named('Region'),
    'theme.name': named('Theme'),
    'document.title': fieldsOf(all.PolicyDocument, 'title'),
    'batch.code': fieldsOf(all.Batch, 'code'),
    'reformItem.code': [...fieldsOf(all.ReformItem, 'code'), ...often(fieldsOf(rich, 'code'))],
    id: [...everyId, ...often(fieldsOf([...rich, ...described], 'id'))],
    ids: [...everyId, ...often(fieldsOf([...rich, ...described], 'id'))],
    of: ends,
    from: ends,
    to: ends,
    'filter.from': ['2021', '2023-06', '2012-01-01'],
    'filter.to': ['2023', '2024-12', '2012-12-31'],
    a: fieldsOf(all.Batch, 'code'),
    b: fieldsOf(all.Batch, 'code'),
    batch: fieldsOf(all.Batch, 'code'),
    regions: named('Region'),
    text: ['试点', '海关', '企业', '保理', '金融 创新', '中欧班列'],
    query: ['海关', '企业 服务', 'rongzi', '天津 -海关', '东疆', '甲办法', '银行', '中欧班列'],
    units: fieldsOf(all.Figure, 'unit'),
    asOf: dates,
    'coOwnershipMatrix.agencies': fieldsOf(all.Agency, 'id', 'name').slice(0, 30),
    row: fieldsOf(busiest, 'id'),
    column: fieldsOf(busiest, 'id', 'name'),
    ...inSets('agencies', [...agencies, ...(ids.Agency ?? [])]),
    ...inSets('zones', zones),
    ...inSets('themes', [...named('Theme'), ...(ids.Theme ?? [])]),
  };
}

const inSets = (outer: string, names: string[]): Record<string, string[]> =>
  Object.fromEntries(['anyOf', 'allOf', 'noneOf'].map((name) => [`${outer}.${name}`, names]));

const has = (node: Node, list: string): boolean => (node[list] as { totalCount: number }).totalCount > 0;

/** Repeats the texts of nodes with more data, so that they are chosen more often. */
const often = (texts: readonly string[]): string[] => Array.from({ length: 10 }, () => texts).flat();

/** All different texts of the nodes in these fields. A field may be a list. */
const fieldsOf = (nodes: readonly Node[] = [], ...fields: readonly string[]): string[] => [
  ...new Set(
    nodes.flatMap((node) => fields.flatMap((field) => node[field] ?? []).map((value) => String(value))),
  ),
];

const formerNames = (agencies: readonly Node[] = []): string[] =>
  agencies.flatMap(({ formerNames: names }) => (names as { name: string }[]).map(({ name }) => name));

/** Cursors of every connection on a node or on Query, and of connections whose cursors depend on arguments. */
async function readCursors(
  url: string,
  schema: GraphQLSchema,
  all: Readonly<Record<string, readonly Node[]>>,
  version: number,
): Promise<Record<string, CursorSample[]>> {
  const cursors: Record<string, CursorSample[]> = {};
  for (const [kind, nodes] of Object.entries(all)) {
    const type = schema.getType(kind);
    if (!isObjectType(type)) continue;
    const ids = JSON.stringify(nodes.slice(0, OWNERS).map(({ id }) => id));
    for (const name of pagedFields(type)) {
      const data = await ask(
        url,
        `{ nodes(ids: ${ids}) { ... on ${kind} { ${name}(first: 4) { edges { cursor } } } } }`,
      );
      cursors[`${kind}.${name}`] = data.nodes.flatMap((node: Record<string, never>) => samplesOf(node[name]));
    }
  }
  const add = async (key: string, field: string, given?: CursorSample['given']): Promise<void> => {
    const { list } = await ask(url, `{ list: ${field} { edges { cursor } } }`);
    cursors[key] = [...(cursors[key] ?? []), ...samplesOf(list, given)];
  };
  const query = schema.getQueryType() as GraphQLObjectType;
  const ofKind = (name: string): boolean =>
    query.getFields()[name]?.args.every((each) => each.name !== 'query' && each.name !== 'since') ?? false;
  // A cursor of coOwnerships depends on the filter; a cursor of coOwners depends on the agency.
  const ofFilter = (name: string) => (name === 'coOwnerships' ? { filter: null } : undefined);
  for (const name of pagedFields(query).filter(ofKind))
    await add(`Query.${name}`, `${name}(first: 8)`, ofFilter(name));
  delete cursors['Agency.coOwners'];
  // These cursors depend on the order.
  for (const field of ['AGENCY_COUNT', 'TITLE', 'NUMBER'])
    await add('Query.reformItems', `reformItems(first: 5, orderBy: {field: ${field}, direction: DESC})`, {
      orderBy: { field, direction: 'DESC' },
    });
  await add('Query.agencies', 'agencies(first: 5, orderBy: {field: REFORM_ITEM_COUNT})', {
    orderBy: { field: 'REFORM_ITEM_COUNT' },
  });
  for (const words of ['海关', '企业'])
    await add('Query.search', `search(query: "${words}", first: 6)`, {
      query: words,
      kinds: null,
      filter: null,
    });
  await add('Query.changes', 'changes(since: 0, first: 5)');
  const { changes } = await ask(
    url,
    `{ changes(since: ${version - 1}) { nodes { details(first: 6) { edges { cursor } } } } }`,
  );
  cursors['GraphImport.details'] = samplesOf(changes.nodes[0].details);
  return cursors;
}

const pagedFields = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields())
    .filter(isPaged)
    .map(({ name }) => name);

const samplesOf = (
  list: { edges: { cursor: string }[] } | undefined,
  given?: CursorSample['given'],
): CursorSample[] => (list?.edges ?? []).map(({ cursor }) => (given ? { cursor, given } : { cursor }));
