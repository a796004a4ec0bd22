import type { Problem } from '../../../src/domain/errors.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { problemsOf, writeBulletin } from './bulletin-files.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

/** Reads a bulletin with this text in the folder. Returns the problems it is refused for, without their file. */
export function refuseIn(folder: string) {
  const vocabulary = readSeedVocabulary();
  return (text: Buffer | readonly string[], metadata = {}): readonly Omit<Problem, 'file'>[] => {
    const file = writeBulletin(folder, text, { metadata });
    return problemsOf(() => readGraphDocument(file, vocabulary)).map(({ file: named, ...problem }) => {
      expect(named).toBe(file);
      expect(problem.fix).not.toBe('');
      return problem;
    });
  };
}

export const about = (text: string): string => expect.stringContaining(text);
