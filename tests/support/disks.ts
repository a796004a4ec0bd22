import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Restriction } from '../cli/run-cli.ts';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** A process may write no file larger than this, in blocks of half or one kilobyte, as the shell has it. */
export const withFileSizeLimit = (blocks: number): Restriction => ({
  through: ['sh', '-c', `ulimit -f ${blocks} && exec "$@"`, 'sh'],
});

/** A disk in memory of `kilobytes`, until `remove`; undefined where this user may mount none. */
export function mountSmallDisk(kilobytes: number): { folder: string; remove(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-disk-'));
  const isMounted = run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
  const remove = (): void => {
    if (isMounted) run('umount', folder);
    rmdirSync(folder);
  };
  if (isMounted) return { folder, remove };
  remove();
  return undefined;
}

/** Takes the space that is left in the folder, but for some kilobytes; returns how to free it. */
export function fillDisk(folder: string, leave = 0): () => void {
  const ballast = join(folder, 'ballast');
  const file = openSync(ballast, 'w');
  try {
    const block = Buffer.alloc(4096);
    while (writeSync(file, block) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  truncateSync(ballast, statSync(ballast).size - leave * 1024);
  return () => rmSync(ballast);
}

interface Protection {
  /** As whom a process must run that is to be held down by it. */
  readonly restriction: Restriction;
  undo(): void;
}

const NOBODY = 65534;

/**
 * Makes a folder and all in it read-only: for this user by its rights; for root, who is above rights, by a mount; and
 * where root may not mount either, for a user without rights.
 */
export function writeProtect(folder: string): Protection {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('mount', '--bind', folder, folder)) {
    run('mount', '-o', 'remount,bind,ro', folder);
    return { restriction: {}, undo: () => void run('umount', folder) };
  }
  const modes = new Map(
    [
      folder,
      ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ].map((path) => [path, statSync(path).mode]),
  );
  for (const [path, mode] of modes) chmodSync(path, mode & 0o555);
  return {
    restriction: isRoot ? { user: NOBODY } : {},
    undo: () => {
      for (const [path, mode] of modes) chmodSync(path, mode);
    },
  };
}
