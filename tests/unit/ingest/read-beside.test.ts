import { setImmediate } from 'node:timers/promises';
import { IngestFailed } from '../../../src/domain/errors.ts';
import { readGraphDocumentBeside } from '../../../src/ingest/read-graph-document.ts';
import { linesOf, temporaryFolder, writeBulletin } from './bulletin-files.ts';
import { BULLETIN, readSeedVocabulary, readTianjin7 } from './tianjin-7.ts';

const vocabulary = readSeedVocabulary();
const folder = temporaryFolder();

test('a bulletin read alongside other work gives the same document', async () => {
  expect(await readGraphDocumentBeside(BULLETIN, vocabulary)).toEqual(readTianjin7());
});

test('the other work gets its turn before the bulletin is read', async () => {
  let isRead = false;
  const reading = readGraphDocumentBeside(BULLETIN, vocabulary).then(() => {
    isRead = true;
  });
  await setImmediate();
  expect(isRead).toBe(false);
  await reading;
});

test('a refused bulletin rejects the promise, and does not throw earlier', async () => {
  const file = writeBulletin(folder, linesOf().slice(0, 3));
  await expect(readGraphDocumentBeside(file, vocabulary)).rejects.toThrow(IngestFailed);
});
