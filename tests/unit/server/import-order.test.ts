import { inImportOrder } from '../../../src/server/import-order.ts';
import { SHANGHAI_ROWS, SIXTH_ROWS, seventh, shanghai, sixth } from '../../support/three-bulletins.ts';

const ordered = (...documents: ReturnType<typeof sixth>[]): string[] =>
  inImportOrder(documents.map((document) => ({ document }))).map(({ document }) => document.batchId);

test('each batch comes after those that it continues, and otherwise in the given order', () => {
  expect(ordered(shanghai(), seventh(), sixth())).toEqual(['Batch:tj-6', 'Batch:sh-3', 'Batch:tj-7']);
  const last = shanghai(SHANGHAI_ROWS, [{ item: 'sh-3-1', of: 'tj-7-2' }]);
  expect(ordered(last, seventh(), sixth())).toEqual(['Batch:tj-6', 'Batch:tj-7', 'Batch:sh-3']);
});

test('batches that continue each other cause no endless loop, and all are returned', () => {
  const first = sixth(SIXTH_ROWS, [{ item: 'tj-6-1', of: 'sh-3-1' }]);
  expect(ordered(first, shanghai()).sort()).toEqual(['Batch:sh-3', 'Batch:tj-6']);
});
