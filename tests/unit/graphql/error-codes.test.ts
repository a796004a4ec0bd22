import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '../../../src/domain/errors.ts';

const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

/** The rows of the table under "Errors": the codes of the first column, the statuses of the second. */
const rows = README.split('\n')
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

test.each(Object.entries(ERROR_CODES))('README has %s with its status', (code, { status }) => {
  expect([code, documented.get(code)]).toEqual([code, status]);
});

test('README says which are worth another try', () => {
  for (const [code, { retryable }] of Object.entries(ERROR_CODES)) {
    const line =
      README.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${code}\``)) ?? '';
    expect([code, /retryable/.test(line)]).toEqual([code, retryable]);
  }
});

test('every code has a meaning in Chinese', () => {
  for (const { meaning } of Object.values(ERROR_CODES)) expect(meaning).toMatch(/[\u4e00-\u9fff]/);
});
