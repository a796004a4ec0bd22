import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StoreIncomplete } from '../../domain/errors.ts';
import { EMPTY_GRAPH, type GraphStamp, versionOf } from '../graph-version.ts';

/**
 * The versions of a graph in `PATH.versions`, one stamp a line, written after each commit. The engine opens a file whose
 * log was cut or damaged with the commits before the damage, and says nothing: only a note outside the log can tell.
 * A note that lacks the last commits, as after a kill between the two, claims nothing.
 */
const notesOf = (path: string): string => `${path}.versions`;

/** More commits than a log holds: the engine empties it every few seconds. */
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

/** Notes a commit. A note that can't be written is left out: the commit is kept all the same. */
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

/** For a file that is made anew, in the place of one that was removed. */
export const forgetVersions = (path: string): void => rmSync(notesOf(path), { force: true });

/** What a graph at `stamp` lacks of the versions committed to it; undefined where it lacks none, or nobody can tell. */
export function missingVersions(path: string, stamp: GraphStamp): StoreIncomplete | undefined {
  const stamps = read(path);
  const last = stamps.at(-1);
  // Another graph, put in the place of this one, has none of the stamps.
  const known = stamp === EMPTY_GRAPH ? -1 : stamps.indexOf(stamp);
  if (last === undefined || last === stamp || (known === -1 && stamp !== EMPTY_GRAPH)) return undefined;
  return new StoreIncomplete(
    `${path} is at version ${versionOf(stamp)}, and version ${told(last)} was committed to it: ` +
      `the end of its log ${path}.wal was lost, or an older copy was put in its place. Import again what was imported ` +
      `since; where the older copy is what you want, remove ${notesOf(path)}`,
  );
}

const told = (stamp: GraphStamp): string => `${versionOf(stamp)} of ${stamp.slice(stamp.indexOf(' ') + 1)}`;
