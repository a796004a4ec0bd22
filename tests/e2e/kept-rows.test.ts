import { ask } from '../support/ask.ts';
import { countingStore } from '../support/counting-store.ts';
import { bulletinRows, importRows } from '../support/edited-bulletin.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** A second look at what was read is free: whole answers are off here, so that rows are what is kept. */
describeForEachEngine('rows that are kept', (engine) => {
  let server: TestServer;
  const counter = countingStore();
  beforeAll(async () => {
    server = await startTestServer(
      engine,
      { ANSWER_CACHE_MB: '0', ROW_CACHE_MB: '64', GRAPH_FRESHNESS_MS: '60000' },
      counter.wrap,
    );
  });
  afterAll(() => server.close());

  async function filesOf(query: string): Promise<string[]> {
    counter.reset();
    await ask(server.url, query);
    return counter.files().map((file) => file.replace(/\.cypher$/, ''));
  }

  test('the same question again takes no statement, in other words too', async () => {
    expect(await filesOf('{ regions { name } batches { code } }')).toEqual(['region/all', 'batch/all']);
    expect(await filesOf('{ again: regions { id } batches { title: code } }')).toEqual([]);
  });

  test('another question takes statements for those blocks of changes only that nobody has asked about', async () => {
    const changes = (page: string): string =>
      `{ changes(since: 0) { nodes { details(${page}) { nodes { action } } } } }`;
    expect(await filesOf(changes('first: 10'))).toEqual(['changes/imports', 'changes/blocks']);
    expect(await filesOf(changes('first: 5'))).toEqual([]);
    // The bulletin is far more than one block.
    expect(await filesOf(changes('last: 5'))).toEqual(['changes/blocks']);
  });

  test('what is asked for in another way is another question: another page, a count, a filter', async () => {
    await filesOf('{ themes(first: 3) { nodes { name } } }');
    expect(await filesOf('{ themes(first: 2) { nodes { name } } }')).toEqual(['theme/page']);
    expect(await filesOf('{ themes(first: 3) { nodes { name } totalCount } }')).toEqual(['theme/page']);
    expect(await filesOf('{ themes(first: 3) { nodes { name } } }')).toEqual([]);
  });

  test('a list of items, filtered too, and what they are linked to, takes none: it comes from the graph in memory', async () => {
    const query = `{ reformItems(last: 2, filter: {text: "融资租赁", zones: {anyOf: ["东疆"]}}) {
      totalCount nodes { batch { code } agencies { nodes { name parent { name } } } figures { value } } } }`;
    expect(await filesOf(query)).toEqual([]);
  });

  test('an import puts all away, and the next answers are of it', async () => {
    const question =
      '{ reformItems(first: 3) { nodes { code } totalCount } agency(name: "天津海关") { reformItems { totalCount } } }';
    const before = await ask(server.url, question);
    expect(await filesOf(question)).toEqual([]);
    await importRows(server.store, bulletinRows().slice(0, 3), 8); // of which 2 and 3 are of 天津海关
    const after = await ask(server.url, question);
    expect([before.reformItems.totalCount, before.agency.reformItems.totalCount]).toEqual([43, 4]);
    expect([after.reformItems.totalCount, after.agency.reformItems.totalCount]).toEqual([46, 6]);
  });
});
