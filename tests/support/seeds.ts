import { join } from 'node:path';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { readGraphDocument } from '../../src/ingest/read-graph-document.ts';
import { readVocabulary } from '../../src/ingest/vocabulary.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { type EngineName, openEmptyStore } from './engines.ts';

export const SEEDS = join(import.meta.dirname, '../../seeds');
export const BULLETIN = join(SEEDS, 'tianjin-7.txt');

/** The real bulletin, read with the real vocabulary. */
export const readSeedDocument = (): GraphDocument =>
  readGraphDocument(BULLETIN, readVocabulary(SEEDS)).document;

/** A store on the engine that contains only the real bulletin. */
export async function openSeededStore(engine: EngineName): Promise<Store> {
  const store = await openEmptyStore(engine);
  await importDocument(store, readSeedDocument(), { now: new Date('2024-08-01T00:00:00Z') });
  return store;
}
