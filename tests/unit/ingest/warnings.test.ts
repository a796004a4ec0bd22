import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { linesOf, problemsOf, sha256, temporaryFolder, withCell, writeBulletin } from './bulletin-files.ts';
import { BULLETIN, Reading, readSeedVocabulary, SEEDS } from './tianjin-7.ts';

const folder = temporaryFolder();
const vocabulary = readSeedVocabulary();

describe('an unlisted agency', () => {
  const file = writeBulletin(folder, withCell(2, '负责单位', '天津市商务厅　天津海关'));
  const { document, warnings } = readGraphDocument(file, vocabulary);

  test('is a warning with its position and the most similar names', () => {
    expect(warnings).toEqual([
      {
        code: 'UNKNOWN_AGENCY',
        file,
        line: 4,
        // 序号 1, 改革事项 5, 主要内容及成效 7, 推广范围 3 letters, and four tabs before it
        column: 21,
        text: '天津市商务厅',
        message: 'not in the vocabulary of agencies; kept as printed',
        fix: expect.stringMatching(/^one of 天津市商务局, .*add it to seeds\/agencies\.yaml$/),
      },
    ]);
  });

  test('becomes a separate node with kind and level UNLISTED, first of the two', () => {
    expect(new Reading(document).node('Agency:天津市商务厅')).toEqual({
      id: 'Agency:天津市商务厅',
      name: '天津市商务厅',
      aliases: [],
      kind: 'UNLISTED',
      level: 'UNLISTED',
      pinyin: 'tian1 jin1 shi4 shang1 wu4 ting1',
    });
    expect(document.relationships).toContainEqual({
      type: 'RESPONSIBLE_FOR',
      from: 'Agency:天津市商务厅',
      to: 'ReformItem:tt-1-2',
      properties: {
        ...{ order: 1, printedName: '天津市商务厅' },
        ...{ evidenceFields: ['AGENCIES'], evidenceStarts: [0], evidenceEnds: [6] },
      },
    });
  });

  test('the second of a cell has its own column; a name without similar names gets no suggestion', () => {
    const other = writeBulletin(folder, withCell(2, '负责单位', '天津海关 Nobody ministry'), {
      name: 'other',
      metadata: { expected: { items: 3, agencies: 4, responsibilities: 5 } },
    });
    expect(readGraphDocument(other, vocabulary).warnings).toMatchObject([
      { line: 4, column: 26, text: 'Nobody', fix: 'add it to seeds/agencies.yaml' },
      { line: 4, column: 33, text: 'ministry', fix: 'add it to seeds/agencies.yaml' },
    ]);
  });
});

test('an item without a theme is a warning', () => {
  const file = writeBulletin(folder, withCell(3, '改革事项', '某项改革'));
  expect(readGraphDocument(file, vocabulary).warnings).toEqual([
    {
      code: 'NO_THEME',
      file,
      line: 5,
      column: 3,
      text: '某项改革',
      message: 'no theme is evidenced',
      fix: 'add a phrase of it to seeds/themes.yaml',
    },
  ]);
});

test('the real bulletin with one item lost: 43 expected, 42 found', () => {
  const text = readFileSync(BULLETIN, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('19\t'))
    .join('\n');
  const file = join(folder, 'tianjin-7.txt');
  const metadata = readFileSync(join(SEEDS, 'tianjin-7.yaml'), 'utf8');
  writeFileSync(file, text);
  writeFileSync(
    join(folder, 'tianjin-7.yaml'),
    metadata.replace(/sha256: [0-9a-f]+/, `sha256: ${sha256(text)}`),
  );
  expect(problemsOf(() => readGraphDocument(file, vocabulary))).toEqual([
    { file, message: '序号 19 missing', fix: 'look for lines that were lost or joined' },
    {
      file,
      message: '43 items are expected and 42 were found',
      fix: `restore the missing lines, or correct expected.items in ${join(folder, 'tianjin-7.yaml')}`,
    },
  ]);
});

test('a parent from the vocabulary is not an agency of the bulletin: totals count responsible agencies only', () => {
  const withParent = {
    ...vocabulary,
    agencies: vocabulary.agencies.map((entry) =>
      entry.name === '天津海关' ? { ...entry, partOf: '天津自贸试验区管委会' } : entry,
    ),
  };
  const { document } = readGraphDocument(writeBulletin(folder, linesOf()), withParent);
  const reading = new Reading(document);
  expect(reading.edges('PART_OF')).toContainEqual({
    type: 'PART_OF',
    from: 'Agency:天津海关',
    to: 'Agency:天津自贸试验区管委会',
    properties: {},
  });
});

test('each unread text that looks like a fact is a warning, with its position and the words around it', () => {
  const file = writeBulletin(folder, withCell(1, '改革事项', '跨境电商首航，12匝道《办法'), {
    name: 'unread',
  });
  const { warnings } = readGraphDocument(file, vocabulary);
  // 序号 1 and a tab, then 跨境电商: 首 is in column 7
  expect(warnings.map(({ code, line, column, text }) => [code, line, column, text])).toEqual([
    ['UNREAD_FIRST', 3, 7, '跨境电商首航，12匝道'],
    ['UNREAD_NUMBER', 3, 10, '境电商首航，12匝道《办法'],
    ['UNREAD_DOCUMENT', 3, 14, '航，12匝道《办法'],
  ]);
  for (const { fix } of warnings) expect(fix).not.toBe('');
});
