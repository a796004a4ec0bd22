import type { Label } from '../../../src/domain/model.ts';
import { labelOf, type NodeId } from '../../../src/domain/node-id.ts';
import { ask, askEach, refusal } from '../../support/ask.ts';
import { bulletinRows, importRows } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, globalId, handRead, upperThemeItems } from '../../support/hand-read.ts';
import { readSeedDocument } from '../../support/seeds.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** All scalars of each type, to compare a refetched node with the node of the list. */
const FIELDS = {
  ReformItem: 'id code number title content scopeText agenciesText',
  Agency: 'id name aliases kind level',
  PilotZone: 'id name aliases zoneKind: kind', // another type than the kind of an agency
  Theme: 'id name aliases',
  Region: 'id name aliases',
  Batch: 'id code number title publisher source { name sha256 }',
  PolicyDocument: 'id title',
  Organization: 'id name organizationKind: kind shortNames',
  FirstClaim: 'id scope firstKind: kind subject item { code }',
  Figure: 'id value unit approximation date raw',
  Milestone: 'id dateOrBeginning: date precision milestoneKind: kind endDate part event raw',
} as const;
type Type = keyof typeof FIELDS;

const EVERYTHING = `{
  ReformItem: reformItems(first: 100) { nodes { __typename ${FIELDS.ReformItem} } }
  Agency: agencies(first: 100) { nodes { __typename ${FIELDS.Agency} } }
  PilotZone: pilotZones(first: 100) { nodes { __typename ${FIELDS.PilotZone} } }
  Theme: themes(first: 100) { nodes { __typename ${FIELDS.Theme} } }
  Region: regions { __typename ${FIELDS.Region} }
  Batch: batches { __typename ${FIELDS.Batch} }
  PolicyDocument: documents(first: 100) { nodes { __typename ${FIELDS.PolicyDocument} } }
  Organization: organizations(first: 100) { nodes { __typename ${FIELDS.Organization} } }
  FirstClaim: firstClaims(first: 100) { nodes { __typename ${FIELDS.FirstClaim} } }
  Figure: figures(first: 100) { nodes { __typename ${FIELDS.Figure} } }
  Milestone: milestones(first: 100) { nodes { __typename ${FIELDS.Milestone} } }
}`;
const ANY = `fragment Any on Node { __typename ${Object.entries(FIELDS)
  .map(([type, fields]) => `... on ${type} { ${fields} }`)
  .join(' ')} }`;

/** Every id of the graph, built by hand from the bulletin. Ids are the same on every engine and after every import. */
const EXPECTED_IDS: Record<Type, readonly string[]> = {
  ReformItem: ALL_ITEMS.map((number) => globalId('ReformItem', `tj-7-${number}`)),
  Agency: Object.keys(handRead.agencyItems).map((name) => globalId('Agency', name)),
  PilotZone: Object.keys(handRead.zoneItems).map((name) => globalId('PilotZone', name)),
  Theme: [...Object.keys(handRead.themeItems), ...Object.keys(upperThemeItems)].map((name) =>
    globalId('Theme', name),
  ),
  Region: Object.keys(handRead.regions).map((name) => globalId('Region', name)),
  Batch: [globalId('Batch', 'tj-7')],
  PolicyDocument: readIds('PolicyDocument'),
  Organization: readIds('Organization'),
  FirstClaim: readIds('FirstClaim'),
  Figure: readIds('Figure'),
  Milestone: readIds('Milestone'),
};

/** Ids of the facts that the rules find. tests/unit/ingest/facts compares these facts with hand-made tables. */
function readIds(label: Label): string[] {
  const ids = readSeedDocument().nodes.map(({ id }) => id as NodeId);
  return ids.filter((id) => labelOf(id) === label).map((id) => globalId(label, id.slice(label.length + 1)));
}

interface Node {
  readonly __typename: Type;
  readonly id: string;
}

