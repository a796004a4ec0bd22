import { setImmediate } from 'node:timers/promises';
import { buildDocument, type ReadDocument } from './build-document.ts';
import { readMetadata } from './metadata.ts';
import { Problems } from './problems.ts';
import { readBulletin } from './read-bulletin.ts';
import { readTextFile } from './read-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The time between two yields to the event loop, in milliseconds. Short compared with a statement of an import. */
const SLICE = 3;

/**
 * Reads a bulletin's file into a graph: bytes, text, rows, then the agencies, scope, zones and themes of each row.
 * @throws IngestFailed with all problems, each with file, line, column, text and fix
 */
export function readGraphDocument(file: string, vocabulary: Vocabulary): ReadDocument {
  const steps = reading(file, vocabulary);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Like readGraphDocument, but yields to the event loop often, so that other work can run, such as another import. */
export async function readGraphDocumentBeside(file: string, vocabulary: Vocabulary): Promise<ReadDocument> {
  const steps = reading(file, vocabulary);
  for (let begun = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - begun < SLICE) continue;
    await setImmediate();
    begun = performance.now();
  }
}

function* reading(file: string, vocabulary: Vocabulary): Generator<undefined, ReadDocument> {
  const text = readTextFile(file);
  const metadata = readMetadata(text);
  const problems = new Problems(file);
  const rows = readBulletin(text, metadata, problems);
  const read = yield* buildDocument(file, rows, metadata, vocabulary, problems);
  problems.throwIfAny();
  return read;
}
