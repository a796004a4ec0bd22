import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const forge = (...parts: unknown[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
const LIST = 'reform-items NUMBER ASC';

/** Well-formed cursors that the server never gave out. Each is a position in the list, whatever it contains. */
describeForEachEngine('forged cursors of the right form', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  async function itemsAfter(cursor: string): Promise<number[]> {
    const query = 'query ($after: String) { reformItems(first: 100, after: $after) { nodes { number } } }';
    const { reformItems } = await ask(server.url, query, { after: cursor });
    return reformItems.nodes.map(({ number }: { number: number }) => number);
  }

  test('a key before all items: the whole list', async () => {
    for (const key of ['', '\u0000', '\u0001\u001f\n\r\t', ' ', '!'.repeat(1000)]) {
      expect(await itemsAfter(forge(LIST, 1, key, ''))).toEqual(ALL_ITEMS);
    }
  });

  test('a key after all items: nothing, no matter how long the key is', async () => {
    for (const key of ['zz', '龙', '😀', '\ud83d', 'z'.repeat(100_000), `z' OR 1=1 // "\\`]) {
      expect(await itemsAfter(forge(LIST, 1, key, '\u0000'))).toEqual([]);
    }
  });

  test('a version that does not exist yet', async () => {
    expect(await itemsAfter(forge(LIST, Number.MAX_SAFE_INTEGER, '', ''))).toEqual(ALL_ITEMS);
  });

  test('the largest and smallest integers, in a list sorted by numbers', async () => {
    const query = 'query ($after: String) { coOwnerships(after: $after) { nodes { sharedCount } } }';
    const { coOwnerships } = await ask(server.url, '{ coOwnerships { pageInfo { endCursor } } }');
    // A list sorted by counts belongs to one graph. Its cursors name that graph.
    const given = Buffer.from(coOwnerships.pageInfo.endCursor, 'base64url').toString('utf8');
    const [list, version, , , graph] = JSON.parse(given);
    const pairsAfter = async (key: number): Promise<number> => {
      const after = forge(list, version, key, '\u0000', graph);
      return (await ask(server.url, query, { after })).coOwnerships.nodes.length;
    };
    expect(await pairsAfter(-Number.MAX_SAFE_INTEGER)).toBe(19);
    expect(await pairsAfter(-2)).toBe(19); // before the pair with two shared items, because its id is greater
    expect(await pairsAfter(0)).toBe(0);
    expect(await pairsAfter(Number.MAX_SAFE_INTEGER)).toBe(0);
  });
});
