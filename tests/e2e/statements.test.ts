import { ask } from '../support/ask.ts';
import { countingStore } from '../support/counting-store.ts';
import { bulletinRows, importRows } from '../support/edited-bulletin.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Only changes run statements; everything else is answered from the snapshot. */
describeForEachEngine('the statements of a request', (engine) => {
  let server: TestServer;
  const counter = countingStore();
  beforeAll(async () => {
    server = await startTestServer(
      engine,
      { ANSWER_CACHE_MB: '0', GRAPH_FRESHNESS_MS: '60000' },
      counter.wrap,
    );
  });
  afterAll(() => server.close());

  async function filesOf(query: string): Promise<string[]> {
    counter.reset();
    await ask(server.url, query);
    return counter.files().map((file) => file.replace(/\.cypher$/, ''));
  }

  test.each([
    '{ regions { name } batches { code } graph { version builtAt nodes { count } relationships { count } sources { code } } }',
    '{ agencies { nodes { name } totalCount } pilotZones { nodes { name } } themes { nodes { name } } }',
    '{ firstClaims { nodes { id } } figures { nodes { id } } milestones { nodes { id } } timeline { nodes { id } } }',
    '{ figuresByUnit { unit } documents { nodes { title } } organizations { nodes { name } } }',
    `{ reformItems(last: 2, filter: {text: "融资租赁", zones: {anyOf: ["东疆"]}}) {
      totalCount nodes { batch { code } agencies { nodes { name parent { name } } } figures { value } } } }`,
  ])('%s runs none', async (query) => {
    expect(await filesOf(query)).toEqual([]);
  });

  test('changes runs one for the imports, and one for the changes of all of them', async () => {
    await importRows(server.store, bulletinRows().slice(0, 3), 8);
    const query = '{ changes(since: 0) { graphVersion nodes { details(first: 5) { nodes { action } } } } }';
    await ask(server.url, query);
    expect(await filesOf(query)).toEqual(['changes/imports', 'changes/blocks']);
  });

  test('the next answers after an import show it', async () => {
    const question =
      '{ reformItems(first: 3) { totalCount } agency(name: "天津海关") { reformItems { totalCount } } changes(since: 0) { graphVersion } }';
    const before = await ask(server.url, question);
    await importRows(server.store, bulletinRows().slice(0, 3), 9); // 2 and 3 are of 天津海关
    const after = await ask(server.url, question);
    expect(after.reformItems.totalCount - before.reformItems.totalCount).toBe(3);
    expect(after.agency.reformItems.totalCount - before.agency.reformItems.totalCount).toBe(2);
    expect(after.changes.graphVersion - before.changes.graphVersion).toBe(1);
  });
});
