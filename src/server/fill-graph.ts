import { readGraphVersion } from '../store/graph-version.ts';
import type { Store } from '../store/store.ts';
import type { ImportReport } from './import-report.ts';

/** Fills an empty graph from the seeds folder; one that holds something, or can't be written, is left as it is. */
export async function fillEmptyGraph(store: Store, seeds: string): Promise<ImportReport[]> {
  if (store.readOnly !== undefined) return [];
  await store.ensureSchema();
  if ((await readGraphVersion(store)) > 0) return [];
  // Loaded only now: reading YAML and pinyin would be half of every later start.
  const { importSeeds } = await import('./import-file.ts');
  return importSeeds(store, seeds);
}
