import { StoreUnavailable } from '../../../src/domain/errors.ts';
import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { SnapshotSource } from '../../../src/snapshot/snapshot-source.ts';
import {
  type GraphStamp,
  readGraphStamp,
  readGraphVersion,
  stampOf,
  versionOf,
} from '../../../src/store/graph-version.ts';
import { readImports } from '../../../src/store/import-records.ts';
import { importDocument } from '../../../src/store/load/import-document.ts';
import { changesImports, loadRaiseVersion, snapshotNodeIds } from '../../../src/store/statements.gen.ts';
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

describe('the source of snapshots', () => {
  const counting = countingStore();
  const failing = failingStore();
  let store: Store;
  let source: SnapshotSource;
  beforeEach(async () => {
    store = await openSeededStore('embedded');
    source = new SnapshotSource(counting.wrap(failing.wrap(store)));
    counting.reset();
    failing.healed();
  });
  afterEach(() => store.close());

  /** What whoever has learnt of a version asks with; of the wrapped store it reads nothing. */
  const stampAt = async (version: number): Promise<GraphStamp> => {
    const now = await readGraphStamp(store);
    const [made] = await readImports(store, version - 1, 1);
    return version === versionOf(now) ? now : stampOf(version, made?.at ?? null);
  };
  const at = async (version: number): Promise<GraphSnapshot> => source.at(await stampAt(version));
  /** How often the graph was read since the last reset. */
  const reads = (): number => counting.files().filter((file) => file === snapshotNodeIds.file).length;
  const atOnce = async (version: number): Promise<PromiseSettledResult<GraphSnapshot>[]> => {
    const stamp = await stampAt(version);
    return Promise.allSettled(Array.from({ length: CALLERS }, () => source.at(stamp)));
  };
  /** Two more items, and with them the next version. */
  const grow = async (batch: number): Promise<number> =>
    (await importDocument(store, documentOf(ROWS, { batch }))).graphVersion;

  test('reads nothing before it is asked', () => {
    expect(counting.files()).toEqual([]);
  });

  test('reads the graph once for many callers at once, and not again for later ones', async () => {
    const version = await readGraphVersion(store);
    const snapshots = valuesOf(await atOnce(version));
    snapshots.push(await at(version), await at(version - 1));
    expect(new Set(snapshots).size).toBe(1);
    expect(snapshots[0]?.version).toBe(version);
    expect(snapshots[0]?.ofLabel('ReformItem')).toHaveLength(43);
    expect(reads()).toBe(1);
  });

  test('reads a later version once, however many learn of it at the same time', async () => {
    const before = await at(await readGraphVersion(store));
    const version = await grow(8);
    expect(version).toBe(before.version + 1);
    counting.reset();
    const snapshots = valuesOf(await atOnce(version));
    expect(new Set(snapshots).size).toBe(1);
    expect(snapshots[0]?.version).toBe(version);
    expect(snapshots[0]?.ofLabel('ReformItem')).toHaveLength(45);
    // From what the import says it changed, and not anew.
    expect(reads()).toBe(0);
    expect(counting.files().filter((file) => file === changesImports.file)).toHaveLength(1);
  });

  test('gives whoever has learnt of a later version that one, while an earlier is being read', async () => {
    const early = at(await readGraphVersion(store));
    const version = await grow(8);
    const late = await at(version);
    expect(late.version).toBe(version);
    expect(late.ofLabel('ReformItem')).toHaveLength(45);
    expect((await early).version).toBeGreaterThanOrEqual(version - 1);
  });

  test('gives the latest to whoever asks for an earlier version', async () => {
    const early = await readGraphVersion(store);
    const latest = await at(await grow(8));
    expect((await at(early)) === latest).toBe(true);
  });

  test('a graph that was emptied and filled again is read anew, though its version is lower', async () => {
    await at(await grow(8));
    await clearGraph(store);
    const { graphVersion } = await importDocument(store, documentOf(ROWS, { batch: 9 }));
    const snapshot = await at(graphVersion);
    expect(snapshot.version).toBe(graphVersion);
    expect(snapshot.ofLabel('ReformItem')).toHaveLength(2);
  });

  test('one that was emptied and filled again to a later version is read anew too', async () => {
    const early = await at(await readGraphVersion(store));
    await clearGraph(store);
    let version = 0;
    for (const batch of [8, 9, 10]) version = await grow(batch);
    expect(version).toBeGreaterThan(early.version);
    const snapshot = await at(version);
    expect([snapshot.version, snapshot.ofLabel('ReformItem').length]).toEqual([version, 3 * 2]);
    expect(reads()).toBe(2);
  });

  test('one that was emptied and filled again to the same version is another, and read anew', async () => {
    const early = await at(await readGraphVersion(store));
    await clearGraph(store);
    const version = await grow(8);
    expect(version).toBe(early.version);
    expect((await at(version)).ofLabel('ReformItem')).toHaveLength(2);
  });

  test('changes that cannot be understood are in the graph all the same', async () => {
    await at(await readGraphVersion(store));
    const version = await grow(8);
    failing.throwing(new TypeError('a change of a kind that is not known yet'), /changes\/blocks/);
    expect((await at(version)).ofLabel('ReformItem')).toHaveLength(45);
    expect(reads()).toBe(2);
  });

  test('a version that no import made leads nowhere, and the graph is read anew', async () => {
    const early = await at(await readGraphVersion(store));
    await store.write((transaction) =>
      transaction.run(loadRaiseVersion, { now: '2026-01-01T00:00:00.000Z' }),
    );
    counting.reset();
    const snapshot = await at(early.version + 1);
    expect([snapshot.version, reads()]).toEqual([early.version + 1, 1]);
    // Nor does what comes after it, until it has been read.
    expect((await at(await grow(8))).ofLabel('ReformItem')).toHaveLength(45);
  });

  test('a read that fails is for those who wait for it, and the next caller reads anew', async () => {
    const version = await readGraphVersion(store);
    failing.throwing(new StoreUnavailable('gone'), /node-ids/);
    const outcomes = await atOnce(version);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
    expect(reads()).toBe(1);
    failing.healed();
    expect((await at(version)).ofLabel('ReformItem')).toHaveLength(43);
    expect(reads()).toBe(2);
  });

  test('after a later read that failed, whoever asks for the earlier version gets the later one', async () => {
    const before = await readGraphVersion(store);
    await at(before);
    const version = await grow(8);
    failing.throwing(new StoreUnavailable('gone'), /changes|node-ids/);
    await expect(at(version)).rejects.toThrow('gone');
    failing.healed();
    expect((await at(before)).version).toBe(version);
  });
});
