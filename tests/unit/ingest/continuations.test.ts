import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { linesOf, problemsOf, temporaryFolder, writeBulletin } from './bulletin-files.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

const folder = temporaryFolder();
const vocabulary = readSeedVocabulary();
type Continues = readonly { readonly item: string; readonly of: string }[];

/** Batch 2 of the small bulletin; `continues` begins on line 11 of its metadata. */
const write = (continues: Continues): string =>
  writeBulletin(folder, linesOf(), { metadata: { batch: 2, continues } });
const refuse = (continues: Continues) => problemsOf(() => readGraphDocument(write(continues), vocabulary));

test('a valid continuation gives both items and its position in the metadata', () => {
  const file = write([
    { item: 'tt-2-1', of: 'tt-1-9' },
    { item: 'tt-2-1', of: 'sh-30-2' },
  ]);
  const { document } = readGraphDocument(file, vocabulary);
  const location = (line: number) => ({ file: file.replace(/txt$/, 'yaml'), line, column: 9 });
  expect(document.continuations).toEqual([
    { from: 'ReformItem:tt-2-1', to: 'ReformItem:tt-1-9', location: location(13) },
    { from: 'ReformItem:tt-2-1', to: 'ReformItem:sh-30-2', location: location(15) },
  ]);
  expect(document.relationships.filter(({ type }) => type === 'CONTINUES')).toEqual([
    { type: 'CONTINUES', from: 'ReformItem:tt-2-1', to: 'ReformItem:tt-1-9', properties: {} },
    { type: 'CONTINUES', from: 'ReformItem:tt-2-1', to: 'ReformItem:sh-30-2', properties: {} },
  ]);
});

test.each([
  ['an item that the bulletin lacks', 'tt-2-4', 'tt-1-1', 'tt-2-4', 'this bulletin has no such item'],
  ['an item of another bulletin', 'tt-1-1', 'sh-1-1', 'tt-1-1', 'this bulletin has no such item'],
  ['itself', 'tt-2-1', 'tt-2-1', 'tt-2-1', 'the item would continue itself'],
  ['one of the same batch', 'tt-2-1', 'tt-2-2', 'tt-2-2', 'tt-2 is no earlier batch'],
  ['one of a later batch', 'tt-2-1', 'tt-10-1', 'tt-10-1', 'tt-10 is no earlier batch'],
])('%s is refused', (_name, item, of, text, message) => {
  const file = write([]).replace(/txt$/, 'yaml');
  const at = text === of ? { line: 13, column: 9 } : { line: 12, column: 11 };
  expect(refuse([{ item, of }])).toEqual([
    { file, ...at, text, message, fix: expect.stringContaining('write the code of') },
  ]);
});

test('names a duplicate and each other wrong continuation', () => {
  const once = { item: 'tt-2-1', of: 'tt-1-1' };
  expect(
    refuse([once, { item: 'tt-2-7', of: 'tt-1-1' }, { ...once }]).map(({ line, message }) => [line, message]),
  ).toEqual([
    [14, 'this bulletin has no such item'],
    [17, 'tt-2-1 continues it already'],
  ]);
});

test.each(['tt-2', 'TT-1-1', 'tt-0-1', 'tt-1-01', 'ReformItem:tt-1-1'])('%s is not a code', (of) => {
  expect(refuse([{ item: 'tt-2-1', of }])).toMatchObject([
    { line: 13, message: 'continues.0.of: an item is written as tj-7-17' },
  ]);
});
