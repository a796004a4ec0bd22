import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRaw } from '../raw-driver.ts';
import { writeSynthetic } from '../synthetic.ts';
import { dumpGraph } from './dump-graph.ts';
import { commit } from './machine.ts';
import { REAL_SIZE } from './options.ts';
import { drawSample, type Sample } from './sample.ts';

export interface Import {
  readonly engine: string;
  readonly items: number;
  readonly seconds: number;
  /** The commit that made it. With --data this may be earlier than the one that is timed. */
  readonly commit: string;
}

/** The same bulletins on each engine and as a file, with the values to query. */
export interface Dataset {
  readonly items: number;
  readonly seeds: string;
  readonly embeddedUrl: string;
  readonly neo4jUrl: string | undefined;
  readonly graphFile: string;
  /** The file of answers for the server that sends only cached answers. */
  readonly answersFile: string;
  readonly sample: Sample;
  readonly imports: readonly Import[];
}

const ROOT = join(import.meta.dirname, '../..');

/** The information on a folder's graphs once they are complete. */
type Prepared = Pick<Dataset, 'sample' | 'imports'>;
const preparedIn = (folder: string): string => join(folder, 'prepared.json');

/** Whether an earlier run left complete graphs of these engines in the folder. */
export function isPrepared(folder: string, engines: readonly string[]): boolean {
  if (!existsSync(preparedIn(folder))) return false;
  const { imports } = JSON.parse(readFileSync(preparedIn(folder), 'utf8')) as Prepared;
  return engines.every((engine) => imports.some((each) => each.engine === engine));
}

/**
 * @param folder   empty; or already prepared, then used unchanged
 * @param neo4jUrl a Neo4j with the graph of that run, or an empty one; undefined if there is none
 * @param deadline performance.now() at which to abort an import
 * @throws Error with the last output of the import
 */
export async function prepareDataset(
  items: number,
  folder: string,
  neo4jUrl: string | undefined,
  deadline: number,
): Promise<Dataset> {
  const seeds = items === REAL_SIZE ? join(ROOT, 'seeds') : join(folder, 'seeds');
  const embeddedUrl = `file:${join(folder, 'graph.grafeo')}`;
  const graphFile = join(folder, 'graph.jsonl');
  const answersFile = join(folder, 'answers.jsonl');
  const urls = { embedded: embeddedUrl, ...(neo4jUrl === undefined ? {} : { neo4j: neo4jUrl }) };
  if (!isPrepared(folder, Object.keys(urls))) {
    const imports = await importAll(items, seeds, urls, deadline);
    const driver = await openRaw(embeddedUrl);
    try {
      await dumpGraph(driver, graphFile);
      const prepared: Prepared = { sample: await drawSample(driver), imports };
      writeFileSync(preparedIn(folder), JSON.stringify(prepared));
    } finally {
      await driver.close();
    }
  }
  const prepared = JSON.parse(readFileSync(preparedIn(folder), 'utf8')) as Prepared;
  return { items, seeds, embeddedUrl, neo4jUrl, graphFile, answersFile, ...prepared };
}

async function importAll(
  items: number,
  seeds: string,
  urls: Readonly<Record<string, string>>,
  deadline: number,
): Promise<Import[]> {
  const files = items === REAL_SIZE ? [join(seeds, 'tianjin-7.txt')] : writeSynthetic(seeds, items);
  const imports: Import[] = [];
  for (const [engine, url] of Object.entries(urls)) {
    const begun = performance.now();
    await importFiles(files, seeds, url, deadline);
    const seconds = (performance.now() - begun) / 1000;
    imports.push({ engine, items, seconds, commit: commit() });
  }
  return imports;
}

/** Uses the command line, as a user would. The cost of an import includes its start and the reading of the text. */
async function importFiles(
  files: readonly string[],
  seeds: string,
  url: string,
  deadline: number,
): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'import', '--json', ...files], {
    env: { ...process.env, GRAPH_URL: url, SEEDS: seeds, QUERY_TIMEOUT_MS: '600000' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: Math.max(1, Math.ceil(deadline - performance.now())),
  });
  let problems = '';
  child.stderr.on('data', (chunk) => {
    problems = `${problems}${chunk}`.slice(-2000);
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0)
    throw new Error(`the import into ${url} ${code === null ? 'took too long' : 'failed'}\n${problems}`);
}
