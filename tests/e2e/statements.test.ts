import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../src/server/schema.ts';
import { ask } from '../support/ask.ts';
import { countingStore } from '../support/counting-store.ts';
import { bulletinRows, importRows } from '../support/edited-bulletin.ts';
import { globalId } from '../support/hand-read.ts';
import { readSeedDocument } from '../support/seeds.ts';
import { CACHES_OFF, startTestServer, type TestServer } from '../support/test-server.ts';

const schema = createSchema();
const isNode = (name: string): boolean => {
  const type = schema.getType(name);
  return isInterfaceType(type) || (isObjectType(type) && type.getInterfaces().length > 0);
};

/** All that a field leads to, up to the next nodes: edges, what they carry, their cursors, and pageInfo; of pages, 5. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (isNode(type.name)) return `${field.name} { id }`;
  const page = field.args.some(({ name }) => name === 'first') ? '(first: 5)' : '';
  return `${field.name}${page} { ${fieldsOf(type as GraphQLObjectType)
    .map(selectionOf)
    .join(' ')} }`;
}
const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields());

const nodeTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && isNode(type.name),
);
/** Every field of every kind of node that leads to something else. */
const relations = nodeTypes.flatMap((type) =>
  fieldsOf(type)
    .filter((field) => !isLeafType(getNamedType(field.type)))
    .map((field) => [`${type.name}.${field.name}`, type.name, field] as const),
);

/** Of each kind, one that is related in every way that it can be. */
const RELATED: Record<string, string> = {
  ReformItem: 'tj-7-20',
  Agency: '天津市商务局',
  PilotZone: '天津自贸试验区',
  Theme: '绿色低碳',
  Region: '京津冀',
  Batch: 'tj-7',
  PolicyDocument: '津冀海事机构一体化协同联动执法合作框架协议',
  Organization: '天津滨海柜台交易市场',
  ...statedBy('ReformItem:tj-7-4'),
};

/** Keys of the first claim, figure and milestone that an item states. */
function statedBy(item: string): Record<string, string> {
  const stated = readSeedDocument().relationships.filter(
    ({ type, from }) => type === 'STATES' && from === item,
  );
  return Object.fromEntries(
    ['FirstClaim', 'Figure', 'Milestone'].map((label) => [
      label,
      stated.find(({ to }) => to.startsWith(`${label}:`))?.to.slice(label.length + 1) ?? '',
    ]),
  );
}

type Nodes = { id: string }[];

