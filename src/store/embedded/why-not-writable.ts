import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PolicyGraphError, StoreUnavailable } from '../../domain/errors.ts';
import { fullError, toFileError } from './embedded-errors.ts';

/** The bytes that the engine writes just to open a file and close it again, plus a small margin. */
const LEAST_SPACE = 128 << 10;

/**
 * Why the engine can't write the file at `path`, its folder or its log; undefined if it can, as far as is known without
 * writing. Call this before the engine opens the file for writing. If only the log is write-protected, the engine would
 * bring the file up to date from the log, fail to empty the log, and could not open the two together any more.
 */
export function whyNotWritable(path: string): PolicyGraphError | undefined {
  const folder = nearestFolder(path);
  if (!statSync(folder).isDirectory())
    return new StoreUnavailable(
      `cannot open ${path}: ${folder} is not a folder; name another file in GRAPH_URL`,
    );
  const parts = existsSync(path) ? [path, folder, ...partsOf(`${path}.wal`)] : [folder];
  try {
    for (const part of parts) accessSync(part, constants.W_OK);
  } catch (error) {
    return toFileError(path, error);
  }
  const { bfree, bsize } = statfsSync(folder);
  return bfree * bsize < LEAST_SPACE ? fullError(path) : undefined;
}

const partsOf = (log: string): string[] =>
  existsSync(log) ? [log, ...readdirSync(log).map((name) => join(log, name))] : [];

/** The folder of the file or, if that is missing, the nearest existing folder above it. */
function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(folder);
}
