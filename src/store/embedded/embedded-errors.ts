import { constants } from 'node:os';
import {
  PolicyGraphError,
  StoreDamaged,
  StoreFull,
  StoreLocked,
  StoreReadOnly,
} from '../../domain/errors.ts';

const { ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM } = constants.errno;
const FULL = new Set([ENOSPC, EDQUOT, EFBIG]);
const WRITE_PROTECTED = new Set([EROFS, EACCES, EPERM]);

export const NEO4J_INSTEAD = 'or use Neo4j instead: GRAPH_URL=bolt://127.0.0.1:7687';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The port's error for an error of the engine or the file system about the file at `path`; undefined if it is about
 * something else. The engine has no codes for these errors, but its message ends with the operating system's code.
 */
export function toFileError(path: string, error: unknown): PolicyGraphError | undefined {
  const message = messageOf(error);
  const { errno } = error as NodeJS.ErrnoException;
  const code = Number(/\(os error (\d+)\)/.exec(message)?.[1] ?? Math.abs(errno ?? 0));
  if (FULL.has(code)) return fullError(path, error);
  if (WRITE_PROTECTED.has(code)) return readOnlyError(path, error);
  return undefined;
}

export const fullError = (path: string, cause?: unknown): StoreFull =>
  new StoreFull(
    `no space is left on the disk for ${path}; the graph is as it was before: free some space, and do it again`,
    { cause },
  );

const readOnlyError = (path: string, cause: unknown): StoreReadOnly =>
  new StoreReadOnly(
    `${(cause as NodeJS.ErrnoException).path ?? path} can't be written (${messageOf(cause)}): ` +
      'let this user write it, the folder and the log beside it, or name another file in GRAPH_URL',
    { cause },
  );

export const unwrittenError = (path: string, cause: unknown): StoreFull =>
  new StoreFull(
    `no space is left on the disk to bring ${path} up to date; what was committed is kept in its log ${path}.wal: ` +
      'free some space, and run any command again',
    { cause },
  );

/** The port's error if the file can't be opened. */
export function toOpenError(path: string | undefined, error: unknown): PolicyGraphError {
  if (error instanceof PolicyGraphError) return error;
  const reason = messageOf(error);
  // The engine has no status for a refused lock, so only the message identifies it.
  if (reason.includes('cannot be locked')) {
    return new StoreLocked(
      `${path} is open in another process (the embedded engine takes one at a time): stop that one first, ${NEO4J_INSTEAD}`,
      { cause: error },
    );
  }
  return (
    (path === undefined ? undefined : toFileError(path, error)) ??
    new StoreDamaged(
      `cannot open ${path}: ${reason}; name a graph's file in GRAPH_URL, put a backup in its place, ` +
        `or remove it and its log ${path}.wal and import the bulletins again`,
      { cause: error },
    )
  );
}
