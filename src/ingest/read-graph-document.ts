import type { GraphDocument } from '../domain/graph-document.ts';
import { buildDocument } from './build-document.ts';
import { readMetadata } from './metadata.ts';
import { Problems } from './problems.ts';
import { readBulletin } from './read-bulletin.ts';
import { readTextFile } from './read-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Warning } from './warnings.ts';

/**
 * From a bulletin's file to its graph: bytes, text, rows, then agencies, scope, zones and themes of each.
 * @throws IngestFailed naming all that is wrong, with file, line, column, text and mend
 */
export function readGraphDocument(
  file: string,
  vocabulary: Vocabulary,
): { document: GraphDocument; warnings: Warning[] } {
  const text = readTextFile(file);
  const metadata = readMetadata(text);
  const problems = new Problems(file);
  const read = buildDocument(file, readBulletin(text, metadata, problems), metadata, vocabulary, problems);
  problems.throwIfAny();
  return read;
}
