import { type Config, readConfig } from '../config.ts';
import { PolicyGraphError } from '../domain/errors.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import { openStore } from '../store/open-store.ts';
import { bulletinsIn } from './import-file.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is wrong and how to mend it. */
  readonly detail: string;
}

const OLDEST_NODE = 20;

/** Tries each thing that a working server needs, one by one. */
export async function diagnose(environment: NodeJS.ProcessEnv): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (name: string, work: () => Promise<string> | string): Promise<void> => {
    try {
      checks.push({ name, ok: true, detail: await work() });
    } catch (error) {
      if (!(error instanceof PolicyGraphError)) throw error;
      checks.push({ name, ok: false, detail: error.message });
    }
  };

  const major = Number(process.versions.node.split('.')[0]);
  const nodeDetail = `Node ${process.versions.node}${major < OLDEST_NODE ? `: install ${OLDEST_NODE} or later` : ''}`;
  checks.push({ name: 'node', ok: major >= OLDEST_NODE, detail: nodeDetail });
  let config: Config | undefined;
  await check('configuration', () => {
    config = readConfig(environment);
    return `GRAPH_URL=${config.GRAPH_URL}`;
  });
  await check('embedded', async () => {
    const store = await openStore('memory:', {}, { timeoutMs: 5000 });
    await store.close();
    return store.description;
  });
  if (config === undefined) return checks;
  const { SEEDS, GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD, GRAPH_DATABASE, QUERY_TIMEOUT_MS } = config;
  await check('seeds', () => {
    const vocabulary = readVocabulary(SEEDS);
    const files = bulletinsIn(SEEDS);
    for (const file of files) readGraphDocument(file, vocabulary);
    return `${files.length} bulletin(s) in ${SEEDS} can be read`;
  });
  await check('database', async () => {
    const login = { user: GRAPH_USER, password: GRAPH_PASSWORD, database: GRAPH_DATABASE };
    const store = await openStore(GRAPH_URL, login, { timeoutMs: QUERY_TIMEOUT_MS });
    try {
      const version = await readGraphVersion(store);
      return `${store.description}, graph version ${version}`;
    } finally {
      await store.close();
    }
  });
  return checks;
}
