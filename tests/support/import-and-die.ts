/**
 * Imports bulletins into a database file in a separate process: `node --import tsx import-and-die.ts FILE BULLETIN…`.
 * The process is killed right after the last commit. The committed data is then in the log, but not yet in the file.
 */
import { readGraphDocument } from '../../src/ingest/read-graph-document.ts';
import { readVocabulary } from '../../src/ingest/vocabulary.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import { openStore } from '../../src/store/open-store.ts';

const [file, ...bulletins] = process.argv.slice(2);
const vocabulary = readVocabulary('seeds');
const documents = bulletins.map((bulletin) => readGraphDocument(bulletin, vocabulary).document);
const store = await openStore(`file:${file}`, {}, { timeoutMs: 60_000 });
await store.ensureSchema();
for (const document of documents) await importDocument(store, document, { replace: true });
process.kill(process.pid, 'SIGKILL');
