import { StoreUnavailable } from '../../../src/domain/errors.ts';
import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { type Freshness, SnapshotSource } from '../../../src/snapshot/snapshot-source.ts';
import { readGraphVersion } from '../../../src/store/graph-version.ts';
import { importDocument } from '../../../src/store/load/import-document.ts';
import {
  changesImports,
  graphVersion,
  loadRaiseVersion,
  snapshotNodeIds,
} from '../../../src/store/statements.gen.ts';
import type { Store } from '../../../src/store/store.ts';
import { documentOf } from '../../support/bulletin-document.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { countingStore } from '../../support/counting-store.ts';
import { bulletinRows } from '../../support/edited-bulletin.ts';
import { failingStore } from '../../support/failing-store.ts';
import { openSeededStore } from '../../support/seeds.ts';

const ROWS = bulletinRows().slice(0, 2);
const CALLERS = 20;

const valuesOf = <T>(outcomes: readonly PromiseSettledResult<T>[]): T[] =>
  outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });

describe('the snapshot source', () => {
  const counting = countingStore();
  const failing = failingStore();
  let store: Store;
  let source: SnapshotSource;
  beforeEach(async () => {
    store = await openSeededStore('embedded');
    source = sourceOf({});
    counting.reset();
    failing.healed();
  });
  afterEach(() => store.close());

  const sourceOf = (options: Partial<Freshness>): SnapshotSource =>
    new SnapshotSource(counting.wrap(failing.wrap(store)), {
      freshnessMs: 1000,
      maxStaleMs: 0,
      patienceMs: 20,
      ...options,
    });
  let looks = 0;
  /** A store that other processes write to: writes of this process give no information. */
  const remote = (): Store =>
    new Proxy(counting.wrap(failing.wrap(store)), {
      get: (target, property) => {
        if (property === 'writes') return 0;
        if (property === 'isRemote') return true;
        if (property === 'read')
          return (statement: { file: string }, ...rest: never[]) => {
            if (statement.file === graphVersion.file) looks += 1;
            return (target.read as (...values: unknown[]) => unknown)(statement, ...rest);
          };
        return Reflect.get(target, property, target);
      },
    });
  const current = async (): Promise<GraphSnapshot> => (await source.current()).snapshot;
  const atOnce = (): Promise<PromiseSettledResult<GraphSnapshot>[]> =>
    Promise.allSettled(Array.from({ length: CALLERS }, current));
  /** The number of full graph reads since the last reset. */
  const reads = (): number => counting.files().filter((file) => file === snapshotNodeIds.file).length;
  const itemsIn = (snapshot: GraphSnapshot): number => snapshot.ofLabel('ReformItem').length;
  /** Two more items, and with them the next version. */
  const grow = async (batch: number): Promise<number> =>
    (await importDocument(store, documentOf(ROWS, { batch }))).graphVersion;

  test('reads nothing before the first call', () => {
    expect(source.fresh()).toBeUndefined();
    expect(counting.files()).toEqual([]);
  });

  test('reads the graph once for many concurrent callers, and not again for later ones', async () => {
    const snapshots = valuesOf(await atOnce());
    snapshots.push(await current());
    expect(new Set(snapshots).size).toBe(1);
    expect(snapshots[0]?.version).toBe(await readGraphVersion(store));
    expect(itemsIn(snapshots[0] as GraphSnapshot)).toBe(43);
    expect(reads()).toBe(1);
  });

  test('answers without a promise if it knows that it has the newest graph', async () => {
    const snapshot = await current();
    expect(source.fresh()).toBe(snapshot);
    expect(source.current()).toEqual({ snapshot, ageMs: 0 });
  });

  test('reads a later version once, from the changes that the import recorded', async () => {
    const before = await current();
    const version = await grow(8);
    expect(source.fresh()).toBeUndefined();
    expect(version).toBe(before.version + 1);
    counting.reset();
    const snapshots = valuesOf(await atOnce());
    expect(new Set(snapshots).size).toBe(1);
    expect(snapshots[0]?.version).toBe(version);
    expect(itemsIn(snapshots[0] as GraphSnapshot)).toBe(45);
    expect(reads()).toBe(0);
    expect(counting.files().filter((file) => file === changesImports.file)).toHaveLength(1);
  });

  test('a call after an import gets its version, also while an earlier version is being read', async () => {
    const early = current();
    const version = await grow(8);
    expect((await current()).version).toBe(version);
    expect((await early).version).toBeGreaterThanOrEqual(version - 1);
  });

  test.each([
    [[9], 2],
    [[8, 9, 10], 6],
  ])('reads a graph again that was emptied and filled by batches %p', async (batches, items) => {
    await current();
    await grow(8);
    await current();
    await clearGraph(store);
    let version = 0;
    for (const batch of batches) version = await grow(batch);
    const snapshot = await current();
    expect([snapshot.version, itemsIn(snapshot)]).toEqual([version, items]);
    expect(reads()).toBe(2);
  });

  test('reads a graph again that was emptied and filled to the same version', async () => {
    const early = await current();
    await clearGraph(store);
    expect(await grow(8)).toBe(early.version);
    expect(itemsIn(await current())).toBe(2);
  });

  test('reads the whole graph again if it cannot interpret the changes', async () => {
    await current();
    await grow(8);
    failing.throwing(new TypeError('a change of a kind that is not known yet'), /changes\/blocks/);
    expect(itemsIn(await current())).toBe(45);
    expect(reads()).toBe(2);
  });

  test('reads the whole graph again after a version without an import', async () => {
    const early = await current();
    await store.write((transaction) =>
      transaction.run(loadRaiseVersion, { now: '2026-01-01T00:00:00.000Z' }),
    );
    counting.reset();
    const snapshot = await current();
    expect([snapshot.version, reads()]).toEqual([early.version + 1, 1]);
    // A later version gives no changes either, until the graph has been read.
    await grow(8);
    expect(itemsIn(await current())).toBe(45);
  });

  test('a failed read fails for its waiting callers, and the next caller reads again', async () => {
    failing.throwing(new StoreUnavailable('gone'), /node-ids/);
    for (const outcome of await atOnce())
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
    expect(reads()).toBe(1);
    failing.healed();
    expect(itemsIn(await current())).toBe(43);
    expect(reads()).toBe(2);
  });

  test('a failed later read leaves no trace', async () => {
    await current();
    const version = await grow(8);
    failing.throwing(new StoreUnavailable('gone'), /changes|node-ids/);
    await expect(current()).rejects.toThrow('gone');
    failing.healed();
    expect((await current()).version).toBe(version);
  });

  describe('of a database that other processes write to', () => {
    test('checks the version once within the freshness interval, and for each caller if that is 0', async () => {
      source = new SnapshotSource(remote(), { freshnessMs: 60_000, maxStaleMs: 0 });
      await current();
      looks = 0;
      await current();
      expect(looks).toBe(0);
      source = new SnapshotSource(remote(), { freshnessMs: 0, maxStaleMs: 0 });
      await current();
      looks = 0;
      await atOnce();
      expect(looks).toBe(CALLERS);
    });

    test.each([
      ['unreachable', () => failing.throwing(new StoreUnavailable('gone'))],
      ['silent', () => failing.waiting(2000)],
    ])('while the database is %s, answers from the cached graph and gives its age', async (_name, lose) => {
      source = new SnapshotSource(remote(), { freshnessMs: 0, maxStaleMs: 60_000, patienceMs: 20 });
      const notices: boolean[] = [];
      source.noticeSilence((isSilent) => notices.push(isSilent));
      const snapshot = await current();
      lose();
      const first = await source.current();
      expect(first.snapshot).toBe(snapshot);
      expect(first.ageMs).toBeGreaterThan(0);
      const second = await source.current();
      expect(second.snapshot).toBe(snapshot);
      expect(second.ageMs).toBeGreaterThanOrEqual(first.ageMs);
      failing.healed();
      const version = await grow(8);
      // The running version check may still end first.
      let now = await source.current();
      for (let tries = 0; tries < 100 && now.ageMs > 0; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        now = await source.current();
      }
      expect([now.snapshot.version, now.ageMs]).toEqual([version, 0]);
      expect(notices).toEqual([true, false]);
    });

    test('does not answer from a graph older than agreed', async () => {
      source = new SnapshotSource(remote(), { freshnessMs: 0, maxStaleMs: 0, patienceMs: 20 });
      await current();
      failing.throwing(new StoreUnavailable('gone'));
      await expect(current()).rejects.toThrow('gone');
    });

    test('does not treat a defect as an unreachable database', async () => {
      source = new SnapshotSource(remote(), { freshnessMs: 0, maxStaleMs: 60_000, patienceMs: 20 });
      await current();
      failing.throwing(new TypeError('a defect'));
      await expect(current()).rejects.toThrow('a defect');
    });
  });
});
