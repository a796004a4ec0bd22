import { existsSync } from 'node:fs';
import type { GrafeoDB } from '@grafeo-db/js';
import { type PolicyGraphError, StoreFull, StoreReadOnly, StoreUnavailable } from '../../domain/errors.ts';
import { readGraphStamp } from '../graph-version.ts';
import type { StoreOptions } from '../store.ts';
import { forgetVersions, missingVersions } from './committed-versions.ts';
import { messageOf, NEO4J_INSTEAD, toOpenError } from './embedded-errors.ts';
import { EmbeddedStore } from './embedded-store.ts';
import { whyNotWritable } from './why-not-writable.ts';

/** Without these the engine never checkpoints, and one damaged log byte would lose all data after it. */
const CHECKPOINTS = { intervalMs: 5000, walBytes: 4 << 20 };

type Engine = typeof import('@grafeo-db/js')['GrafeoDB'];

interface Opened {
  readonly db: GrafeoDB;
  readonly readOnly?: PolicyGraphError | undefined;
}

/**
 * Opens the database file at `path`; creates it and its folders if missing. Without a path, opens an in-memory graph.
 * If the file can't be written, or its disk is full, opens it for reading only; the store's `readOnly` says why.
 * @throws StoreLocked if another process has the file open; StoreReadOnly and StoreFull if there is no file and none
 *   can be created; StoreUnavailable if this platform has no native binding, the file can't be read, or its parent is
 *   no folder; StoreDamaged if the file is damaged or not a graph file
 */
export async function openEmbedded(path: string | undefined, options: StoreOptions): Promise<EmbeddedStore> {
  const { GrafeoDB } = await loadBinding();
  try {
    if (path === undefined) {
      return new EmbeddedStore(
        GrafeoDB.create(undefined, { shuffleUnordered: options.shuffleUnordered ?? false }),
        options,
      );
    }
    const { db, readOnly } = options.readOnly
      ? openForReading(GrafeoDB, path)
      : openForWriting(GrafeoDB, path);
    const store = new EmbeddedStore(db, options, { path, readOnly });
    store.loss = missingVersions(path, await readGraphStamp(store));
    return store;
  } catch (error) {
    throw toOpenError(path, error);
  }
}

const openForReading = (engine: Engine, path: string): Opened => ({
  db: readOnlyOf(engine, path),
  readOnly: whyNotWritable(path) ?? new StoreReadOnly(`${path} was opened for reading only`),
});

function openForWriting(engine: Engine, path: string): Opened {
  const isNew = !existsSync(path);
  const obstacle = whyNotWritable(path);
  if (obstacle !== undefined && isNew) throw obstacle;
  if (obstacle !== undefined) return { db: readOnlyOf(engine, path), readOnly: obstacle };
  try {
    const db = engine.create(path);
    db.setCheckpointTriggers(CHECKPOINTS);
    if (isNew) forgetVersions(path);
    return { db };
  } catch (error) {
    const readOnly = toOpenError(path, error);
    if (isNew || !(readOnly instanceof StoreFull || readOnly instanceof StoreReadOnly)) throw readOnly;
    return { db: readOnlyOf(engine, path), readOnly };
  }
}

function readOnlyOf(engine: Engine, path: string): GrafeoDB {
  try {
    return engine.openReadOnly(path);
  } catch (error) {
    const openError = toOpenError(path, error);
    if (!(openError instanceof StoreReadOnly)) throw openError;
    throw new StoreUnavailable(
      `${path} can't be read (${messageOf(error)}): let this user read it and its log`,
      {
        cause: error,
      },
    );
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
