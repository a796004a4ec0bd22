import { Problems } from '../../src/ingest/problems.ts';
import { type BulletinRow, readBulletin } from '../../src/ingest/read-bulletin.ts';
import { readTextFile } from '../../src/ingest/read-text.ts';

/** A bulletin's rows. Reads no metadata, because an invented bulletin may have none. @throws IngestFailed */
export function readRows(file: string): BulletinRow[] {
  const { text } = readTextFile(file);
  const lines = text.split('\n').map((line) => line.trim());
  const problems = new Problems(file);
  const rows = readBulletin(
    { text },
    {
      title: lines.find((line) => line !== '' && !line.includes('\t')) ?? 'none',
      expected: {
        items: lines.filter((line) => /^\d+\t/.test(line)).length,
        agencies: 1,
        responsibilities: 1,
      },
      file,
    },
    problems,
  );
  problems.throwIfAny();
  return rows;
}
