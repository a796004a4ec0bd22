/**
 * Compares us with the peer that a user would choose instead, and with the limits: `npm run bench`, see README.md.
 * One run, one machine, the same data. Answers are compared before they are timed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canLaunchNeo4j, launchNeo4j } from '../tests/support/neo4j/launch-neo4j.ts';
import { CONTESTANTS, type Contestant, DATABASE_WARMERS } from './compare/contestants.ts';
import { isPrepared, prepareDataset } from './compare/dataset.ts';
import { goalsTable } from './compare/goals.ts';
import { growthOf } from './compare/growth.ts';
import { growthChart } from './compare/growth-chart.ts';
import { headline } from './compare/headline.ts';
import { describeRun } from './compare/machine.ts';
import { type Options, readOptions } from './compare/options.ts';
import { installPeer } from './compare/peer-install.ts';
import { References } from './compare/references.ts';
import type { Results } from './compare/results.ts';
import { detailTable, resultsPage } from './compare/results-page.ts';
import { textTable } from './compare/text-table.ts';
import { timeContestant, warmDatabase } from './compare/time-contestant.ts';

/** Read last, so these override the launcher's options, which are for tests: full compiler, heap for 200,000 items. */
const JAVA_OPTIONS = '-XX:TieredStopAtLevel=4 -Xmx2g';

const MINUTE_MS = 60_000;

/** @throws Error if no contestant has a requested name */
function chosen({ only }: Options): readonly Contestant[] {
  if (only.length === 0) return CONTESTANTS;
  const contestants = CONTESTANTS.filter(({ name }) => only.some((part) => name.includes(part)));
  if (contestants.length > 0) return contestants;
  throw new Error(`--only takes parts of ${CONTESTANTS.map(({ name }) => name).join(', ')}`);
}

/** Whether to start Neo4j; if a contestant needs it and it can't be launched, the reason. */
const neo4jFor = (contestants: readonly Contestant[]): { ok: boolean; reason?: string } =>
  contestants.some(({ engine }) => engine === 'neo4j') ? canLaunchNeo4j() : { ok: false };

async function timeSize(
  items: number,
  contestants: readonly Contestant[],
  options: Options,
  deadline: number,
  results: Results,
): Promise<void> {
  const kept = options.data === undefined ? undefined : resolve(options.data, String(items));
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'bench-'));
  const remove = (): void => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  const possible = neo4jFor(contestants);
  if (kept !== undefined) {
    // Importing over the partial data of an interrupted run would take less time than a full import.
    if (!isPrepared(kept, possible.ok ? ['embedded', 'neo4j'] : ['embedded']))
      rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
  }
  if (!possible.ok && possible.reason !== undefined)
    console.log(`without Neo4j and the peer: ${possible.reason}`);
  process.env._JAVA_OPTIONS = JAVA_OPTIONS;
  const neo4j = possible.ok
    ? await launchNeo4j({ longRun: true, directory: kept && join(kept, 'neo4j') })
    : undefined;
  try {
    const data = await prepareDataset(items, folder, neo4j?.url, deadline);
    results.imports.push(...data.imports);
    const references = new References();
    let cold = true;
    for (const contestant of contestants) {
      const { name, engine } = contestant;
      if (engine === 'neo4j' && neo4j === undefined) continue;
      if (performance.now() > deadline) {
        results.missing.push(`${items} ${name}: no time was left`);
        continue;
      }
      if (engine === 'neo4j' && cold) {
        await warmDatabase(DATABASE_WARMERS, data, options);
        cold = false;
      }
      console.error(`${new Date().toISOString().slice(11, 19)} ${items} items: ${name}`);
      const databasePid = engine === 'neo4j' ? neo4j?.pid : undefined;
      try {
        await timeContestant(contestant, data, databasePid, references, options, deadline, results);
      } catch (error) {
        results.missing.push(`${items} ${name}: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await neo4j?.stop();
    process.off('exit', remove);
    remove();
  }
}

function writePages(results: Results, options: Options, run: readonly string[]): void {
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), resultsPage(results, options, run));
  const { sizes, operations, connections } = options;
  const growths = growthOf(results, sizes, operations, connections[0] ?? 0);
  if (growths.length > 0) writeFileSync(join(import.meta.dirname, 'growth.svg'), growthChart(growths));
  console.log('\nbench/RESULTS.md tells all of it');
}

async function main(options: Options): Promise<void> {
  const contestants = chosen(options);
  installPeer();
  const run = describeRun();
  const deadline = performance.now() + options.minutes * MINUTE_MS;
  const results: Results = { cells: [], starts: [], imports: [], missing: [], differed: false };
  for (const items of options.sizes) {
    try {
      await timeSize(items, contestants, options, deadline, results);
    } catch (error) {
      // The earlier sizes took time, so their results are still reported.
      results.missing.push(`${items} items: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  console.log(`${run.join('\n')}\n\n${textTable(headline(results, options))}`);
  const goals = goalsTable(results, options);
  if (goals !== undefined) console.log(`\n${textTable(goals)}`);
  if (options.details) console.log(`\n${textTable(detailTable(results, options))}`);
  if (results.missing.length > 0) console.log(`\nnot timed:\n${results.missing.join('\n')}`);
  if (results.differed) process.exitCode = 1;
  if (options.write) writePages(results, options, run);
}

// Child processes end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
