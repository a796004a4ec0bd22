import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryFailed } from '../../src/domain/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { dumpGraph, dumpStore } from '../support/dump-graph.ts';
import { type EngineName, engines } from '../support/engines.ts';
import { inOrder } from '../support/in-order.ts';
import { inlineStatement, type Row } from '../support/inline-statement.ts';
import { queryFiles, statementOf } from '../support/query-files.ts';
import { openSeededStore } from '../support/seeds.ts';
import { READ_CASES, type ReadCase } from './read-cases.ts';
import { WRITE_CASES } from './write-cases.ts';

const schemaFiles = queryFiles.filter((file) => statementOf(file).mode === 'schema');

test('every query file has a case, and every case has a query file', () => {
  expect([...READ_CASES.keys(), ...WRITE_CASES.keys(), ...schemaFiles].sort()).toEqual(queryFiles);
});

test('no test is skipped, omitted, or different on one engine', () => {
  const EXCEPTIONS = [
    /\b(?:test|it|describe)\.(?:skip|only|todo|failing|skipIf)\b/,
    /\bx(?:test|it|describe)\b/,
    /\bengine(?:Name)?\s*[!=]==?/,
    /\bengines\.(?:includes|filter|find)\b/,
    /\bcase '(?:embedded|neo4j)'/,
  ];
  const tests = join(import.meta.dirname, '..');
  const found = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(join(tests, file), 'utf8')
        .split('\n')
        .map((line, index) => ({ at: `${file}:${index + 1}`, line }))
        .filter(({ line }) => EXCEPTIONS.some((exception) => exception.test(line))),
    );
  expect(found).toEqual([]);
});

describe('the same statement gives the same result on every engine', () => {
  const stores = new Map<EngineName, Store>();

  beforeAll(async () => {
    for (const engine of engines) stores.set(engine, await openSeededStore(engine));
  });
  afterAll(async () => {
    for (const store of stores.values()) await store.close();
  });

  /** Runs the work on every engine and compares the last, which is the reference, with the others. */
  async function agree<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const answers = new Map<EngineName, T>();
    for (const [engine, store] of stores) answers.set(engine, await work(store));
    const reference = [...answers.values()].at(-1) as T;
    for (const answer of answers.values()) expect(answer).toEqual(reference);
    return reference;
  }

  describe.each([...READ_CASES])('%s', (file, cases) => {
    const statement = statementOf(file);

    test.each(cases.map((each): [string, ReadCase] => [each.name, each]))('%s', async (_name, each) => {
      await agree(async (store) => inOrder(statement, await store.read(statement, each.params)));
    });

    test('not all of its cases return an empty result', async () => {
      const [store] = stores.values();
      const answers = await Promise.all(cases.map(({ params }) => (store as Store).read(statement, params)));
      expect(answers.flat().length > 0 || NEVER_IN_THIS_BULLETIN.has(file)).toBe(true);
    });
  });

  describe.each([...WRITE_CASES])('%s', (file, cases) => {
    test.each(cases.map((params): [string, Row] => [JSON.stringify(params).slice(0, 60), params]))(
      '%s',
      async (_name, params) => {
        const before = await agree(dumpStore);
        await agree(async (store) => {
          const seen = await undone(store, async (run) => ({
            rows: await run(statementOf(file), params),
            graph: await dumpGraph(run),
          }));
          return { ...seen, graph: { ...seen.graph, version: withoutTime(seen.graph.version) } };
        });
        expect(await agree(dumpStore)).toEqual(before);
      },
    );
  });

  describe.each(schemaFiles)('%s', (file) => {
    test('can be ensured again, and takes effect', async () => {
      const { text } = statementOf(file);
      const label = /FOR \(n:(\w+)\) (?:REQUIRE n\.id IS UNIQUE|ON \(n\.\w+\))\s*$/.exec(text)?.[1];
      expect(label).toBeDefined();
      const twice = inlineStatement(`CREATE (:${label} {id: 'x'}) CREATE (:${label} {id: 'x'})`, {
        mode: 'write',
      });
      await agree(async (store) => {
        await store.ensureSchema();
        await expect(undone(store, (run) => run(twice, {}))).rejects.toThrow(QueryFailed);
      });
    });
  });
});

/**
 * Cases without rows: the vocabulary names no agency above another and merges none, no day of publication is known,
 * and continuing an item requires two batches.
 */
const NEVER_IN_THIS_BULLETIN = new Set([
  'agency/merged-into.cypher',
  'batch/published-until.cypher',
  'load/mergers.cypher',
  'agency/parent.cypher',
  'load/unused.cypher',
  'load/continued-by.cypher',
  'load/continues.cypher',
]);

const withoutTime = (version: Row | undefined): Row => ({ ...version, changedAt: 'some time' });

/** The data visible to the work inside a write that is then rolled back. */
async function undone<T>(store: Store, work: (run: Store['read']) => Promise<T>): Promise<T> {
  const enough = new Error('enough');
  let seen: { readonly value: T } | undefined;
  const write = store.write(async (transaction) => {
    seen = { value: await work((statement, params) => transaction.run(statement, params)) };
    throw enough;
  });
  await write.catch((error) => {
    if (error !== enough) throw error;
  });
  return (seen as { readonly value: T }).value;
}
