import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { documentOf } from './bulletin-document.ts';
import type { Row } from './edited-bulletin.ts';

/** Two cities and three batches. They share agencies, zones, themes, a document and an organization. */
const SHANGHAI = { code: 'sh', name: '上海自贸试验区' };

const row = (number: number, title: string, content: string, agencies: string, scope = '天津市'): Row => ({
  number,
  title,
  content,
  scope,
  agencies,
});

export const SIXTH_ROWS = [
  row(1, '中欧班列直达', '东疆片区依据《甲办法》试行，服务3家。', '天津海关'),
  row(2, '商业保理试点', '北京银行在机场片区试行。', '天津市商务局 天津海关'),
];
export const SEVENTH_ROWS = [
  row(1, '中欧班列扩围', '东疆片区依据《甲办法》扩围，服务5家。', '天津海关 天津市商务局'),
  row(2, '碳交易试点', '高新区试行。', '天津市司法局', '京津冀'),
];
export const SHANGHAI_ROWS = [
  row(1, '商业保理跨境', '北京银行依据《甲办法》试行。', '上海市商务委 天津市商务局', '京津冀'),
];

type Continues = readonly { readonly item: string; readonly of: string }[];

export const sixth = (rows: readonly Row[] = SIXTH_ROWS, continues: Continues = []): GraphDocument =>
  documentOf(rows, { batch: 6, metadata: { continues, published: '2023-05-01' } });
export const seventh = (
  rows: readonly Row[] = SEVENTH_ROWS,
  continues: Continues = [{ item: 'tj-7-1', of: 'tj-6-1' }],
): GraphDocument => documentOf(rows, { metadata: { continues, published: '2024-03-01' } });
export const shanghai = (
  rows: readonly Row[] = SHANGHAI_ROWS,
  continues: Continues = [{ item: 'sh-3-1', of: 'tj-6-2' }],
): GraphDocument => documentOf(rows, { batch: 3, publisher: SHANGHAI, metadata: { continues } });
