import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { readSnapshot } from '../../../src/snapshot/read-snapshot.ts';
import { importDocuments } from '../../../src/store/load/import-document.ts';
import type { Store } from '../../../src/store/store.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { engines, openEngine } from '../../support/engines.ts';
import { keepPlans } from '../../support/keep-plans.ts';
import { documentsOf } from './documents-of.ts';
import type { RandomCase } from './random-questions.ts';

/** Enough for the first planning of a statement on a busy machine. */
const STATEMENT_MS = 60_000;

/** Imports graphs on every engine of the run and caches their snapshots, so that each graph is imported once. */
export class AskedEngines {
  readonly #stores: readonly Store[];
  readonly #known = new Map<string, Promise<GraphSnapshot[]>>();

  private constructor(stores: readonly Store[]) {
    this.#stores = stores;
  }

  static async open(): Promise<AskedEngines> {
    const stores: Store[] = [];
    for (const engine of engines) stores.push(keepPlans(await openEngine(engine, STATEMENT_MS)));
    for (const store of stores) await store.ensureSchema();
    return new AskedEngines(stores);
  }

  /** The snapshot of each engine, the reference last. One call at a time, because each begins by clearing the graph. */
  ask(each: RandomCase): Promise<GraphSnapshot[]> {
    const key = JSON.stringify(each);
    const answers = this.#known.get(key) ?? this.#askAll(each);
    this.#known.set(key, answers);
    return answers;
  }

  async #askAll(each: RandomCase): Promise<GraphSnapshot[]> {
    const asked = this.#stores.map((store) => askStore(store, each));
    await Promise.allSettled(asked);
    return Promise.all(asked);
  }

  async close(): Promise<void> {
    for (const store of this.#stores) await store.close();
  }
}

async function askStore(store: Store, { graph }: RandomCase): Promise<GraphSnapshot> {
  await clearGraph(store);
  await importDocuments(store, documentsOf(graph), { now: new Date('2024-08-01T00:00:00Z') });
  return readSnapshot(store);
}
