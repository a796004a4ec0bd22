import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StoreIncomplete } from '../../domain/errors.ts';
import { EMPTY_GRAPH, type GraphStamp, versionOf } from '../graph-version.ts';

/**
 * `PATH.versions` lists the versions of a graph, one stamp per line, written after each commit. If a file's log was cut
 * or damaged, the engine opens the file with the commits before the damage and reports nothing. Only notes outside the
 * log can reveal that. Notes that lack the last commits, as after a kill between commit and note, report no loss.
 */
const notesOf = (path: string): string => `${path}.versions`;

/** More commits than a log holds: the engine empties its log every few seconds. */
const KEPT = 100;

function read(path: string): GraphStamp[] {
  try {
    return readFileSync(notesOf(path), 'utf8')
      .split('\n')
      .filter((line) => line !== '') as GraphStamp[];
  } catch {
    return [];
  }
}

/** Notes a commit. If the note cannot be written, it is skipped; the commit stays valid. */
export function noteVersion(path: string, stamp: GraphStamp): void {
  const before = read(path);
  if (stamp === EMPTY_GRAPH || before.at(-1) === stamp) return;
  const stamps = [...before.filter((each) => versionOf(each) < versionOf(stamp)), stamp].slice(-KEPT);
  const fresh = `${notesOf(path)}.new`;
  try {
    writeFileSync(fresh, `${stamps.join('\n')}\n`);
    renameSync(fresh, notesOf(path));
  } catch {
    rmSync(fresh, { force: true });
  }
}

/** For a new file that replaces a removed one. */
export const forgetVersions = (path: string): void => rmSync(notesOf(path), { force: true });

/** The error if a graph at `stamp` lacks versions committed to it; undefined if it lacks none, or unknown. */
export function missingVersions(path: string, stamp: GraphStamp): StoreIncomplete | undefined {
  const stamps = read(path);
  const last = stamps.at(-1);
  // If another graph has replaced this one, its stamp is not among the notes.
  const known = stamp === EMPTY_GRAPH ? -1 : stamps.indexOf(stamp);
  if (last === undefined || last === stamp || (known === -1 && stamp !== EMPTY_GRAPH)) return undefined;
  return new StoreIncomplete(
    `${path} is at version ${versionOf(stamp)}, and version ${describe(last)} was committed to it: ` +
      `the end of its log ${path}.wal was lost, or an older copy was put in its place. Import again what was imported ` +
      `since; where the older copy is what you want, remove ${notesOf(path)}`,
  );
}

const describe = (stamp: GraphStamp): string =>
  `${versionOf(stamp)} of ${stamp.slice(stamp.indexOf(' ') + 1)}`;
