import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { readSnapshot } from '../../../src/snapshot/read-snapshot.ts';
import { importDocuments } from '../../../src/store/load/import-document.ts';
import { batchAll, batchReformItems, coOwnershipPage } from '../../../src/store/statements.gen.ts';
import type { Store } from '../../../src/store/store.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { engines, openEngine } from '../../support/engines.ts';
import { keepPlans } from '../../support/keep-plans.ts';
import { documentsOf } from './documents-of.ts';
import type { RandomCase } from './random-questions.ts';

/** Enough for the first time that a statement is planned, on a busy machine. */
const STATEMENT_MS = 60_000;
/** All of a list in one page. */
const WHOLE = {
  first: 1000,
  afterKey: null,
  afterId: null,
  backward: false,
  keyDown: false,
  withTotal: true,
} as const;

/** What one engine holds of a graph, and what it answers to statements: a page for each filter. */
export interface EngineAnswers {
  readonly snapshot: GraphSnapshot;
  readonly itemPages: Awaited<ReturnType<typeof readItemPage>>[];
  readonly pairPages: Awaited<ReturnType<typeof readPairPage>>[];
}

/** Imports graphs on every engine of the run and keeps what it answers, so that each graph is imported once. */
export class AskedEngines {
  readonly #stores: readonly Store[];
  readonly #known = new Map<string, Promise<EngineAnswers[]>>();

  private constructor(stores: readonly Store[]) {
    this.#stores = stores;
  }

  static async open(): Promise<AskedEngines> {
    const stores: Store[] = [];
    for (const engine of engines) stores.push(keepPlans(await openEngine(engine, STATEMENT_MS)));
    for (const store of stores) await store.ensureSchema();
    return new AskedEngines(stores);
  }

  /** The answers of each engine, those of the reference last. One call at a time: each begins by clearing the graph. */
  ask(each: RandomCase): Promise<EngineAnswers[]> {
    const key = JSON.stringify(each);
    const answers = this.#known.get(key) ?? this.#askAll(each);
    this.#known.set(key, answers);
    return answers;
  }

  async #askAll(each: RandomCase): Promise<EngineAnswers[]> {
    const asked = this.#stores.map((store) => askStore(store, each));
    await Promise.allSettled(asked);
    return Promise.all(asked);
  }

  async close(): Promise<void> {
    for (const store of this.#stores) await store.close();
  }
}

async function askStore(store: Store, { graph, filters, minShared }: RandomCase): Promise<EngineAnswers> {
  await clearGraph(store);
  await importDocuments(store, documentsOf(graph), { now: new Date('2024-08-01T00:00:00Z') });
  const reading = {
    snapshot: readSnapshot(store),
    itemPages: filters.map((clauses) => readItemPage(store, clauses)),
    pairPages: filters.map((clauses) => readPairPage(store, clauses, minShared)),
  };
  await Promise.allSettled([reading.snapshot, ...reading.itemPages, ...reading.pairPages]);
  return {
    snapshot: await reading.snapshot,
    itemPages: await Promise.all(reading.itemPages),
    pairPages: await Promise.all(reading.pairPages),
  };
}

type Clauses = RandomCase['filters'][number];

/** The items of all batches, in the order of their positions. */
const readItemPage = async (store: Store, clauses: Clauses) => {
  const batches = await store.read(batchAll, { first: WHOLE.first });
  const ids = batches.map(({ node }) => node.id);
  const lists = await store.read(batchReformItems, { ...WHOLE, ids, clauses });
  return {
    total: lists.reduce((sum, { total }) => sum + total, 0),
    edges: lists.flatMap(({ edges }) => edges).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
};

const readPairPage = async (store: Store, clauses: Clauses, minShared: number) =>
  (await store.read(coOwnershipPage, { ...WHOLE, minShared, mostItems: 100, clauses }))[0];
