import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { metadataFileOf, readMetadata } from '../../../src/ingest/metadata.ts';
import { readTextFile } from '../../../src/ingest/read-text.ts';
import { linesOf, metadataOf, problemsOf, sha256, temporaryFolder, writeBulletin } from './bulletin-files.ts';

const folder = temporaryFolder();
const bulletin = writeBulletin(folder, linesOf());
const file = join(folder, 'bulletin.yaml');
const SHA = sha256(`${linesOf().join('\n')}\n`);

/** Line 1 publisher, 2 its code, 3 its name, 4 batch, 5 title, 6 sha256, 7 expected, 8 to 10 the totals. */
const LINES = stringify(metadataOf(`${linesOf().join('\n')}\n`)).split('\n');
const refuse = (lines: readonly string[] | Buffer) => {
  writeFileSync(file, Buffer.isBuffer(lines) ? lines : lines.join('\n'));
  return problemsOf(() => readMetadata(readTextFile(bulletin)));
};
const replaceLine = (line: number, text: string): string[] =>
  LINES.map((each, index) => (index === line - 1 ? text : each));

test('the metadata has the lines that these tests expect', () => {
  expect(LINES.slice(0, 10).map((line) => line.split(':')[0])).toEqual([
    'publisher',
    '  code',
    '  name',
    'batch',
    'title',
    'sha256',
    'expected',
    '  items',
    '  agencies',
    '  responsibilities',
  ]);
});

test.each([
  ['seeds/tianjin-7.txt', 'seeds/tianjin-7.yaml'],
  ['a.b/c.d.txt', 'a.b/c.d.yaml'],
  ['a.b/none', 'a.b/none.yaml'],
])('%s is described by %s', (from, to) => {
  expect(metadataFileOf(from)).toBe(to);
});

test('missing: the error explains the purpose of the file', () => {
  rmSync(file, { force: true });
  expect(problemsOf(() => readMetadata(readTextFile(bulletin)))).toEqual([
    {
      file,
      message: 'there is no such file, and it should describe bulletin.txt',
      fix: expect.stringContaining('seeds/tianjin-7.yaml'),
    },
  ]);
});

test('for different bytes: reports both checksums', () => {
  const other = 'a'.repeat(64);
  expect(refuse(replaceLine(6, `sha256: ${other}`))).toEqual([
    {
      file,
      line: 6,
      column: 9,
      text: other,
      message: `bulletin.txt is not the file that this describes: its SHA-256 is ${SHA}`,
      fix: expect.stringContaining('write its SHA-256 here'),
    },
  ]);
});

describe('invalid YAML', () => {
  test('an unclosed brace', () => {
    const [problem] = refuse(replaceLine(7, 'expected: { items: 3'));
    expect(problem).toMatchObject({ file, message: expect.stringMatching(/^not YAML: /) });
    expect(problem?.line).toBeGreaterThanOrEqual(7);
  });

  test('the same key twice', () => {
    expect(refuse(replaceLine(5, 'batch: 2'))).toMatchObject([
      {
        line: 5,
        column: 1,
        text: 'batch: 2',
        message: expect.stringContaining('unique'),
        fix: expect.any(String),
      },
    ]);
  });

  test('an undefined alias, as in a text that begins with *', () => {
    expect(refuse(replaceLine(5, 'title: *重点'))).toEqual([
      {
        file,
        line: 5,
        column: 8,
        text: 'title: *重点',
        message: 'not YAML: nothing is marked &重点',
        fix: 'quote a text that begins with *',
      },
    ]);
  });

  test('GB18030', () => {
    expect(refuse(Buffer.from([0x61, 0x3a, 0x20, 0xcc, 0xec, 0xbd, 0xf2]))).toMatchObject([
      { file, line: 1, column: 4, text: 'a: ', message: 'not UTF-8: byte 0xcc after these words' },
    ]);
  });

  test('empty, or only comments', () => {
    expect(refuse([''])).toMatchObject([{ file, message: 'the file is empty' }]);
    expect(refuse(['# later'])).toMatchObject([
      { file, message: expect.stringMatching(/^the file: .*expected object/) },
    ]);
  });
});

describe('with the wrong shape', () => {
  test.each([
    [2, '  code: TJ', 9, 'publisher.code'],
    [2, '  code: 12', 9, 'publisher.code'],
    [4, 'batch: seven', 8, 'batch'],
    [4, 'batch: 1.5', 8, 'batch'],
    [4, 'batch: 0', 8, 'batch'],
    [5, 'title: 7', 8, 'title'],
    [5, 'title: ""', 8, 'title'],
    [6, 'sha256: 12ab', 9, 'sha256'],
    [8, '  items: 3 items', 10, 'expected.items'],
    [9, '  agencies: -1', 13, 'expected.agencies'],
  ])('line %i: %s', (line, text, column, path) => {
    expect(refuse(replaceLine(line, text))).toEqual([
      {
        file,
        line,
        column,
        text: text.trim(),
        message: expect.stringMatching(new RegExp(`^${path}: .{8,}`)),
        fix: 'compare with the entries beside it',
      },
    ]);
  });

  test('one line too few, one line too many', () => {
    expect(refuse(LINES.filter((_, index) => index !== 3))).toMatchObject([
      { message: expect.stringMatching(/^batch: /) },
    ]);
    expect(refuse([...LINES.slice(0, 10), 'editor: 某人', ''])).toMatchObject([
      { message: expect.stringContaining('editor') },
    ]);
  });

  test('several problems at once', () => {
    const lines = replaceLine(4, 'batch: seven').map((line, index) =>
      index === 8 ? '  agencies: none' : line,
    );
    expect(refuse(lines).map(({ line }) => line)).toEqual([4, 9]);
  });
});
