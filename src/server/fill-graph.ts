import { readGraphVersion } from '../store/graph-version.ts';
import type { Store } from '../store/store.ts';
import type { ImportReport } from './import-report.ts';

/** Fills an empty graph from the seeds folder. Does nothing if the graph is not empty or is read-only. */
export async function fillEmptyGraph(store: Store, seeds: string): Promise<ImportReport[]> {
  if (store.readOnly !== undefined) return [];
  await store.ensureSchema();
  if ((await readGraphVersion(store)) > 0) return [];
  // Import lazily: loading YAML and pinyin would take half the time of every later start.
  const { importSeeds } = await import('./import-file.ts');
  return importSeeds(store, seeds);
}
