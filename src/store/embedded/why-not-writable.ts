import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PolicyGraphError, StoreUnavailable } from '../../domain/errors.ts';
import { fullError, toFileError } from './embedded-errors.ts';

/** What the engine writes only to open a file and close it again, and a little more, in bytes. */
const LEAST_SPACE = 128 << 10;

/**
 * Why the engine could not write the file at `path`, its folder or its log; undefined where it can, as far as can be told
 * without writing. Asked before the engine opens the file for writing: where the log alone can't be written, it would bring
 * the file up to date from the log, fail to empty that, and could not open the two together any more.
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

/** The folder of the file, or the one in which that is made where it lacks. */
function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(folder);
}
