import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export const TIMEOUT_MS = 10_000;

/** The engines of this run, found by global-setup.ts: embedded always, Neo4j if available. */
export const engines: readonly EngineName[] = (process.env.TEST_ENGINES ?? 'embedded').split(
  ',',
) as EngineName[];
export type EngineName = 'embedded' | 'neo4j';

/** A store on the engine: its own graph in memory, or the graph of the Neo4j that all suites share. */
export const openEngine = (engine: EngineName, timeoutMs: number = TIMEOUT_MS): Promise<Store> =>
  engine === 'embedded'
    ? openStore('memory:', {}, { timeoutMs, shuffleUnordered: true })
    : openStore(neo4jUrl(), neo4jLogin(), { timeoutMs });

/** An empty graph on the engine, with its schema. Rows without ORDER BY are shuffled if the engine supports it. */
export async function openEmptyStore(engine: EngineName, timeoutMs: number = TIMEOUT_MS): Promise<Store> {
  const store = await openEngine(engine, timeoutMs);
  await store.ensureSchema();
  if (engine === 'neo4j') await clear(store);
  return store;
}

export const neo4jUrl = (): string => process.env.TEST_NEO4J_URL ?? '';

export const neo4jLogin = () => ({
  user: process.env.NEO4J_TEST_USER,
  password: process.env.NEO4J_TEST_PASSWORD,
});

async function clear(store: Store): Promise<void> {
  const { clearGraph } = await import('./clear-graph.ts');
  await clearGraph(store);
}

/** Runs the same tests on every engine of the run. */
export function describeForEachEngine(name: string, tests: (engine: EngineName) => void): void {
  for (const engine of engines) describe(`${name} [${engine}]`, () => tests(engine));
}

/** For behaviour that only an engine across a network has, such as lost connections. Never for different answers. */
export function describeAcrossNetwork(name: string, tests: () => void): void {
  if (engines.includes('neo4j')) describe(name, tests);
}
