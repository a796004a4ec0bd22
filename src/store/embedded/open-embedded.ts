import { type PolicyGraphError, StoreLocked, StoreUnavailable } from '../../domain/errors.ts';
import type { StoreOptions } from '../store.ts';
import { EmbeddedStore } from './embedded-store.ts';

const NEO4J_INSTEAD = 'or use Neo4j instead: GRAPH_URL=bolt://127.0.0.1:7687';

/** Without these the engine never checkpoints, and a damaged log byte would cost all that came after it. */
const CHECKPOINTS = { intervalMs: 5000, walBytes: 4 << 20 };

/**
 * Opens the database file at `path`, made with its folders where missing; without a path, a graph in memory.
 * @throws StoreLocked when another process has the file open; StoreUnavailable when there is no native binding
 *   for this platform or the path is no database file
 */
export async function openEmbedded(path: string | undefined, options: StoreOptions): Promise<EmbeddedStore> {
  const { GrafeoDB } = await loadBinding();
  try {
    const db = GrafeoDB.create(path, options.shuffleUnordered ? { shuffleUnordered: true } : undefined);
    if (path !== undefined) db.setCheckpointTriggers(CHECKPOINTS);
    return new EmbeddedStore(db, options);
  } catch (error) {
    throw openError(path, error);
  }
}

async function loadBinding(): Promise<typeof import('@grafeo-db/js')> {
  try {
    const module = await import('@grafeo-db/js');
    return module.default ?? module;
  } catch (error) {
    throw new StoreUnavailable(
      `the embedded engine has no native binding for ${process.platform}-${process.arch} here: ` +
        `run npm ci on a platform that it supports (Linux with glibc ≥ 2.34, macOS, Windows), ${NEO4J_INSTEAD}`,
      { cause: error },
    );
  }
}

function openError(path: string | undefined, error: unknown): PolicyGraphError {
  const reason = error instanceof Error ? error.message : String(error);
  // The engine gives a refused lock no status of its own, so its words are all there is to know it by.
  if (reason.includes('cannot be locked')) {
    return new StoreLocked(
      `${path} is open in another process (the embedded engine takes one at a time): stop that one first, ${NEO4J_INSTEAD}`,
      { cause: error },
    );
  }
  return new StoreUnavailable(`cannot open ${path}: ${reason}`, { cause: error });
}
