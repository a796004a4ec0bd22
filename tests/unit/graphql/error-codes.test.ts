import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '../../../src/domain/errors.ts';

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8');

/** The rows of the table: codes in the first column, statuses in the second. */
const rows = DOC.split('\n')
  .filter((line) => /^\| `[A-Z_]+`/.test(line))
  .map((line) => {
    const [, codes = '', statuses = ''] = line.split('|');
    return {
      codes: [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code),
      statuses: statuses.split(',').map(Number),
    };
  });
const documented = new Map(
  rows.flatMap(({ codes, statuses }) =>
    codes.map((code, index) => [code as string, statuses[index] ?? statuses[0]] as const),
  ),
);

test.each(Object.entries(ERROR_CODES))('docs/errors.md has %s with its status', (code, { status }) => {
  expect([code, documented.get(code)]).toEqual([code, status]);
});

test('docs/errors.md marks the retryable codes', () => {
  for (const [code, { retryable }] of Object.entries(ERROR_CODES)) {
    const line = DOC.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${code}\``)) ?? '';
    expect([code, /retryable/.test(line)]).toEqual([code, retryable]);
  }
});

test('every code has a meaning in Chinese', () => {
  for (const { meaning } of Object.values(ERROR_CODES)) expect(meaning).toMatch(/[\u4e00-\u9fff]/);
});
