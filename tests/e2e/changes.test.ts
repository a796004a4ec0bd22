import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/http/start-server.ts';
import { importDocument, importDocuments } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, refusal } from '../support/ask.ts';
import { documentOf } from '../support/bulletin-document.ts';
import { canonical, dumpStore } from '../support/dump-graph.ts';
import { bulletinRows } from '../support/edited-bulletin.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { globalId } from '../support/hand-read.ts';
import { SIXTH_ROWS, seventh, shanghai, sixth } from '../support/three-bulletins.ts';

interface Change {
  readonly action: 'ADDED' | 'UPDATED' | 'REMOVED';
  readonly nodeId: string | null;
  readonly nodeKind: string | null;
  readonly relationshipKind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly before: string | null;
  readonly after: string | null;
}
const FIELDS = 'action nodeKind nodeId relationshipKind from to before after';
const at = (day: number): Date => new Date(Date.UTC(2024, 6, day));

/** Item 1 has another title and another agency. */
const corrected = sixth([
  { ...(SIXTH_ROWS[0] as (typeof SIXTH_ROWS)[number]), title: '中欧班列提速', agencies: '天津市司法局' },
  SIXTH_ROWS[1] as (typeof SIXTH_ROWS)[number],
]);

describeForEachEngine('changes', (engine) => {
  let server: RunningServer;
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
    await importDocuments(store, [sixth(), seventh(), shanghai()], { now: at(1) });
    await importDocument(store, sixth(), { now: at(2) });
    await importDocument(store, corrected, { now: at(3), replace: true });
    server = await startServer(store, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
    await server.ready;
  });
  afterAll(() => server.close());

  /** All changes since a version, read in pages of `size`. */
  async function follow(since: number, size: number): Promise<Change[]> {
    const found: Change[] = [];
    const { changes } = await ask(server.url, `{ changes(since: ${since}) { nodes { graphVersion } } }`);
    for (const { graphVersion } of changes.nodes) {
      for (let after: string | null = null, more = true; more; ) {
        const data = await ask(
          server.url,
          `query ($since: Int!, $size: Int!, $after: String) { changes(since: $since, first: 1) { nodes {
             details(first: $size, after: $after) { nodes { ${FIELDS} } pageInfo { endCursor hasNextPage } } } } }`,
          { since: graphVersion - 1, size, after },
        );
        const { nodes, pageInfo } = data.changes.nodes[0].details;
        found.push(...nodes);
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
    }
    return found;
  }

  test('one entry for each import with changes, with version, time, batch and counts', async () => {
    const counts = '{ added updated removed }';
    const query = (since: number): string =>
      `{ changes(since: ${since}) { totalCount nodes { graphVersion at batch nodes ${counts} relationships ${counts} details { totalCount } } } }`;
    const { changes } = await ask(server.url, query(0));
    expect(changes.totalCount).toBe(4);
    expect(
      changes.nodes.map(({ graphVersion, at, batch }: Record<string, unknown>) => [graphVersion, at, batch]),
    ).toEqual([
      [1, '2024-07-01T00:00:00.000Z', 'tj-6'],
      [2, '2024-07-01T00:00:00.000Z', 'tj-7'],
      [3, '2024-07-01T00:00:00.000Z', 'sh-3'],
      [4, '2024-07-03T00:00:00.000Z', 'tj-6'],
    ]);
    // The batch's file and the item's title; 司法局, which the seventh batch added, replaces 海关.
    const last = {
      nodes: { added: 0, updated: 2, removed: 0 },
      relationships: { added: 1, updated: 0, removed: 1 },
      details: { totalCount: 4 },
    };
    expect(changes.nodes[3]).toMatchObject(last);
    expect((await ask(server.url, query(3))).changes).toMatchObject({ totalCount: 1, nodes: [last] });
    expect((await ask(server.url, query(4))).changes).toEqual({ totalCount: 0, nodes: [] });
  });

  test('the changes of the last import, with old and new values', async () => {
    const changes = await follow(3, 100);
    const shown = changes.map(({ before, after, ...rest }) => ({
      ...rest,
      before: before === null ? null : JSON.parse(before),
      after: after === null ? null : JSON.parse(after),
    }));
    const none = { nodeKind: null, nodeId: null, relationshipKind: null, from: null, to: null };
    const item = globalId('ReformItem', 'tj-6-1');
    const responsible = { ...none, relationshipKind: 'RESPONSIBLE_FOR', to: item };
    expect(shown).toEqual([
      {
        ...responsible,
        ...{ action: 'REMOVED', from: globalId('Agency', '天津海关'), after: null },
        before: expect.objectContaining({ order: 1, printedName: '天津海关' }),
      },
      {
        ...none,
        ...{ action: 'UPDATED', nodeKind: 'BATCH', nodeId: globalId('Batch', 'tj-6') },
        before: expect.objectContaining({ code: 'tj-6', published: '2023-05-01' }),
        after: expect.objectContaining({ code: 'tj-6', published: '2023-05-01' }),
      },
      {
        ...none,
        ...{ action: 'UPDATED', nodeKind: 'REFORM_ITEM', nodeId: item },
        before: expect.objectContaining({ title: '中欧班列直达', agenciesText: '天津海关' }),
        after: expect.objectContaining({ title: '中欧班列提速', agenciesText: '天津市司法局' }),
      },
      {
        ...responsible,
        ...{ action: 'ADDED', from: globalId('Agency', '天津市司法局'), before: null },
        after: expect.objectContaining({ order: 1, printedName: '天津市司法局' }),
      },
    ]);
  });

  test.each([7, 100])('a client that follows the changes, %i at a time, rebuilds the graph', async (size) => {
    await importDocument(store, documentOf(bulletinRows(), { batch: 9 }), { now: at(4) });
    const held = new Map<string, string | null>();
    for (const { action, nodeId, relationshipKind, from, to, before, after } of await follow(0, size)) {
      const key = nodeId ?? `${relationshipKind} ${from} ${to}`;
      const parsed = (text: string | null) => (text === null ? undefined : canonical(JSON.parse(text)));
      expect([action, held.get(key)]).toEqual([action, parsed(before)]);
      if (action === 'REMOVED') held.delete(key);
      else held.set(key, parsed(after) ?? null);
    }
    const { nodes, relationships } = await dumpStore(store);
    const toId = (id: unknown): string => Buffer.from(String(id)).toString('base64url');
    const graph = [
      ...nodes.map(({ properties }) => [toId((properties as { id: string }).id), properties] as const),
      ...relationships.map(
        ({ type, from, to, properties }) => [`${type} ${toId(from)} ${toId(to)}`, properties] as const,
      ),
    ].map(([key, properties]) => [key, canonical(properties)] as const);
    expect([...held].sort()).toEqual([...graph].sort());
  });

  test('backwards, and after a cursor: the same changes', async () => {
    const page = async (args: string) =>
      (
        await ask(
          server.url,
          `{ changes(since: 0, first: 1) { nodes { details(${args}) { edges { cursor node { nodeId from to } } pageInfo { hasNextPage hasPreviousPage } } } } }`,
        )
      ).changes.nodes[0].details;
    const first = await page('first: 5');
    const following = await page(`first: 2, after: "${first.edges[1].cursor}"`);
    expect(following.edges).toEqual(first.edges.slice(2, 4));
    const ahead = await page(`last: 2, before: "${first.edges[4].cursor}"`);
    expect(ahead.edges).toEqual(first.edges.slice(2, 4));
    expect((await page(`last: 9, before: "${first.edges[2].cursor}"`)).edges).toEqual(
      first.edges.slice(0, 2),
    );
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect((await page('last: 1')).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
  });

  test('refuses a version below 0 and a cursor of another import', async () => {
    expect(await refusal(server.url, '{ changes(since: -1) { totalCount } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'since',
    });
    const { changes } = await ask(
      server.url,
      '{ changes(since: 0) { nodes { details { edges { cursor } } } } }',
    );
    const { cursor } = changes.nodes[0].details.edges[0];
    const other = `{ changes(since: 1) { nodes { details(after: "${cursor}") { totalCount } } } }`;
    expect(await refusal(server.url, other)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
