import type { Store } from '../../../src/store/store.ts';
import { importRows, type Row } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { CACHES_OFF, startTestServer, type TestServer } from '../../support/test-server.ts';

const CLIENTS = 32;
const EDITIONS = 6;
const FRESHNESS_MS = 300;

/** A batch with its edition number in every item. */
const edition = (number: number): Row[] =>
  [1, 2, 3].map((item) => ({
    number: item,
    title: `第${number}版第${item}条`,
    content: `东疆片区试行第${number}版，办理业务${number}笔。`,
    scope: '天津市',
    agencies: '天津海关 天津海事局',
  }));
/** Queries by key, over relationships, by list and by search. Each answer contains the edition. */
const QUESTION = `{
  reformItem(code: "tj-8-1") { title figures { raw } agencies { nodes { name reformItems(filter: {batch: ["tj-8"]}) { nodes { title } } } } }
  reformItems(filter: {batch: ["tj-8"]}) { nodes { title content } }
  neighbourhood(of: "tj-8-2") { nodes { node { ... on ReformItem { title } } } }
  figures(filter: {reformItems: {batch: ["tj-8"]}}) { nodes { raw } }
  search(query: "试行第", kinds: [REFORM_ITEM]) { nodes { ... on ReformItem { title } } }
}`;
const editionsIn = (answer: unknown): Set<number> =>
  new Set(
    [...JSON.stringify(answer).matchAll(/第(\d+)版|"(\d+)笔"/g)].map(([, text, figure]) =>
      Number(text ?? figure),
    ),
  );

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Simulates writes by another process: the server does not notice the writes of its own store. */
const unaware = (store: Store): Store =>
  new Proxy(store, {
    get: (target, property) => {
      if (property === 'writes') return 0;
      if (property === 'isRemote') return true;
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

describeForEachEngine('answers during an import', (engine) => {
  test.each([
    ['kept and compiled', { COMPILE: 'always' }],
    ['neither', { ...CACHES_OFF, GRAPH_FRESHNESS_MS: String(FRESHNESS_MS) }],
  ])(
    '%s: no answer mixes two editions, and none is older than the freshness limit',
    async (_name, environment) => {
      const server: TestServer = await startTestServer(
        engine,
        {
          GRAPH_FRESHNESS_MS: String(FRESHNESS_MS),
          // A request waits for the newer graph instead of an answer from an older one.
          GRAPH_MAX_STALE_MS: '0',
          ...environment,
          QUERY_TIMEOUT_MS: '30000',
        },
        unaware,
      );
      try {
        await importRows(server.store, edition(1), 8);
        // Before that, an answer may come from the previous graph, which does not have this batch.
        await sleep(FRESHNESS_MS);
        /** The time at which each edition was certainly in the graph. */
        const since = [0, performance.now()];
        let done = false;
        const seen = new Set<number>();
        const ask = async (): Promise<void> => {
          const asked = performance.now();
          const { data, errors } = await postGraphql(server.url, QUESTION);
          expect(errors).toBeUndefined();
          const found = editionsIn(data);
          expect([...found]).toHaveLength(1);
          const [number] = [...found] as [number];
          seen.add(number);
          const next = since[number + 1];
          if (next !== undefined) expect(asked - next).toBeLessThanOrEqual(FRESHNESS_MS);
        };
        const clients = Array.from({ length: CLIENTS }, async () => {
          while (!done) await ask();
        });
        for (let number = 2; number <= EDITIONS; number += 1) {
          await importRows(server.store, edition(number), 8);
          since[number] = performance.now();
          // Until a client has seen it: a busy machine needs a while to read the new graph.
          for (let waits = 0; waits < 100 && !seen.has(number); waits += 1) await sleep(FRESHNESS_MS / 3);
        }
        done = true;
        await Promise.all(clients);
        expect(seen.size).toBeGreaterThan(1);
        await sleep(FRESHNESS_MS);
        expect([...editionsIn((await postGraphql(server.url, QUESTION)).data)]).toEqual([EDITIONS]);
      } finally {
        await server.close();
      }
    },
    120_000,
  );
});
