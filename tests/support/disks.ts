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

/** The process may write no file larger than this. A block is half a kilobyte or one, depending on the shell. */
export const withFileSizeLimit = (blocks: number): Restriction => ({
  through: ['sh', '-c', `ulimit -f ${blocks} && exec "$@"`, 'sh'],
});

/** A disk in memory of `kilobytes`, until `remove`. Returns undefined if this user may not mount one. */
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

/** Uses up the free space of the folder, except `leave` kilobytes. Returns a function that frees it. */
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
  /** The restriction that a process must run under for the protection to apply. */
  readonly restriction: Restriction;
  undo(): void;
}

const NOBODY = 65534;

/**
 * Makes a folder and its contents read-only. For an ordinary user: by file permissions. For root, whom permissions do
 * not stop: by a mount. If root may not mount: by permissions, for a process that runs as a user without rights.
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
