import fc from 'fast-check';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import type { Vocabulary } from '../../src/ingest/vocabulary.ts';
import { advanceSnapshot } from '../../src/snapshot/advance/advance-snapshot.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { documentOf, seedVocabulary } from '../support/bulletin-document.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpOf, dumpStore } from '../support/dump-graph.ts';
import type { Row } from '../support/edited-bulletin.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { readSeedDocument } from '../support/seeds.ts';
import { contentsOf } from '../support/snapshot-contents.ts';

/** Phrases of themes, names of zones and facts of each kind, so that editions differ in all of them. */
const PHRASES = [
  '中欧班列',
  '商业保理',
  '碳交易',
  '绿色信贷',
  '东疆',
  '机场片区',
  '生态城',
  '自贸试验区',
  '试行',
  '服务企业3家',
  '2023年5月',
  '全国首单业务',
  '《甲办法》',
  '北京银行',
  '北疆海事局',
  '天津市司法局', // responsible for some items, and named by others
  '天津滨海柜台交易市场（以下简称天津OTC）', // with its short name
];
const AGENCIES = [
  '天津海关',
  '天津市商务局',
  '市商务局',
  '天津市司法局',
  '天津自贸试验区生态城联动创新区',
  '天津自贸试验区管委会',
  '某新单位',
];

const row = fc.record({
  title: fc.subarray(PHRASES, { minLength: 1, maxLength: 2 }).map((words) => words.join('和')),
  content: fc.subarray(PHRASES, { minLength: 1, maxLength: 3 }).map((words) => `${words.join('，')}。`),
  scope: fc.constantFrom('天津市', '京津冀'),
  agencies: fc
    .shuffledSubarray(AGENCIES, { minLength: 1, maxLength: 3 })
    .filter((names) => !(names.includes('天津市商务局') && names.includes('市商务局')))
    .map((names) => names.join(' ')),
});
const rows = fc
  .array(row, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((each, index): Row => ({ number: index + 1, ...each })));

/** Possible vocabulary changes: names, kinds, parents, and domains of themes. */
const vocabularies: Readonly<Record<string, Vocabulary>> = {
  'as it is': seedVocabulary,
  'another alias': {
    ...seedVocabulary,
    agencies: seedVocabulary.agencies.map((entry) =>
      entry.name === '天津海关' ? { ...entry, aliases: ['津关'], kind: 'GOVERNMENT_DEPARTMENT' } : entry,
    ),
  },
  'an agency above another': {
    ...seedVocabulary,
    agencies: seedVocabulary.agencies.map((entry) =>
      entry.name === '天津市司法局' ? { ...entry, partOf: '天津市公安局' } : entry,
    ),
  },
  'no authorities, and areas on their own': {
    ...seedVocabulary,
    zones: seedVocabulary.zones.map((entry) => ({ ...entry, authority: undefined, partOf: undefined })),
  },
  'themes in other domains': {
    ...seedVocabulary,
    domains: seedVocabulary.domains.map((domain, index, all) => ({
      ...domain,
      themes: (all[(index + 1) % all.length] as typeof domain).themes,
    })),
  },
  'bodies merged, one of them named by nobody, and one renamed': {
    ...seedVocabulary,
    agencies: [
      ...seedVocabulary.agencies.map((entry) => ({
        ...entry,
        ...(entry.name === '天津市司法局' ? { mergedInto: '天津海关', validTo: '2020-01-01' } : {}),
        ...(entry.name === '天津海关' ? { formerNames: [{ name: '津沽海关', validTo: '2010-01-01' }] } : {}),
      })),
      {
        ...{ name: '天津市旧局', aliases: [], kind: 'ZONE_BODY', level: 'MUNICIPAL', formerNames: [] },
        ...{ mergedInto: '天津市司法局', validTo: '2015-01-01', partOf: '天津市公安局' },
      },
    ],
  },
  'an agency under another id': {
    ...seedVocabulary,
    agencies: seedVocabulary.agencies.map((entry) =>
      entry.name === '天津市商务局' ? { ...entry, id: '商务主管部门' } : entry,
    ),
  },
};
const vocabulary = fc.constantFrom(...Object.keys(vocabularies));

describeForEachEngine('a sequence of imports', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  afterAll(() => store.close());

  const load = (document: GraphDocument) => importDocument(store, document, { replace: true });
  const editionOf = (of: Row[], words: string, batch = 7): GraphDocument =>
    documentOf(of, { batch, vocabulary: vocabularies[words] as Vocabulary });

  test('of editions of one batch leaves the same graph as the last alone', async () => {
    const editions = fc.array(fc.tuple(rows, vocabulary), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(editions, async (list) => {
        await clearGraph(store);
        for (const [of, words] of list) {
          const document = editionOf(of, words);
          await load(document);
          expect(await dumpStore(store)).toEqual(dumpOf(document));
          expect(await load(document)).toMatchObject({ changed: false });
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('of editions of two batches leaves the last edition of each', async () => {
    const editions = fc.array(fc.tuple(rows, fc.constantFrom(7, 8)), { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(editions, vocabulary, async (list, words) => {
        await clearGraph(store);
        const latest = new Map<number, GraphDocument>();
        for (const [of, batch] of list) {
          const document = editionOf(of, words, batch);
          latest.set(batch, document);
          await load(document);
          expect(await dumpStore(store)).toEqual(dumpOf(...latest.values()));
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  test('advances the snapshot before the first import to the graph after the last', async () => {
    const editions = fc.array(fc.tuple(rows, fc.constantFrom(8, 9), vocabulary), {
      minLength: 1,
      maxLength: 4,
    });
    let led = 0;
    await fc.assert(
      fc.asyncProperty(editions, async (list) => {
        await clearGraph(store);
        await load(readSeedDocument());
        const snapshots: GraphSnapshot[] = [await readSnapshot(store)];
        for (const [of, batch, words] of list) {
          if ((await load(editionOf(of, words, batch))).changed) snapshots.push(await readSnapshot(store));
        }
        const last = snapshots.at(-1) as GraphSnapshot;
        for (const before of snapshots.slice(0, -1)) {
          const later = await advanceSnapshot(store, before);
          // If more has changed than the graph contained, advanceSnapshot() requires a full read.
          if (later === undefined) continue;
          led += 1;
          expect(contentsOf(later)).toEqual(contentsOf(last));
        }
        expect(await advanceSnapshot(store, last)).toBeUndefined();
      }),
      { numRuns: 12 },
    );
    expect(led).toBeGreaterThan(10);
  }, 120_000);
});
