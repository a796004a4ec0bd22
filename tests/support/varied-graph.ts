import type { Vocabulary } from '../../src/ingest/vocabulary.ts';
import { importDocument, importDocuments } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { documentOf } from './bulletin-document.ts';
import { changingVocabulary } from './changing-agencies.ts';
import { readSeedDocument } from './seeds.ts';
import { SIXTH_ROWS, shanghai, sixth } from './three-bulletins.ts';

/** 丙局 is a part of 丁局. */
const vocabulary: Vocabulary = {
  ...changingVocabulary,
  agencies: changingVocabulary.agencies.map((agency) =>
    agency.name === '天津市丙局' ? { ...agency, partOf: '天津市丁局' } : agency,
  ),
};

const row = (number: number, title: string, content: string, agencies: string) => ({
  number,
  title,
  content,
  scope: '天津市',
  agencies,
});

const first = documentOf(
  [
    row(1, '碳交易试点', '试行。', '天津市丙委'),
    row(2, '商业保理试点', '2012年1月至6月，服务约3家。', '天津市乙委 天津海关'),
    row(3, '中欧班列直达', '2012年12月底前试行。', '天津市丙办'),
  ],
  { batch: 1, vocabulary, metadata: { published: '2013-01-01' } },
);
const eighth = documentOf(
  [
    row(
      1,
      '中欧班列扩围',
      '截至2023年底，东疆片区依据《甲办法》发送货物超过2万标准箱。',
      '天津海关 天津市丁局',
    ),
    row(2, '商业保理提速', '2023年5月1日至2023年10月31日，北京银行在机场片区试行，不足5家。', '天津市商务局'),
  ],
  {
    batch: 8,
    vocabulary,
    metadata: { continues: [{ item: 'tj-8-1', of: 'tj-7-4' }], published: '2025-02-01' },
  },
);

/**
 * Fills a graph in which every field of the schema has an answer somewhere. It contains the real bulletin and four
 * invented ones of two cities, continuations, bodies that changed, and one bulletin that was corrected last.
 */
export async function importVariedGraph(store: Store): Promise<void> {
  const now = new Date('2025-03-01T00:00:00Z');
  await importDocuments(store, [first, sixth(), readSeedDocument(), shanghai(), eighth], { now });
  const [rail, factoring] = SIXTH_ROWS as [(typeof SIXTH_ROWS)[number], (typeof SIXTH_ROWS)[number]];
  const corrected = sixth([{ ...rail, title: '中欧班列提速', agencies: '天津市司法局' }, factoring]);
  await importDocument(store, corrected, { now: new Date('2025-03-02T00:00:00Z'), replace: true });
}