describe('statements', () => {
  let server: TestServer;
  const counter = countingStore();
  const ids: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await startTestServer('embedded', CACHES_OFF, counter.wrap);
    for (const batch of [8, 9, 10]) await importRows(server.store, bulletinRows().slice(0, 3), batch);
    const data: Record<string, Nodes | { nodes: Nodes }> = await ask(
      server.url,
      `{ ReformItem: reformItems(first: 20) { nodes { id } } Agency: agencies(first: 20) { nodes { id } }
         PilotZone: pilotZones { nodes { id } } Theme: themes(first: 20) { nodes { id } }
         Region: regions { id } Batch: batches { id } PolicyDocument: documents { nodes { id } }
         Organization: organizations(first: 20) { nodes { id } } FirstClaim: firstClaims(first: 20) { nodes { id } }
         Figure: figures(first: 20) { nodes { id } } Milestone: milestones(first: 20) { nodes { id } } }`,
    );
    for (const [type, list] of Object.entries(data))
      ids[type] = (Array.isArray(list) ? list : list.nodes).map(({ id }) => id);
    // The graph has changed since the server read it ahead; who asks first after that waits for it to be read again.
    await ask(server.url, '{ agencyNetwork { nodeCount } }');
  });
  afterAll(() => server.close());

  async function filesOf(query: string, variables: Record<string, unknown> = {}): Promise<string[]> {
    counter.reset();
    await ask(server.url, query, variables);
    return counter
      .files()
      .map((file) => file.replace(/\.cypher$/, ''))
      .sort();
  }

  test('every kind of node is reached, and from each a relation leads on', () => {
    expect(nodeTypes.map(({ name }) => name).sort()).toEqual(Object.keys(RELATED).sort());
    expect(Object.entries(ids).map(([type, { length }]) => [type, length])).toEqual([
      ['ReformItem', 20],
      ['Agency', 20],
      ['PilotZone', 6],
      ['Theme', 20],
      ['Region', 2],
      ['Batch', 4],
      ['PolicyDocument', 8],
      ...['Organization', 'FirstClaim', 'Figure', 'Milestone'].map((type) => [type, 20]),
    ]);
    expect(relations.length).toBeGreaterThanOrEqual(25);
  });

  test.each(relations)('%s: as many for a page of parents as for one', async (_name, type, field) => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${selectionOf(field)} } } }`;
    const related = globalId(type, RELATED[type] as string);
    const one = await filesOf(query, { ids: [related] });
    const all = await filesOf(query, { ids: [...new Set([related, ...(ids[type] ?? [])])] });
    expect(all).toEqual(one);
    expect(one).toEqual([]);
  });

  test.each([
    ['reformItems', 'agencies(first: 2) { nodes { name } }', 0],
    ['reformItems', 'agencies(first: 2) { edges { printedName } }', 0],
    ['reformItems', 'themes { nodes { broader { name } } }', 0],
    ['figures', 'raw evidence { quote } item { zones { edges { evidence { quote } } } }', 1],
    [
      'agencies',
      'reformItems(filter: {regions: ["京津冀"], zones: {isEmpty: true}}) { nodes { number } }',
      1,
    ],
    ['themes', 'narrower { name } broader { name }', 1],
    ['coOwnerships', 'sharedItems { title } agencies { name }', 0],
  ])('%s { %s } with cursors: %i, whether the page is of 1 or of 20', async (list, inner, count) => {
    for (const first of [1, 20]) {
      const files = await filesOf(
        `{ ${list}(first: ${first}) { edges { cursor node { ${inner} } } totalCount } }`,
      );
      expect([first, files.length, files]).toEqual([first, count, files]);
    }
  });

  test('three levels below a theme: none, all is in memory', async () => {
    const files = await filesOf(`{ theme(name: "金融开放创新") {
      reformItems { totalCount edges { cursor node {
        agencies { totalCount edges { cursor node {
          coOwners(first: 10) { totalCount edges { cursor node { name } } } } } } } } } } }`);
    expect(files).toEqual([]);
  });

  test('the words that prove the items of a level: none', async () => {
    const query = '{ agencies { nodes { reformItems { edges { node { number } evidence { quote } } } } } }';
    expect(await filesOf(query)).toEqual(['agency/page']);
  });

  test('the same list under two names is read once, with other arguments twice', async () => {
    const query = (second: string): string =>
      `{ a: themes(first: 2) { nodes { name } } b: themes(first: ${second}) { nodes { aliases } } }`;
    expect(await filesOf(query('2'))).toEqual(['theme/page']);
    expect(await filesOf(query('3'))).toEqual(['theme/page', 'theme/page']);
  });

  test('a filter costs none, however many names it has', async () => {
    const filter =
      '{agencies: {anyOf: ["天津海关", "市商务局", "没有"]}, zones: {noneOf: ["东疆"]}, not: {agencies: {allOf: ["市公安局"]}}}';
    expect(await filesOf(`{ reformItems(filter: ${filter}) { totalCount nodes { number } } }`)).toEqual([]);
  });

  test('22 nodes by their ids, of whichever kinds, take none', async () => {
    const mixed = Object.values(ids).flatMap((each) => each.slice(0, 2));
    expect(await filesOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: mixed })).toEqual([]);
    const aliased = mixed.map((id, index) => `n${index}: node(id: "${id}") { id }`);
    expect(await filesOf(`{ ${aliased.join(' ')} }`)).toEqual([]);
  });

  test('what is refused for its cost, or is not valid, costs none', async () => {
    for (const query of [
      '{ reformItems(first: 100) { nodes { agencies(first: 100) { nodes { name } } } } }',
      '{ reformItems(first: 0) { totalCount } }',
      '{ reformItems(after: "x") { totalCount } }',
      '{ nothing }',
    ]) {
      await expect(filesOf(query)).rejects.toThrow();
      expect(counter.files()).toEqual([]);
    }
  });
});
