import { IngestFailed } from '../../src/domain/errors.ts';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { previewImport } from '../../src/snapshot/advance/preview-import.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import { loadContinuedBy, loadContinues } from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpOf, dumpStore, dumpWhole } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { toldBy } from '../support/snapshot-contents.ts';
import {
  SEVENTH_ROWS,
  SHANGHAI_ROWS,
  SIXTH_ROWS,
  seventh,
  shanghai,
  sixth,
} from '../support/three-bulletins.ts';

describeForEachEngine('bulletins of several batches and cities', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const load = async (...documents: readonly GraphDocument[]): Promise<void> => {
    for (const document of documents) await importDocument(store, document, { replace: true });
  };
  const everything = () => dumpWhole(store);

  /** The one problem for which the import is refused; the graph is unchanged. */
  async function refusalOf(document: GraphDocument) {
    const before = await everything();
    const error = await importDocument(store, document, { replace: true }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(IngestFailed);
    expect(await everything()).toEqual(before);
    const { problems } = error as IngestFailed;
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    return { ...problem, file: problem?.file.replace(/.*\//, '') };
  }

  test('side by side: the graph contains all three, and importing each again changes nothing', async () => {
    await load(sixth(), seventh(), shanghai());
    expect(await dumpStore(store)).toEqual(dumpOf(sixth(), seventh(), shanghai()));
    for (const document of [sixth(), seventh(), shanghai()]) {
      expect(await importDocument(store, document)).toMatchObject({ changed: false, graphVersion: 3 });
    }
  });

  test('each corrected: the others stay unchanged, with everything they shared with it', async () => {
    await load(sixth(), seventh(), shanghai());
    const title = (rows: typeof SIXTH_ROWS) =>
      rows.map((row) => ({ ...row, title: '跨境电商', agencies: '天津海关' }));
    for (const [other, rest] of [
      [sixth(title(SIXTH_ROWS)), [seventh(), shanghai()]],
      [seventh(title(SEVENTH_ROWS)), [sixth(), shanghai()]],
      [shanghai(title(SHANGHAI_ROWS)), [sixth(), seventh()]],
    ] as const) {
      await load(other);
      expect(await dumpStore(store)).toEqual(dumpOf(other, ...rest));
      await load(sixth(), seventh(), shanghai());
      expect(await dumpStore(store)).toEqual(dumpOf(sixth(), seventh(), shanghai()));
    }
  });

  test('an item continues earlier ones and is continued by later ones, one step each', async () => {
    const both = [
      { item: 'sh-3-1', of: 'tj-6-2' },
      { item: 'sh-3-1', of: 'tj-7-1' },
    ];
    await load(sixth(), seventh(), shanghai(SHANGHAI_ROWS, both));
    const ids = ['ReformItem:sh-3-1', 'ReformItem:tj-6-1', 'ReformItem:tj-7-1'];
    const ends = (rows: { ownerId: string; id: string }[]) =>
      rows.map(({ ownerId, id }) => [ownerId, id].join(' '));
    expect(ends(await store.read(loadContinues, { ids }))).toEqual([
      'ReformItem:sh-3-1 ReformItem:tj-6-2',
      'ReformItem:sh-3-1 ReformItem:tj-7-1',
      'ReformItem:tj-7-1 ReformItem:tj-6-1',
    ]);
    expect(ends(await store.read(loadContinuedBy, { ids }))).toEqual([
      'ReformItem:tj-6-1 ReformItem:tj-7-1',
      'ReformItem:tj-7-1 ReformItem:sh-3-1',
    ]);
    const snapshot = await readSnapshot(store);
    const seventhItem = snapshot.indexOf('ReformItem:tj-7-1') as number;
    expect(snapshot.linked(seventhItem, 'CONTINUES', true)).toHaveLength(1);
    expect(snapshot.linked(seventhItem, 'CONTINUES', false)).toHaveLength(1);
  });

  test('a snapshot with a previewed document equals the graph after the import of the document', async () => {
    await load(sixth(), seventh());
    const [before, again] = [await readSnapshot(store), await readSnapshot(store)];
    expect(toldBy(await previewImport(before, seventh()))).toEqual(toldBy(again));
    await load(shanghai());
    expect(toldBy(await previewImport(before, shanghai()))).toEqual(toldBy(await readSnapshot(store)));
  });

  test('a continuation removed from the metadata is removed, and nothing else', async () => {
    await load(sixth(), seventh(), shanghai());
    const outcome = await importDocument(store, seventh(SEVENTH_ROWS, []));
    expect(outcome.difference.nodes).toMatchObject({ added: [], updated: [], removed: [] });
    expect(outcome.difference.relationships).toMatchObject({
      added: [],
      updated: [],
      removed: [{ type: 'CONTINUES', from: 'ReformItem:tj-7-1', to: 'ReformItem:tj-6-1' }],
    });
  });

  test('an item of a batch that is not in the graph is refused, and the error names the batch', async () => {
    expect(await refusalOf(seventh())).toEqual({
      file: 'bulletin.yaml',
      line: 13,
      column: 9,
      text: 'tj-6-1',
      message: 'batch tj-6 is not in the graph',
      fix: 'import tj-6 first',
    });
  });

  test('an item that is not in its batch is refused', async () => {
    await load(sixth());
    expect(await refusalOf(seventh(SEVENTH_ROWS, [{ item: 'tj-7-2', of: 'tj-6-9' }]))).toMatchObject({
      line: 13,
      text: 'tj-6-9',
      message: 'batch tj-6 has no such item',
    });
  });

  test('a cycle across cities is refused, also if it closes through an item in between', async () => {
    await load(sixth(), seventh(), shanghai());
    const circle = (of: string, way: string) => ({
      line: 15,
      text: of,
      message: `${way}: a circle`,
      fix: 'remove the continuation that is wrong',
    });
    await load(shanghai(SHANGHAI_ROWS, [{ item: 'sh-3-1', of: 'tj-7-1' }]));
    const straight = { item: 'tj-7-1', of: 'tj-6-1' };
    expect(
      await refusalOf(seventh(SEVENTH_ROWS, [straight, { item: 'tj-7-1', of: 'sh-3-1' }])),
    ).toMatchObject(circle('sh-3-1', 'tj-7-1 continues sh-3-1 continues tj-7-1'));
    expect(await refusalOf(sixth(SIXTH_ROWS, [{ item: 'tj-6-1', of: 'sh-3-1' }]))).toMatchObject({
      ...circle('sh-3-1', 'tj-6-1 continues sh-3-1 continues tj-7-1 continues tj-6-1'),
      line: 13,
    });
  });

  test('refuses an edition without an item that another batch continues, and names the continuing item', async () => {
    await load(sixth(), seventh());
    const fewer = sixth(SIXTH_ROWS.slice(0, 1));
    await load(fewer);
    expect(await dumpStore(store)).toEqual(dumpOf(fewer, seventh()));
    await load(seventh(SEVENTH_ROWS, []), sixth(), seventh(SEVENTH_ROWS, [{ item: 'tj-7-2', of: 'tj-6-2' }]));
    expect(await refusalOf(fewer)).toEqual({
      file: 'bulletin.txt',
      text: 'tj-6-2',
      message: 'tj-7-2 continues this item, and this edition has it no more',
      fix: 'keep the item; or take it out of the continuations of tj-7, and import that first',
    });
  });
});
