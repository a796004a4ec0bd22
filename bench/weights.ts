/**
 * Measures computing fields and compares the times with `src/graphql/cost/weights.ts`: `npm run bench:weights`. Prints
 * the weights that fit this machine, then the calculated and the measured time of 100 operations. Takes at most some
 * minutes. Measures processor time, so that other processes on the machine disturb it little.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, type OperationDefinitionNode, parse } from 'graphql';
import { openSearchIndex } from '../src/features/search/open-search.ts';
import { ComputeQueue } from '../src/graphql/cost/compute-queue.ts';
import { CostCalculator } from '../src/graphql/cost/cost-calculator.ts';
import { statisticsOf } from '../src/graphql/cost/graph-statistics.ts';
import { WEIGHTS, type Work, weightOf } from '../src/graphql/cost/weights.ts';
import type { MaybePromise } from '../src/graphql/maybe-promise.ts';
import { RequestContext } from '../src/graphql/request-context.ts';
import { createResultCache } from '../src/graphql/result-cache.ts';
import { createSchema } from '../src/server/schema.ts';
import type { GraphSnapshot } from '../src/snapshot/graph-snapshot.ts';
import type { Pieces } from '../src/snapshot/time-slices.ts';
import { readSeeds } from './snapshot-of-seeds.ts';
import { writeSynthetic } from './synthetic.ts';
import { BESIDE, OPERATIONS, PROBES } from './weights/operations.ts';

const LARGE = 10_000;
const RUNS = 7;
const FACTOR = 3;
/** Smaller differences count as zero. */
const NEGLIGIBLE_MS = 0.3;

const schema = createSchema();
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const cpuMs = (): number => process.cpuUsage().user / 1000;

/** Adds up the computing time of an operation's parts. */
class TimedContext extends RequestContext {
  readonly times = { all: 0, longest: 0 };

  override compute<T>(work: () => T | Pieces<T>): MaybePromise<T> {
    const { times } = this;
    const timed = <U>(piece: () => U): U => {
      const begun = cpuMs();
      try {
        return piece();
      } finally {
        const took = cpuMs() - begun;
        times.all += took;
        times.longest = Math.max(times.longest, took);
      }
    };
    return super.compute<T>(function* () {
      const begun = timed(work);
      if (Object.prototype.toString.call(begun) !== '[object Generator]') return begun as T;
      const pieces = begun as Pieces<T>;
      for (;;) {
        const { done, value } = timed(() => pieces.next());
        if (done) return value;
        yield;
      }
    });
  }
}

const contextOf = (snapshot: GraphSnapshot): TimedContext =>
  new TimedContext(
    { snapshot, ageMs: 0 },
    {
      store: { engine: 'embedded', read: () => Promise.reject(new Error('there is no database')) },
      kept: createResultCache(0),
      queue: new ComputeQueue({ all: Infinity, client: Infinity, slice: 8 }),
      client: 'bench',
      maxObjects: Infinity,
      deadlineMs: 600_000,
      explain: false,
    },
  );

/** The busiest agency and one of average load; the first batch and the last. */
function fill(snapshot: GraphSnapshot, query: string): string {
  const busiest = [...snapshot.ofLabel('Agency')].sort(
    (a, b) => snapshot.degree(b, 'RESPONSIBLE_FOR') - snapshot.degree(a, 'RESPONSIBLE_FOR') || a - b,
  );
  const nameOf = (agency: number | undefined): string => snapshot.nodeOf('Agency', agency as number).name;
  const batches = snapshot.ofLabel('Batch').map((batch) => snapshot.nodeOf('Batch', batch).code);
  return query
    .replace('"AGENCY"', JSON.stringify(nameOf(busiest[0])))
    .replace('"OTHER"', JSON.stringify(nameOf(busiest[Math.floor(busiest.length / 3)])))
    .replace('"A"', JSON.stringify(batches[0]))
    .replace('"B"', JSON.stringify(batches.at(-1)));
}

interface Timed {
  readonly all: number;
  readonly longest: number;
}

async function time(snapshot: GraphSnapshot, query: string): Promise<Timed> {
  const document = parse(fill(snapshot, query));
  const all: number[] = [];
  const longest: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const contextValue = contextOf(snapshot);
    const { errors } = await execute({ schema, document, contextValue });
    if (errors?.[0]) throw new Error(`${query}: ${errors[0].message}`);
    all.push(contextValue.times.all);
    longest.push(contextValue.times.longest);
  }
  return { all: median(all), longest: median(longest) };
}

/** The time of one unit of each kind of work. */
async function timeWorks(snapshot: GraphSnapshot): Promise<Map<Work, number>> {
  const known = new Map<Work, number>();
  for (const [work, { query, times }] of Object.entries(PROBES) as [Work, (typeof PROBES)[Work]][]) {
    const beside = (BESIDE[work] ?? []).reduce((sum, other) => sum + (known.get(other) ?? 0), 0);
    const { all } = await time(snapshot, query);
    const count = typeof times === 'number' ? times : times(statisticsOf(snapshot));
    known.set(work, Math.max(0, all - beside) / count);
  }
  return known;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-weights-'));
  try {
    writeSynthetic(join(folder, 'seeds'), LARGE);
    const graphs = { 43: readSeeds('seeds')(), [LARGE]: readSeeds(join(folder, 'seeds'))() };
    const measured: Map<Work, number>[] = [];
    for (const snapshot of Object.values(graphs)) {
      await openSearchIndex(snapshot);
      measured.push(await timeWorks(snapshot));
    }
    const rows = (Object.keys(WEIGHTS) as Work[]).map((work) => {
      const [small, large] = measured.map((times) => times.get(work) as number) as [number, number];
      const thousandItems = Math.max(0, (large - small) / ((LARGE - 43) / 1000));
      const call = Math.max(0.01, small - 0.043 * thousandItems);
      return {
        work,
        '43': rounded(small),
        [LARGE]: rounded(large),
        call: rounded(call),
        thousandItems: rounded(thousandItems),
        'as weights.ts has it': Object.values(graphs)
          .map((graph) => rounded(weightOf(work, statisticsOf(graph))))
          .join(' '),
      };
    });
    console.table(rows);
    for (const [size, snapshot] of Object.entries(graphs)) await compare(size, snapshot);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(size: string, snapshot: GraphSnapshot): Promise<void> {
  const lines: { query: string; calculated: number; measured: number; longest: number; ratio: number }[] = [];
  for (const query of OPERATIONS) {
    const document = parse(fill(snapshot, query));
    const operation = document.definitions[0] as OperationDefinitionNode;
    const calculator = new CostCalculator(schema, document, {}, statisticsOf(snapshot));
    const calculated = calculator.costOf(operation).milliseconds;
    const { all, longest } = await time(snapshot, query);
    const ratio = Math.max(calculated, NEGLIGIBLE_MS) / Math.max(all, NEGLIGIBLE_MS);
    lines.push({
      query: query.slice(0, 90),
      calculated: rounded(calculated),
      measured: rounded(all),
      longest: rounded(longest),
      ratio: rounded(ratio),
    });
  }
  const off = lines.filter(({ ratio }) => ratio > FACTOR || ratio < 1 / FACTOR);
  const longest = [...lines].sort((a, b) => b.longest - a.longest).slice(0, 8);
  console.log(
    `\n${size} items: ${lines.length - off.length} of ${lines.length} operations within ${FACTOR} times`,
  );
  console.table(off);
  console.log(`${size} items: the longest pieces, in milliseconds of the processor`);
  console.table(longest);
}

await main();
