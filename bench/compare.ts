/**
 * Where we stand beside the peer that a user would pick instead, and beside the limits: `npm run bench`, see README.md.
 * One run, one machine, the same data, answers compared before they are timed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canLaunchNeo4j, launchNeo4j } from '../tests/support/neo4j/launch-neo4j.ts';
import { CONTESTANTS, PEER } from './compare/contestants.ts';
import { prepareDataset } from './compare/dataset.ts';
import { headline } from './compare/headline.ts';
import { type Options, readOptions } from './compare/options.ts';
import { installPeer } from './compare/peer-install.ts';
import { References } from './compare/references.ts';
import type { Results } from './compare/results.ts';
import { textTable } from './compare/text-table.ts';
import { timeContestant, warmDatabase } from './compare/time-contestant.ts';

/** The launcher's own are for tests; these are read last and win: the full compiler, and room for 200,000 items. */
const JAVA_OPTIONS = '-XX:TieredStopAtLevel=4 -Xmx2g';

const MINUTE_MS = 60_000;

async function timeSize(items: number, options: Options, deadline: number, results: Results): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const possible = canLaunchNeo4j();
  if (!possible.ok) console.log(`without Neo4j and the peer: ${possible.reason}`);
  process.env._JAVA_OPTIONS = JAVA_OPTIONS;
  const neo4j = possible.ok ? await launchNeo4j() : undefined;
  try {
    const data = await prepareDataset(items, folder, neo4j?.url);
    results.imports.push(...data.imports);
    const references = new References();
    let cold = true;
    for (const contestant of CONTESTANTS) {
      const { name, engine } = contestant;
      if (engine === 'neo4j' && neo4j === undefined) continue;
      if (options.only.length > 0 && !options.only.some((part) => name.includes(part))) continue;
      if (engine === 'neo4j' && cold) {
        for (const each of CONTESTANTS)
          if (each.name === PEER || each.name === name) await warmDatabase(each, data, options);
        cold = false;
      }
      console.error(`${new Date().toISOString().slice(11, 19)} ${items} items: ${name}`);
      const databasePid = engine === 'neo4j' ? neo4j?.pid : undefined;
      await timeContestant(contestant, data, databasePid, references, options, deadline, results);
    }
  } finally {
    await neo4j?.stop();
    process.off('exit', remove);
    remove();
  }
}

async function main(options: Options): Promise<void> {
  installPeer();
  const deadline = performance.now() + options.minutes * MINUTE_MS;
  const results: Results = { cells: [], starts: [], imports: [], skipped: [] };
  for (const items of options.sizes) await timeSize(items, options, deadline, results);
  console.log(textTable(headline(results, options)));
}

// What was started ends with the process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
