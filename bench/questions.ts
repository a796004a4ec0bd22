/**
 * The relationship questions, each next to the same question written by hand in Cypher and sent by the raw driver:
 * `npm run bench:questions -- seeds|synthetic URL…`. Each URL (file:PATH, bolt://HOST:PORT) must already contain the
 * bulletins of that name. Gives ratios within one run, no pass or fail. bench/README.md explains how to read it.
 */
import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { execute, parse } from 'graphql';
import { openSearchIndex } from '../src/features/search/open-search.ts';
import { ComputeQueue } from '../src/graphql/cost/compute-queue.ts';
import { RequestContext } from '../src/graphql/request-context.ts';
import { createResultCache } from '../src/graphql/result-cache.ts';
import { createSchema } from '../src/server/schema.ts';
import { SnapshotSource } from '../src/snapshot/snapshot-source.ts';
import { SLICE_MS } from '../src/snapshot/time-slices.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { OUR_QUESTIONS, variablesOf } from './our-questions.ts';
import { openRaw } from './raw-driver.ts';
import { RAW_QUERIES, type RawQuery, SAMPLES, type Sample } from './raw-queries.ts';

const WARM_UPS = 40;
const RUNS = 40;
/** Milliseconds after which the warm-up of a question stops. */
const PATIENCE = 4000;
const OPTIONS = { timeoutMs: 60_000 };

async function p50(ask: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let run = 0; run < WARM_UPS && performance.now() - begun < PATIENCE; run += 1) await ask();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS / 2] as number;
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;

type Table = Record<string, Record<string, number>>;

/** The hand-written statements run first, because only one opener at a time can use the embedded engine's file. */
async function timeRaw(url: string, sample: Sample): Promise<Table> {
  const driver = await openRaw(url);
  const table: Table = {};
  for (const [name, query] of Object.entries<RawQuery>(RAW_QUERIES)) {
    if (query.only !== undefined) continue;
    table[name] = { 'by hand': await p50(() => driver.read(query.cypher, query.params(sample))) };
  }
  await driver.close();
  return table;
}

/** Measures how long it takes to read the graph and index its texts, and how long this blocks the event loop. */
async function readAhead(snapshots: SnapshotSource): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const snapshot = await snapshots.refresh();
  const read = performance.now();
  await openSearchIndex(snapshot);
  const indexed = performance.now();
  delay.disable();
  console.log(
    `${snapshot.nodes.length} nodes: read in ${rounded(read - start)} ms, indexed in ${rounded(indexed - read)} ms, ` +
      `the event loop held up ${rounded(delay.max / 1e6)} ms at most; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}

async function timeOurs(
  store: Store,
  snapshots: SnapshotSource,
  sample: Sample,
  table: Table,
): Promise<void> {
  const schema = createSchema();
  // Nothing is cached between questions.
  const limits = { all: Number.POSITIVE_INFINITY, client: Number.POSITIVE_INFINITY, slice: SLICE_MS };
  const options = {
    ...{ store, kept: createResultCache(0), queue: new ComputeQueue(limits), client: 'bench' },
    ...{ maxObjects: Number.POSITIVE_INFINITY, deadlineMs: 60_000, explain: false },
  };
  const graph = await snapshots.current();
  const newContext = () => new RequestContext(graph, options);
  for (const [name, { ask, document }] of Object.entries(OUR_QUESTIONS)) {
    const line = table[name] ?? {};
    line.ours = await p50(() => ask(newContext(), sample));
    const parsed = parse(document);
    line['as GraphQL'] = await p50(async () => {
      const result = await execute({
        schema,
        document: parsed,
        contextValue: newContext(),
        variableValues: variablesOf(sample),
      });
      if (result.errors) throw result.errors[0];
    });
    line.ratio = (line.ours as number) / (line['by hand'] as number);
    table[name] = Object.fromEntries(Object.entries(line).map(([column, value]) => [column, rounded(value)]));
  }
}

async function main(sample: Sample, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const table = await timeRaw(url, sample);
    const store = await openStore(url, {}, OPTIONS);
    const snapshots = new SnapshotSource(store, { freshnessMs: 60_000, maxStaleMs: 0 });
    console.log(`\n${store.description}, milliseconds, p50 of ${RUNS}`);
    await readAhead(snapshots);
    await timeOurs(store, snapshots, sample, table);
    console.table(table);
    await store.close();
  }
}

const [name, ...urls] = process.argv.slice(2);
if ((name === 'seeds' || name === 'synthetic') && urls.length > 0) await main(SAMPLES[name], urls);
else {
  console.error('npm run bench:questions -- seeds|synthetic URL…');
  process.exitCode = 1;
}
