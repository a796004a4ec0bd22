import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeUtf8, readTextFile } from '../../../src/ingest/read-text.ts';
import { problemsOf, temporaryFolder } from './bulletin-files.ts';

const MARK = [0xef, 0xbb, 0xbf];
const folder = temporaryFolder();

describe('a text file', () => {
  test('gives its unchanged bytes, and its text without a byte-order mark', () => {
    const file = join(folder, 'marked.txt');
    writeFileSync(file, Buffer.from([...MARK, 0xe5, 0xa4, 0xa9, 0x0d, 0x0a]));
    const read = readTextFile(file);
    expect(read.file).toBe(file);
    expect(read.text).toBe('天\r\n');
    expect([...read.bytes]).toEqual([...MARK, 0xe5, 0xa4, 0xa9, 0x0d, 0x0a]);
  });
});

describe('an unreadable file', () => {
  test('no such file', () => {
    const file = join(folder, 'none.txt');
    expect(problemsOf(() => readTextFile(file))).toEqual([
      { file, message: 'there is no such file', fix: 'check the path' },
    ]);
  });

  test('a folder', () => {
    const file = join(folder, 'folder.txt');
    mkdirSync(file);
    expect(problemsOf(() => readTextFile(file))).toEqual([
      { file, message: 'is a directory', fix: 'name a file inside it' },
    ]);
  });

  test('a path through a file', () => {
    const file = join(folder, 'plain');
    writeFileSync(file, 'x');
    expect(problemsOf(() => readTextFile(join(file, 'inside.txt')))).toEqual([
      {
        file: join(file, 'inside.txt'),
        message: 'cannot be read (ENOTDIR)',
        fix: 'check its permissions',
      },
    ]);
  });

  test('an empty file', () => {
    expect(problemsOf(() => decodeUtf8('a.txt', Buffer.alloc(0)))).toEqual([
      { file: 'a.txt', message: 'the file is empty', fix: 'check the download' },
    ]);
  });
});

describe('bytes that are not UTF-8', () => {
  const problemIn = (...bytes: number[]) => problemsOf(() => decodeUtf8('a.txt', Buffer.from(bytes)))[0];

  test('天津 in GB18030, on the second line', () => {
    // CC EC is 天 and BD F2 津; in UTF-8, a byte from 80 to BF must follow CC
    expect(problemIn(0x41, 0x0a, 0x31, 0x09, 0xcc, 0xec, 0xbd, 0xf2, 0x0a)).toEqual({
      file: 'a.txt',
      line: 2,
      column: 3,
      text: '1\t',
      message: 'not UTF-8: byte 0xcc after these words',
      fix: 'save the file as UTF-8 (older Chinese files are often GB18030)',
    });
  });

  test('a letter cut off at the end of the file', () => {
    expect(problemIn(0xe5, 0xa4, 0xa9, 0xe6, 0xb4)).toMatchObject({ line: 1, column: 2, text: '天' });
  });

  test('a letter cut off at the end of a line', () => {
    expect(problemIn(0x41, 0x0a, 0x42, 0xe6, 0xb4, 0x0a, 0x43)).toMatchObject({
      line: 2,
      column: 2,
      text: 'B',
    });
  });

  test('does not count a byte-order mark', () => {
    expect(problemIn(...MARK, 0x41, 0xff)).toMatchObject({ line: 1, column: 2, text: 'A' });
  });

  test('UTF-16, as some editors save it', () => {
    expect(problemIn(0xff, 0xfe, 0x41, 0x00)).toMatchObject({ line: 1, column: 1, text: '' });
  });
});

/** Bytes that cannot begin a letter, and first bytes without the bytes that must follow. */
const WRONG = [0x80, 0xbf, 0xc0, 0xc1, 0xe4, 0xf0, 0xf5, 0xfe, 0xff];
const line = fc.string({ unit: fc.constantFrom(...'天津aé€𠮷\t '), maxLength: 30 });

test('finds the first wrong byte at any position', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 6 }),
      line,
      line,
      fc.constantFrom(...WRONG),
      fc.array(line, { maxLength: 3 }),
      (linesBefore, before, after, wrong, linesAfter) => {
        const bytes = Buffer.concat([
          Buffer.from([...linesBefore, before].join('\n')),
          Buffer.from([wrong]),
          Buffer.from([after, ...linesAfter].join('\n')),
          Buffer.from([0x0a, 0xff]),
        ]);
        const [problem] = problemsOf(() => decodeUtf8('a.txt', bytes));
        expect(problem).toMatchObject({ line: linesBefore.length + 1, column: before.length + 1 });
        expect(problem?.message).toContain(`0x${wrong.toString(16)}`);
        expect(before.endsWith(problem?.text ?? 'x')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
