import { existsSync } from 'node:fs';
import { type Config, goneSettings, readConfig } from '../config.ts';
import { type ErrorCode, PolicyGraphError, StoreFull } from '../domain/errors.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { whyNotWritable } from '../store/embedded/why-not-writable.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import { openStore } from '../store/open-store.ts';
import { bulletinsIn } from './import-file.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** The finding, or the problem and its fix. */
  readonly detail: string;
  /** The error code, if something is wrong or not possible here. */
  readonly code?: ErrorCode;
}

type Found = Omit<Check, 'name' | 'ok'>;

const OLDEST_NODE = 20;

/** Checks each requirement of a working server separately, and changes nothing. */
export async function diagnose(environment: NodeJS.ProcessEnv): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (name: string, work: () => Promise<Found> | Found): Promise<void> => {
    try {
      checks.push({ name, ok: true, ...(await work()) });
    } catch (error) {
      if (!(error instanceof PolicyGraphError)) throw error;
      checks.push({ name, ok: false, detail: error.message, code: error.code });
    }
  };

  checks.push(nodeCheck());
  let config: Config | undefined;
  await check('configuration', () => {
    config = readConfig(environment);
    return { detail: [`GRAPH_URL=${config.GRAPH_URL}`, ...goneSettings(environment)].join('; ') };
  });
  await check('embedded', async () => {
    const store = await openStore('memory:', {}, { timeoutMs: 5000 });
    await store.close();
    return { detail: store.description };
  });
  if (config === undefined) return checks;
  const known = config;
  await check('seeds', () => {
    const vocabulary = readVocabulary(known.SEEDS);
    const files = bulletinsIn(known.SEEDS);
    for (const file of files) readGraphDocument(file, vocabulary);
    return { detail: `${files.length} bulletin(s) in ${known.SEEDS} can be read` };
  });
  await check('database', () => checkDatabase(known));
  return checks;
}

function nodeCheck(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  const advice = major < OLDEST_NODE ? `: install ${OLDEST_NODE} or later` : '';
  return { name: 'node', ok: major >= OLDEST_NODE, detail: `Node ${process.versions.node}${advice}` };
}

/** @throws the errors of a server start, plus StoreFull and StoreIncomplete */
async function checkDatabase(config: Config): Promise<Found> {
  const [, file] = /^file:(.*)$/.exec(config.GRAPH_URL) ?? [];
  if (file !== undefined && !existsSync(file)) return checkNewFile(file);
  const login = { user: config.GRAPH_USER, password: config.GRAPH_PASSWORD, database: config.GRAPH_DATABASE };
  // Open read-only: if opened for writing, the engine would clean up the problems that this check looks for.
  const options = { timeoutMs: config.QUERY_TIMEOUT_MS, readOnly: true };
  const store = await openStore(config.GRAPH_URL, login, options);
  try {
    const detail = `${store.description}, graph version ${await readGraphVersion(store)}`;
    if (store.loss !== undefined) throw store.loss;
    const obstacle = file === undefined ? undefined : whyNotWritable(file);
    if (obstacle instanceof StoreFull) throw obstacle;
    if (obstacle === undefined) return { detail };
    return {
      detail: `${detail}; it can be asked, and nothing be imported: ${obstacle.message}`,
      code: obstacle.code,
    };
  } finally {
    await store.close();
  }
}

function checkNewFile(file: string): Found {
  const obstacle = whyNotWritable(file);
  if (obstacle !== undefined) throw obstacle;
  return { detail: `no graph yet: serve and import make ${file}` };
}
