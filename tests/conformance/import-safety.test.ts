import { BatchConflict } from '../../src/domain/errors.ts';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { readGraphVersion } from '../../src/store/graph-version.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { documentOf } from '../support/bulletin-document.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpOf, dumpStore, dumpWhole } from '../support/dump-graph.ts';
import type { Row } from '../support/edited-bulletin.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { WriteRecorder } from '../support/write-recorder.ts';

const ROWS: readonly Row[] = [
  { number: 1, title: '中欧班列', content: '东疆试行。', scope: '天津市', agencies: '天津市商务局 天津海关' },
  { number: 2, title: '碳交易', content: '生态城试行。', scope: '京津冀', agencies: '某新单位' },
];
const first = documentOf(ROWS);
/** Writes of every kind: added, changed and removed nodes and relationships, and entries that become unused. */
const second = documentOf([
  { ...(ROWS[0] as Row), title: '跨境电商', agencies: '天津海关 天津市司法局' },
  { ...(ROWS[1] as Row), content: '机场片区试行碳交易。', agencies: '天津市商务局' },
  { number: 3, title: '商业保理', content: '试行。', scope: '天津市', agencies: '天津海关' },
]);

describeForEachEngine('an import that does not finish', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const everything = () => dumpWhole(store);

  test('another file of the same batch is refused without replace', async () => {
    await importDocument(store, first);
    const before = await everything();
    const refused = importDocument(store, second);
    await expect(refused).rejects.toThrow(BatchConflict);
    await expect(refused).rejects.toThrow(/tj-7.*bulletin\.txt \(SHA-256 [0-9a-f]{12}…\).*--replace/);
    expect(await everything()).toEqual(before);
    expect(await importDocument(store, second, { replace: true })).toMatchObject({ changed: true });
    expect(await dumpStore(store)).toEqual(dumpOf(second));
  });

  test('the same file under another name counts as the same file', async () => {
    await importDocument(store, first);
    const renamed: GraphDocument = {
      ...first,
      nodes: first.nodes.map((node) =>
        node.id === 'Batch:tj-7' ? { ...node, fileName: 'renamed.txt' } : node,
      ),
    };
    expect(await importDocument(store, renamed)).toMatchObject({ changed: true });
    expect(await dumpStore(store)).toEqual(dumpOf(renamed));
  });

  test('an exception of the caller during the import is rethrown, and the graph is unchanged', async () => {
    for (const step of ['comparing with the graph', 'writing']) {
      const before = await everything();
      const stopped = new Error('stopped');
      const onProgress = (at: string): void => {
        if (at === step) throw stopped;
      };
      await expect(importDocument(store, first, { onProgress })).rejects.toBe(stopped);
      expect(await everything()).toEqual(before);
      await importDocument(store, first);
      await importDocument(store, second, { replace: true });
      const after = await everything();
      await expect(importDocument(store, first, { replace: true, onProgress })).rejects.toBe(stopped);
      expect(await everything()).toEqual(after);
      await clearGraph(store);
    }
  });

  test.each([
    ['the first', undefined, first],
    ['a correction', first, second],
  ])('%s, interrupted at any of its writes, leaves the graph unchanged', async (_name, before, next) => {
    if (before) await importDocument(store, before);
    const start = await everything();
    for (let at = 1; ; at += 1) {
      const recorder = new WriteRecorder(at);
      const outcome = await importDocument(recorder.wrap(store), next, { replace: true }).catch(String);
      if (typeof outcome !== 'string') {
        expect(at).toBeGreaterThan(10);
        break;
      }
      expect(outcome).toBe('Error: pulled the plug');
      expect(await everything()).toEqual(start);
    }
    expect(await dumpStore(store)).toEqual(dumpOf(next));
  });
});

describeForEachEngine('concurrent imports', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  test('twenty imports of one file: one changes the graph, and the others have nothing to do', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => importDocument(store, first)));
    expect(outcomes.filter(({ changed }) => changed)).toHaveLength(1);
    expect(outcomes.map(({ graphVersion }) => graphVersion)).toEqual(outcomes.map(() => 1));
    expect(await dumpStore(store)).toEqual(dumpOf(first));
  });

  test('ten batches that share agencies: all are in the graph, and each increased the version', async () => {
    const documents = Array.from({ length: 10 }, (_, index) => documentOf(ROWS, { batch: index + 1 }));
    const outcomes = await Promise.all(documents.map((document) => importDocument(store, document)));
    expect(outcomes.map(({ graphVersion }) => graphVersion).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(await readGraphVersion(store)).toBe(10);
    expect(await dumpStore(store)).toEqual(dumpOf(...documents));
  });

  test('two editions that replace each other: the graph is one of them', async () => {
    await Promise.all(
      [first, second, first, second].map((document) => importDocument(store, document, { replace: true })),
    );
    expect([dumpOf(first), dumpOf(second)]).toContainEqual(await dumpStore(store));
  });
});
