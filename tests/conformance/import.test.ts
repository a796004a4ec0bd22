import type { GraphDocument } from '../../src/domain/graph-document.ts';
import type { GraphDifference } from '../../src/store/load/diff-graph.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import { graphVersion } from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { documentOf, seedVocabulary } from '../support/bulletin-document.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpOf, dumpStore, type GraphDump } from '../support/dump-graph.ts';
import { bulletinRows, type Row } from '../support/edited-bulletin.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { inlineStatement } from '../support/inline-statement.ts';
import { readSeedDocument } from '../support/seeds.ts';
import { WriteRecorder } from '../support/write-recorder.ts';

const original = bulletinRows();
const edited = (changes: Readonly<Record<number, Partial<Row>>>): Row[] =>
  original.map((row) => ({ ...row, ...changes[row.number] }));

/** Item 12 has another title, item 41 has another agency, and item 43 is omitted. */
const corrected = edited({
  12: { title: '探索央企贸易应收账款产品创新' },
  41: { agencies: '天津市药监局' },
}).slice(0, 42);

/** The original plus one item, with an agency that is in no vocabulary. */
const longer: Row[] = [
  ...original,
  { number: 44, title: '医疗器械追溯', content: '东疆片区试行。', scope: '京津冀', agencies: '某新单位' },
];

/** The two claims of item 43, 全国首创 and 全国首单. They are added and removed with it. */
const claimsOf43 = ['全国首创', '全国首单'].map((words) => {
  const start = original.find(({ number }) => number === 43)?.content.indexOf(words) ?? -1;
  return `FirstClaim:tj-7-43:CONTENT:${start}-${start + words.length}`;
});

/** Counts in the form of the report. */
const count = ({ nodes, relationships }: GraphDifference) =>
  [nodes, relationships].map(({ added, updated, removed }) => [added.length, updated.length, removed.length]);

/** The numbers of added, updated and removed rows between two dumps. */
const between = (before: GraphDump, after: GraphDump) =>
  (['nodes', 'relationships'] as const).map((kind) => {
    const [old, next] = [before, after].map(
      (dump) => new Map(dump[kind].map((row) => [keyOf(row), JSON.stringify(row)])),
    ) as [Map<string, string>, Map<string, string>];
    const kept = [...next].filter(([key]) => old.has(key));
    return [
      next.size - kept.length,
      kept.filter(([key, value]) => old.get(key) !== value).length,
      old.size - kept.length,
    ];
  });
const keyOf = (row: Record<string, unknown>): string =>
  JSON.stringify([row.type, row.from, row.to, (row.properties as { id?: string }).id]);

const ids = (changed: readonly { readonly id: string }[]): string[] => changed.map(({ id }) => id).sort();

