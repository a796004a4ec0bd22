import type { GraphDocument } from '../../../src/domain/graph-document.ts';
import { readSnapshot } from '../../../src/snapshot/read-snapshot.ts';
import { importDocument } from '../../../src/store/load/import-document.ts';
import { snapshotNodeIds } from '../../../src/store/statements.gen.ts';
import type { Store } from '../../../src/store/store.ts';
import { documentOf } from '../../support/bulletin-document.ts';
import { bulletinRows } from '../../support/edited-bulletin.ts';
import { openEmptyStore } from '../../support/engines.ts';
import { openSeededStore, readSeedDocument } from '../../support/seeds.ts';
import { toldBy } from '../../support/snapshot-contents.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const SECOND = documentOf(bulletinRows().slice(0, 3), { batch: 8 });

/** Both documents, with shared parts once. */
function together(one: GraphDocument, other: GraphDocument): Pick<GraphDocument, 'nodes' | 'relationships'> {
  const nodes = new Map([...one.nodes, ...other.nodes].map((node) => [node.id, node]));
  const relationships = [...one.relationships, ...other.relationships];
  const distinct = new Map(relationships.map((each) => [`${each.type} ${each.from} ${each.to}`, each]));
  return { nodes: [...nodes.values()], relationships: [...distinct.values()] };
}

/** Runs an action after each of the first reads of all ids, as another process may at any time. */
const disturbed = (store: Store, disturb: (read: number) => Promise<unknown>): Pick<Store, 'read'> => {
  let read = 0;
  return {
    read: async (statement, params) => {
      const rows = await store.read(statement, params);
      if (statement.file === snapshotNodeIds.file) {
        read += 1;
        await disturb(read);
      }
      return rows;
    },
  };
};

describe('a snapshot read from a store', () => {
  let store: Store;
  afterEach(() => store.close());

  test('equals the document, at the version of the graph', async () => {
    store = await openSeededStore('embedded');
    const snapshot = await readSnapshot(store);
    expect(snapshot.version).toBe(1);
    expect(toldBy(snapshot)).toEqual(toldBy(snapshotOf(readSeedDocument())));
  });

  test('of an empty graph is empty, at version 0', async () => {
    store = await openEmptyStore('embedded');
    const snapshot = await readSnapshot(store);
    expect([snapshot.version, [...snapshot.nodes]]).toEqual([0, []]);
    expect(snapshot.ofLabel('ReformItem')).toEqual([]);
  });

  test('is read again if the graph changes during the read, and has the final contents', async () => {
    store = await openSeededStore('embedded');
    const reader = disturbed(store, async (read) => {
      if (read === 1) await importDocument(store, SECOND);
    });
    const snapshot = await readSnapshot(reader);
    expect(snapshot.version).toBe(2);
    expect(toldBy(snapshot)).toEqual(toldBy(snapshotOf(together(readSeedDocument(), SECOND))));
  });

  test('of a graph that keeps changing gets an earlier version, so that no caller caches it', async () => {
    store = await openSeededStore('embedded');
    let reads = 0;
    const reader = disturbed(store, async (read) => {
      reads = read;
      await importDocument(store, documentOf(bulletinRows().slice(0, 1), { batch: 7 + read }));
    });
    const snapshot = await readSnapshot(reader);
    expect(snapshot.ofLabel('ReformItem').length).toBeGreaterThanOrEqual(43);
    expect(reads).toBeGreaterThan(1);
    expect(reads).toBeLessThan(10);
    const rested = await readSnapshot(store);
    expect(rested.ofLabel('ReformItem')).toHaveLength(43 + reads);
    expect(snapshot.version).toBeLessThan(rested.version);
  });

  test('has no node and no link from only one side of a change', async () => {
    store = await openSeededStore('embedded');
    const fewer = documentOf(bulletinRows().slice(0, 20));
    const reader = disturbed(store, async (read) => {
      if (read === 1) await importDocument(store, fewer, { replace: true });
    });
    expect(toldBy(await readSnapshot(reader))).toEqual(toldBy(snapshotOf(fewer)));
  });
});
