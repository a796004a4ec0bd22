import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { IngestFailed, type Problem } from '../domain/errors.ts';

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** A file: its name as given, its unchanged bytes, and their text without a byte-order mark. */
export interface TextFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** @throws IngestFailed if the file cannot be read, is empty, or is not UTF-8 */
export function readTextFile(file: string): TextFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new IngestFailed([unreadable(file, (error as NodeJS.ErrnoException).code)]);
  }
  return { file, bytes, text: decodeUtf8(file, bytes) };
}

function unreadable(file: string, code: string | undefined): Problem {
  if (code === 'EISDIR') return { file, message: 'is a directory', fix: 'name a file inside it' };
  if (code === 'ENOENT') return { file, message: 'there is no such file', fix: 'check the path' };
  return { file, message: `cannot be read (${code ?? 'unknown error'})`, fix: 'check its permissions' };
}

/** @throws IngestFailed if the bytes are empty or not UTF-8, with the line and value of the first invalid byte */
export function decodeUtf8(file: string, bytes: Buffer): string {
  if (bytes.length === 0)
    throw new IngestFailed([{ file, message: 'the file is empty', fix: 'check the download' }]);
  if (!isUtf8(bytes)) throw new IngestFailed([notUtf8(file, bytes)]);
  return new TextDecoder('utf-8').decode(bytes);
}

function notUtf8(file: string, bytes: Buffer): Problem {
  let start = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  for (let line = 1; ; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const row = bytes.subarray(start, end);
    if (!isUtf8(row) || newline === -1) {
      const valid = validPrefix(row);
      return {
        file,
        line,
        column: valid.length + 1,
        text: valid.slice(-20),
        message: `not UTF-8: byte 0x${(row[Buffer.byteLength(valid)] ?? 0).toString(16)} after these words`,
        fix: 'save the file as UTF-8 (older Chinese files are often GB18030)',
      };
    }
    start = end + 1;
  }
}

function validPrefix(row: Buffer): string {
  let end = row.length;
  while (end > 0 && !isUtf8(row.subarray(0, end))) end -= 1;
  return row.subarray(0, end).toString('utf8');
}
