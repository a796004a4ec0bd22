import { BatchConflict, IngestFailed } from '../../src/domain/errors.ts';
import { importDocument, importDocuments } from '../../src/store/load/import-document.ts';
import { rehearseImports } from '../../src/store/load/rehearse-import.ts';
import type { Store } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpWhole } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { SIXTH_ROWS, seventh, shanghai, sixth } from '../support/three-bulletins.ts';

describeForEachEngine('a rehearsal of imports', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const everything = () => dumpWhole(store);
  const now = new Date('2024-07-01T00:00:00Z');
  const corrected = sixth([
    { ...(SIXTH_ROWS[0] as (typeof SIXTH_ROWS)[number]), title: '中欧班列提速', agencies: '天津市司法局' },
    SIXTH_ROWS[1] as (typeof SIXTH_ROWS)[number],
  ]);

  test('reports the effects of the imports, each based on the previous one; the graph is unchanged', async () => {
    const empty = await everything();
    const documents = [sixth(), seventh(), shanghai()];
    const outcomes = await rehearseImports(store, documents, { now });
    expect(await everything()).toEqual(empty);
    expect(outcomes.map(({ changed }) => changed)).toEqual([true, true, true]);
    expect(outcomes).toEqual(await importDocuments(store, documents, { now }));

    const before = await everything();
    const [outcome] = await rehearseImports(store, [corrected], { now, replace: true });
    expect(await everything()).toEqual(before);
    expect(outcome).toEqual(await importDocument(store, corrected, { now, replace: true }));
    expect(outcome?.difference.nodes).toMatchObject({
      added: [],
      updated: [{ id: 'Batch:tj-6' }, { id: 'ReformItem:tj-6-1', title: '中欧班列提速' }],
      replaced: [{ id: 'Batch:tj-6' }, { id: 'ReformItem:tj-6-1', title: '中欧班列直达' }],
      removed: [],
    });
    expect(outcome?.difference.relationships).toMatchObject({
      added: [{ type: 'RESPONSIBLE_FOR', from: 'Agency:天津市司法局', to: 'ReformItem:tj-6-1' }],
      removed: [{ type: 'RESPONSIBLE_FOR', from: 'Agency:天津海关', to: 'ReformItem:tj-6-1' }],
    });
  });

  test('refuses everything that an import refuses, with the same error, and leaves the graph unchanged', async () => {
    await importDocument(store, sixth());
    const before = await everything();
    await expect(rehearseImports(store, [corrected])).rejects.toThrow(BatchConflict);
    const beyond = shanghai(undefined, [{ item: 'sh-3-1', of: 'tj-7-1' }]);
    await expect(rehearseImports(store, [beyond])).rejects.toThrow(IngestFailed);
    await expect(rehearseImports(store, [seventh(), beyond])).resolves.toHaveLength(2);
    expect(await everything()).toEqual(before);
  });
});
