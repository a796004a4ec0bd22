import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '../../../src/domain/errors.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import {
  COLUMNS,
  HEADER,
  linesOf,
  problemsOf,
  ROWS,
  TITLE,
  temporaryFolder,
  withCell,
  writeBulletin,
} from './bulletin-files.ts';
import { about, refuseIn } from './refuse-bulletin.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

const folder = temporaryFolder();
const vocabulary = readSeedVocabulary();
const refuse = refuseIn(folder);

test('reads the unchanged small bulletin without a warning', () => {
  const { document, warnings } = readGraphDocument(writeBulletin(folder, linesOf()), vocabulary);
  expect(warnings).toEqual([]);
  expect(document.nodes.filter(({ id }) => id.startsWith('ReformItem:')).map(({ id }) => id)).toEqual([
    'ReformItem:tt-1-1',
    'ReformItem:tt-1-2',
    'ReformItem:tt-1-3',
  ]);
});

describe('the header', () => {
  test('lacks a column', () => {
    const header = COLUMNS.filter((name) => name !== '推广范围');
    const lines = [
      TITLE,
      header.join('\t'),
      ...ROWS.map((cells) => cells.filter((_, i) => i !== 3).join('\t')),
    ];
    expect(refuse(lines)).toEqual([
      {
        line: 2,
        column: 1,
        text: '序号 改革事项 主要内容及成效 负责单位',
        message: about('lacks 推广范围'),
        fix: about('序号 改革事项 主要内容及成效 推广范围 负责单位'),
      },
    ]);
  });

  test('has an unknown column', () => {
    const lines = [TITLE, `${HEADER}\t备注`, ...ROWS.map((cells) => `${cells.join('\t')}\t无`)];
    expect(refuse(lines)).toEqual([
      // letters and tabs before it: 2 + 1 + 4 + 1 + 7 + 1 + 4 + 1 + 4 + 1 = 26
      { line: 2, column: 27, text: '备注', message: about('not a column'), fix: about('remove it') },
    ]);
  });

  test('has a column twice', () => {
    const lines = [TITLE, `${HEADER}\t序号`, ...ROWS.map((cells) => `${cells.join('\t')}\t9`)];
    expect(refuse(lines)).toMatchObject([
      { line: 2, column: 27, text: '序号', message: about('stands twice'), fix: about('keep one') },
    ]);
  });

  test('is missing: reported once, not for each row', () => {
    expect(refuse(linesOf().filter((line) => line !== HEADER))).toEqual([
      {
        line: 2,
        column: 1,
        text: ROWS[0].join('\t'),
        message: 'a row before any header',
        fix: about(`start with the title 「${TITLE}」 or the header`),
      },
      { message: 'no header was found', fix: 'it reads 序号 改革事项 主要内容及成效 推广范围 负责单位' },
    ]);
  });

  test('comes after other text: reports every such line, and reads the rows after it', () => {
    expect(refuse(['来源：某网站', ...linesOf().slice(0, 1), '', '2024年', ...linesOf().slice(1)])).toEqual([
      {
        line: 1,
        column: 1,
        text: '来源：某网站',
        message: 'neither the title nor the header',
        fix: about(TITLE),
      },
      { line: 4, column: 1, text: '2024年', message: 'neither the title nor the header', fix: about(TITLE) },
    ]);
  });

  test('the file has only blank lines', () => {
    expect(refuse(['', '  ', '　'])).toEqual([{ message: 'no header was found', fix: about('序号') }]);
  });
});

describe('序号', () => {
  test.each(['五', '2.0', '-2', '０', '2a', '02', '1234567'])('%s is not a number', (text) => {
    expect(refuse(withCell(2, '序号', text))).toEqual([
      { line: 4, column: 1, text, message: '序号 is no number', fix: 'write it in digits, from 1' },
    ]);
  });

  test('is missing', () => {
    expect(refuse(withCell(2, '序号', ''))).toEqual([
      {
        line: 4,
        column: 1,
        text: '融资租赁乙',
        message: '序号 is empty',
        fix: 'fill it in from the source',
      },
    ]);
  });

  test('occurs twice', () => {
    expect(refuse(withCell(3, '序号', '1'))).toEqual([
      {
        line: 5,
        column: 1,
        text: '1',
        message: '序号 1 stands on line 3 already',
        fix: 'number the items from 1, each once',
      },
      { message: '序号 3 missing', fix: about('lost or joined') },
    ]);
  });

  test('has a gap', () => {
    expect(refuse(withCell(3, '序号', '5'))).toEqual([
      { message: '序号 3, 4 missing', fix: about('lost or joined') },
    ]);
  });
});

describe('totals', () => {
  test('fewer items than the metadata expects', () => {
    expect(
      refuse(linesOf(ROWS.slice(0, 2)), { expected: { items: 3, agencies: 2, responsibilities: 3 } }),
    ).toEqual([
      { message: '序号 3 missing', fix: about('lost or joined') },
      { message: '3 items are expected and 2 were found', fix: about(join(folder, 'bulletin.yaml')) },
    ]);
  });

  test('more items', () => {
    expect(refuse(linesOf(), { expected: { items: 2, agencies: 3, responsibilities: 4 } })).toEqual([
      { message: '2 items are expected and 3 were found', fix: about('expected.items') },
    ]);
  });

  test('agencies and responsibilities', () => {
    expect(refuse(linesOf(), { expected: { items: 3, agencies: 5, responsibilities: 6 } })).toEqual([
      { message: '5 agencies are expected and 3 were found', fix: about('expected.agencies') },
      {
        message: '6 responsibilities are expected and 4 were found',
        fix: about('expected.responsibilities'),
      },
    ]);
  });
});

describe('the file itself', () => {
  test('GB18030', () => {
    // 序号 is D0 F2 BA C5, 天津 CC EC BD F2
    const bytes = Buffer.concat([
      Buffer.from(`${TITLE}\n`),
      Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x09, 0xcc, 0xec, 0xbd, 0xf2, 0x0a]),
    ]);
    expect(refuse(bytes)).toEqual([
      { line: 2, column: 1, text: '', message: about('not UTF-8: byte 0xd0'), fix: about('GB18030') },
    ]);
  });

  test('empty', () => {
    expect(refuse(Buffer.alloc(0))).toEqual([{ message: 'the file is empty', fix: 'check the download' }]);
  });

  test('a folder, and a missing file', () => {
    const directory = join(folder, 'directory.txt');
    mkdirSync(directory);
    writeFileSync(join(folder, 'directory.yaml'), '');
    const problems = (file: string) => problemsOf(() => readGraphDocument(file, vocabulary));
    expect(problems(directory)).toMatchObject([{ file: directory, message: 'is a directory' }]);
    const nowhere = join(folder, 'nowhere.txt');
    expect(problems(nowhere)).toMatchObject([{ file: nowhere, message: 'there is no such file' }]);
  });
});

test('a problem prints as one line: position, error, words, fix', () => {
  const problem = {
    file: 'a.txt',
    line: 4,
    column: 17,
    text: '长三角',
    message: '推广范围 is not known',
    fix: 'add it',
  };
  expect(describeProblem(problem)).toBe('a.txt:4:17: 推广范围 is not known 「长三角」 — add it');
  expect(describeProblem({ file: 'a.txt', message: 'the file is empty', fix: 'check it' })).toBe(
    'a.txt: the file is empty — check it',
  );
});