describeForEachEngine('import', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const now = new Date('2024-07-01T00:00:00Z');
  const load = (document: GraphDocument) => importDocument(store, document, { replace: true, now });

  /** The graph after only this import. */
  async function fresh(document: GraphDocument): Promise<GraphDump> {
    await clearGraph(store);
    await importDocument(store, document);
    const dump = await dumpStore(store);
    await clearGraph(store);
    return dump;
  }

  test('the first: everything in the bulletin and nothing else, at version 1', async () => {
    const document = readSeedDocument();
    const outcome = await importDocument(store, document, { now });
    expect(outcome).toMatchObject({ changed: true, graphVersion: 1, knownBefore: new Set() });
    // 43 items, 23 + 15 agencies, 6 zones, 39 themes, 2 regions, 1 batch, 8 documents, 60 organizations, and
    // 25 claims, 45 figures, 21 milestones; 57 + 33 + 69 + 43 + 43 + 5 + 4 + 30 and 91 + 8 + 63 + 16 relationships.
    expect(count(outcome.difference)).toEqual([
      [288, 0, 0],
      [462, 0, 0],
    ]);
    expect(await dumpStore(store)).toEqual(dumpOf(document));
    expect(await store.read(graphVersion, {})).toEqual([
      { version: 1, changedAt: '2024-07-01T00:00:00.000Z' },
    ]);
  });

  test('the same file again: no change, the same version, and no write except the lock', async () => {
    const document = readSeedDocument();
    await importDocument(store, document, { now });
    const before = await dumpStore(store);
    const recorder = new WriteRecorder();
    const steps: string[] = [];
    const outcome = await importDocument(recorder.wrap(store), document, {
      onProgress: (step) => steps.push(step),
    });
    expect(outcome).toMatchObject({ changed: false, graphVersion: 1 });
    expect(outcome.knownBefore.size).toBe(288);
    expect(count(outcome.difference).flat()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(recorder.files).toEqual(['load/lock-graph.cypher']);
    expect(steps).toEqual(['comparing with the graph']);
    expect(await dumpStore(store)).toEqual(before);
    expect(await store.read(graphVersion, {})).toEqual([
      { version: 1, changedAt: '2024-07-01T00:00:00.000Z' },
    ]);
  });

  test('a corrected bulletin: exactly the differences, and the same graph as a first import', async () => {
    const expected = await fresh(documentOf(corrected));
    await load(documentOf(original));
    const before = await dumpStore(store);
    const outcome = await load(documentOf(corrected));
    const after = await dumpStore(store);
    expect(after).toEqual(expected);
    expect(outcome).toMatchObject({ changed: true, graphVersion: 2 });
    const { nodes, relationships } = outcome.difference;
    expect(ids(nodes.added)).toEqual([]);
    expect(ids(nodes.updated)).toEqual(['Batch:tj-7', 'ReformItem:tj-7-12', 'ReformItem:tj-7-41']);
    expect(ids(nodes.removed)).toEqual([...claimsOf43, 'ReformItem:tj-7-43']);
    // 在市人社局大力支持下: after it loses responsibility for 41, the text still names it.
    expect(relationships.added.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['RESPONSIBLE_FOR', 'Agency:天津市药监局', 'ReformItem:tj-7-41'],
      ['MENTIONS_AGENCY', 'ReformItem:tj-7-41', 'Agency:天津市人社局'],
    ]);
    expect(relationships.updated).toEqual([]);
    // 人社局 for 41; the agency, zone, theme, region, batch and two claims of 43.
    expect(relationships.removed.map(({ type }) => type).sort()).toEqual([
      'HAS_THEME',
      'PILOTED_IN',
      'PROMOTED_TO',
      'PUBLISHED_IN',
      'RESPONSIBLE_FOR',
      'RESPONSIBLE_FOR',
      'STATES',
      'STATES',
    ]);
    expect(count(outcome.difference)).toEqual(between(before, after));
  });

  test('restored and new items, with an agency that is in no vocabulary', async () => {
    const expected = await fresh(documentOf(longer));
    await load(documentOf(corrected));
    const outcome = await load(documentOf(longer));
    expect(await dumpStore(store)).toEqual(expected);
    expect(ids(outcome.difference.nodes.added)).toEqual([
      'Agency:某新单位',
      ...claimsOf43,
      'ReformItem:tj-7-43',
      'ReformItem:tj-7-44',
    ]);
  });

  test('removes vocabulary entries without references, and then the entries above them', async () => {
    const row = (number: number, content: string, agencies: string): Row => ({
      number,
      title: `事项${number}`,
      content,
      scope: '天津市',
      agencies,
    });
    // Only the name of its own authority names 生态城. It is removed with that name, and so is its whole zone.
    const rows = [
      row(1, '中欧班列开行。', '天津自贸试验区生态城联动创新区'),
      row(2, '商业保理。', '天津海关'),
    ];
    await load(documentOf(rows));
    const before = await dumpStore(store);
    const outcome = await load(documentOf([row(1, '商业保理。', '天津海关'), rows[1] as Row]));
    expect(ids(outcome.difference.nodes.removed)).toEqual([
      'Agency:天津自贸试验区生态城联动创新区',
      'PilotZone:天津自贸试验区',
      'PilotZone:生态城联动创新区',
      'Theme:中欧班列',
      'Theme:航运物流',
    ]);
    expect(count(outcome.difference)).toEqual(between(before, await dumpStore(store)));
  });

  test('removes facts with their item, shared nodes with the last item naming them; a repeat is no change', async () => {
    const row = (number: number, content: string): Row => ({
      number,
      title: `碳交易${'甲乙'.charAt(number - 1)}`,
      content,
      scope: '天津市',
      agencies: '天津海关',
    });
    const shared = '依据《甲办法》，北京银行会同北疆海事局试行';
    await load(documentOf([row(1, `${shared}，服务3家。`), row(2, `2023年5月，${shared}。`)]));
    const before = await dumpStore(store);
    const document = documentOf([row(1, '服务4家，其中2023年5月1家。'), row(2, `2023年5月，${shared}。`)]);
    const outcome = await load(document);
    expect(await dumpStore(store)).toEqual(dumpOf(document));
    expect(count(outcome.difference)).toEqual(between(before, await dumpStore(store)));
    // Removed: 3家. Added: 4家, 2023年5月 and 1家. The nodes shared by both items stay for the other item.
    expect(outcome.difference.nodes.added).toHaveLength(3);
    expect(outcome.difference.nodes.removed).toMatchObject([{ value: 3, unit: '家' }]);
    expect(await load(document)).toMatchObject({ changed: false });

    const less = await load(documentOf([row(1, '服务4家，其中2023年5月1家。'), row(2, '试行。')]));
    expect(ids(less.difference.nodes.removed)).toEqual([
      'Agency:北疆海事局',
      'Milestone:tj-7-2:CONTENT:0-7',
      'Organization:北京银行',
      'PolicyDocument:甲办法',
    ]);
  });

  test('adding or removing an attribute is a change: optional attributes are absent, never null', async () => {
    const at = (content: string) =>
      documentOf([{ number: 1, title: '碳交易', content, scope: '天津市', agencies: '天津海关' }]);
    await load(at('服务3家。2023年5月。'));
    for (const content of ['服务3家，2023年5月。', '服务3家。2023年5月。']) {
      const outcome = await load(at(content));
      expect(outcome.difference.nodes.updated.map(({ id }) => id.split(':')[0]).sort()).toEqual([
        'Batch',
        'Figure',
        'Milestone',
        'ReformItem',
      ]);
      expect(await dumpStore(store)).toEqual(dumpOf(at(content)));
    }
  });

  test('a word added to the vocabulary: writes only that node, from the same file', async () => {
    await load(documentOf(original));
    const agencies = seedVocabulary.agencies.map((entry) =>
      entry.name === '天津海关' ? { ...entry, aliases: [...entry.aliases, '津关'] } : entry,
    );
    const document = documentOf(original, { vocabulary: { ...seedVocabulary, agencies } });
    const recorder = new WriteRecorder();
    const outcome = await importDocument(recorder.wrap(store), document);
    expect(ids(outcome.difference.nodes.updated)).toEqual(['Agency:天津海关']);
    expect(count(outcome.difference).flat()).toEqual([0, 1, 0, 0, 0, 0]);
    expect(recorder.files).toEqual([
      'load/lock-graph.cypher',
      'load/merge-agency.cypher',
      'load/raise-version.cypher',
      'load/record-import.cypher',
      'load/record-changes.cypher',
    ]);
    expect(await dumpStore(store)).toEqual(dumpOf(document));
  });

  test('an item without its relationship to the batch gets it back, and is not created twice', async () => {
    const document = documentOf(original);
    await load(document);
    const cut = `MATCH (r:ReformItem {id: 'ReformItem:tj-7-2'})-[x:PUBLISHED_IN]->(:Batch) DELETE x`;
    await store.write((transaction) => transaction.run(inlineStatement(cut, { mode: 'write' }), {}));
    const cutOff = await dumpStore(store);
    // Of 462 relationships, the one from the item to its batch is missing.
    expect([cutOff.nodes.length, cutOff.relationships.length]).toEqual([288, 461]);
    await load(document);
    expect(await dumpStore(store)).toEqual(dumpOf(document));
  });

  describe('another batch', () => {
    const eighth = documentOf(
      [
        {
          number: 1,
          title: '中欧班列二',
          content: '东疆。',
          scope: '天津市',
          agencies: '天津市人社局 天津海关',
        },
        { number: 2, title: '碳交易二', content: '机场片区。', scope: '京津冀', agencies: '某新单位' },
      ],
      { batch: 8 },
    );

    test('stays unchanged if the other batch is corrected, with the agencies that only it still names', async () => {
      await load(documentOf(original));
      await load(eighth);
      expect(await dumpStore(store)).toEqual(dumpOf(documentOf(original), eighth));
      const outcome = await load(documentOf(corrected));
      // 天津市人社局 is no longer responsible for an item of batch 7, but for one of batch 8.
      expect(ids(outcome.difference.nodes.removed)).toEqual([...claimsOf43, 'ReformItem:tj-7-43']);
      expect(await dumpStore(store)).toEqual(dumpOf(documentOf(corrected), eighth));
    });

    test('corrected itself, leaves the first batch unchanged', async () => {
      await load(documentOf(original));
      await load(eighth);
      const shorter = documentOf(
        [{ number: 1, title: '碳交易二', content: '机场片区。', scope: '京津冀', agencies: '天津海关' }],
        { batch: 8 },
      );
      const outcome = await load(shorter);
      expect(ids(outcome.difference.nodes.removed)).toEqual(['Agency:某新单位', 'ReformItem:tj-8-2']);
      expect(await dumpStore(store)).toEqual(dumpOf(documentOf(original), shorter));
    });

    test('reuses the agencies, zones and themes of the first batch', async () => {
      await load(documentOf(original));
      const { knownBefore } = await load(eighth);
      // The two regions; 海关 and 人社局; 东疆, 机场 and the whole zone; 中欧班列 and 碳交易 with their domains.
      expect([...knownBefore].map((id) => id.split(':')[0]).sort()).toEqual([
        ...Array.from({ length: 2 }, () => 'Agency'),
        ...Array.from({ length: 3 }, () => 'PilotZone'),
        ...Array.from({ length: 2 }, () => 'Region'),
        ...Array.from({ length: 4 }, () => 'Theme'),
      ]);
    });
  });
});