describeForEachEngine('global ids', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  async function allNodes(): Promise<Node[]> {
    const data: Record<string, Node[] | { nodes: Node[] }> = await ask(server.url, EVERYTHING);
    return Object.values(data).flatMap((list) => (Array.isArray(list) ? list : list.nodes));
  }
  const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { ...Any } } ${ANY}`;
  const nodes = async (ids: readonly string[]): Promise<(Node | null)[]> =>
    (await ask(server.url, NODES, { ids })).nodes;

  test('are derived from kind and key as the contract says, for all 273 listed nodes', async () => {
    const found = await allNodes();
    expect(found).toHaveLength(43 + 23 + 6 + 39 + 2 + 1 + (8 + 60 + 25 + 45 + 21));
    for (const type of Object.keys(FIELDS) as Type[]) {
      const ids = found.filter(({ __typename }) => __typename === type).map(({ id }) => id);
      expect(ids.sort()).toEqual([...EXPECTED_IDS[type]].sort());
    }
    expect(found.every(({ id }) => /^[\w-]+$/.test(id))).toBe(true);
  });

  test('refetch the same node, for every type, by node and by nodes', async () => {
    const found = await allNodes();
    const single = found.map(({ id }) => `node(id: "${id}") { ...Any }`);
    expect(await askEach(server.url, single, ANY, 4)).toEqual(found); // the fragment has its own aliases
    const ids = found.map(({ id }) => id);
    const pages = [0, 100, 200].map((start) => nodes(ids.slice(start, start + 100)));
    expect((await Promise.all(pages)).flat()).toEqual(found);
  });

  test('are the same for a node reached through other nodes', async () => {
    const { reformItem } = await ask(
      server.url,
      `{ reformItem(code: "tj-7-7") { batch { id } promotedTo { id } agencies { nodes { id } } zones { nodes { id } }
         themes { nodes { id broader { id } } } } }`,
    );
    expect(reformItem).toEqual({
      batch: { id: globalId('Batch', 'tj-7') },
      promotedTo: { id: globalId('Region', '天津市') },
      agencies: {
        nodes: [{ id: globalId('Agency', '天津市商务局') }, { id: globalId('Agency', '天津海关') }],
      },
      zones: { nodes: [{ id: globalId('PilotZone', '东疆片区') }] },
      themes: {
        nodes: [{ id: globalId('Theme', '二手车出口'), broader: { id: globalId('Theme', '贸易便利化') } }],
      },
    });
  });

  test('of mixed types return nodes in request order, repeated if repeated, null if not in the graph', async () => {
    const wanted = [
      globalId('Theme', '融资租赁'),
      globalId('ReformItem', 'tj-7-44'),
      globalId('Batch', 'tj-7'),
      globalId('Agency', '天津海关'),
      globalId('Agency', '\u0000'),
      globalId('Theme', '融资租赁'),
      globalId('Agency', '东疆片区'), // a zone, not an agency
      globalId('PilotZone', '东疆片区'),
      globalId('ReformItem', '龙'.repeat(5000)),
    ];
    expect((await nodes(wanted)).map((node) => node?.__typename ?? null)).toEqual([
      'Theme',
      null,
      'Batch',
      'Agency',
      null,
      'Theme',
      null,
      'PilotZone',
      null,
    ]);
    expect(await ask(server.url, `{ node(id: "${wanted[1]}") { id } }`)).toEqual({ node: null });
    expect(await nodes([])).toEqual([]);
  });

  test('stay the same after the batch is replaced and restored', async () => {
    const before = await allNodes();
    const rows = bulletinRows();
    await importRows(server.store, rows.slice(0, 12));
    expect((await allNodes()).length).toBeLessThan(before.length);
    await importRows(server.store, rows);
    const after = await allNodes();
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });
});

describe('invalid ids', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
  const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
  const item = globalId('ReformItem', 'tj-7-1');

  test.each([
    ['empty', ''],
    ['a name', '天津海关'],
    ['a number', 7],
    ['a code', 'tj-7-1'],
    ['the id inside it', 'ReformItem:tj-7-1'],
    ['padded', `${item}=`],
    ['with a trailing space', `${item} `],
    ['in upper case', item.toUpperCase()],
    ['cut short inside a letter', globalId('Agency', '海').slice(0, -1)],
    ['bytes that are no text', Buffer.from([0x41, 0x67, 0xff, 0xfe]).toString('base64url')],
    ['without a key', base64url('ReformItem:')],
    ['without a kind', base64url(':tj-7-1')],
    ['of a kind that is none', base64url('Entity:tj-7-1')],
    ['of the graph itself', base64url('Graph:graph')],
    ['of a property of every object', base64url('constructor:x')],
    ['long', 'A'.repeat(100_000)],
  ])('%s: refused, and the error names the argument', async (_name, id) => {
    const { message, ...rest } = await refusal(server.url, NODE, { id });
    expect(rest).toEqual({ status: 200, code: 'BAD_USER_INPUT', argument: 'id' });
    expect(message).toMatch(/^id: ".*" is not a node id of this server; take it from a node's id field$/s);
    expect(message.length).toBeLessThan(200);
  });

  test('one invalid id among many: the error gives its position', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = [item, globalId('Agency', '没有'), 'x'];
    expect(await refusal(server.url, query, { ids })).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument: 'ids[2]',
    });
  });

  test('accepts 100 ids at once, but not 101', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await ask(server.url, query, { ids: Array(100).fill(item) })).nodes).toHaveLength(100);
    expect(await refusal(server.url, query, { ids: Array(101).fill(item) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'ids',
      message: 'ids: 101 ids; ask for at most 100 at once',
    });
  });
});
