import fc from 'fast-check';
import { columnInCell, readParagraphs } from '../../../src/ingest/paragraphs.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { temporaryFolder, withCell, writeBulletin } from './bulletin-files.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

const folder = temporaryFolder();

test.each([
  ['东疆试行。', '东疆试行。'],
  ['<p>东疆试行。</p>', '东疆试行。'],
  ['<p>东疆</p><p>试行。</p>', '东疆\n试行。'],
  ['<p> 东疆 </p>', '东疆'],
  ['<p></p>', ''],
])('%s', (cell, text) => {
  expect(readParagraphs(cell).text).toBe(text);
});

test('maps each character of the text to its place in the cell', () => {
  const paragraph = fc.string({ unit: fc.constantFrom(...'东疆试行A1<> 　，。𠮷'), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.boolean(), (paragraphs, marked) => {
      const cell = marked ? `<p>${paragraphs.join('</p><p>')}</p>` : paragraphs.join('');
      const read = readParagraphs(cell);
      for (const [at, character] of read.text.split('').entries()) {
        if (character !== '\n') expect(cell.charAt(columnInCell(read, at))).toBe(character);
      }
    }),
    { numRuns: 500 },
  );
});

test('a warning about a second paragraph gives the column in the file', () => {
  const file = writeBulletin(
    folder,
    withCell(1, '主要内容及成效', '<p>东疆片区试行。</p><p>共有12匝道。</p>'),
  );
  // 序号 1, 跨境电商甲 5 letters, with a tab after each: the cell begins in column 9; <p>东疆片区试行。</p><p>共有 are 3 + 7 + 7 + 2.
  expect(readGraphDocument(file, readSeedVocabulary()).warnings).toMatchObject([
    { code: 'UNREAD_NUMBER', line: 3, column: 9 + 19, text: expect.stringContaining('共有12匝道') },
  ]);
});
