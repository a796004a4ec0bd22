import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreIncomplete } from '../../../src/domain/errors.ts';
import {
  forgetVersions,
  missingVersions,
  noteVersion,
} from '../../../src/store/embedded/committed-versions.ts';
import { EMPTY_GRAPH, stampOf } from '../../../src/store/graph-version.ts';

/** The stamp of a version that was committed on that day of January. */
const at = (version: number, day = version) =>
  stampOf(version, `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-graph-versions-'));
  path = join(folder, 'graph.grafeo');
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = (...stamps: ReturnType<typeof at>[]): void => {
  for (const stamp of stamps) noteVersion(path, stamp);
};

describe('a loss is reported', () => {
  test.each([
    ['the last commit', at(2), /is at version 2, and version 3 of 2026-01-03T/],
    ['two commits', at(1), /is at version 1, and version 3 of/],
    ['all of them', EMPTY_GRAPH, /is at version 0, and version 3 of/],
  ])('%s', (_name, stamp, pattern) => {
    note(at(1), at(2), at(3));
    const loss = missingVersions(path, stamp);
    expect(loss).toBeInstanceOf(StoreIncomplete);
    expect(loss?.message).toMatch(pattern);
  });
});

describe('no loss is reported', () => {
  test('if nothing is missing', () => {
    note(at(1), at(2));
    expect(missingVersions(path, at(2))).toBeUndefined();
  });

  test('if no version was ever noted', () => {
    expect(missingVersions(path, at(2))).toBeUndefined();
    expect(missingVersions(path, EMPTY_GRAPH)).toBeUndefined();
  });

  test('if a commit was not noted, as after a kill between the two', () => {
    note(at(1));
    expect(missingVersions(path, at(2))).toBeUndefined();
  });

  test('if another graph replaced this one', () => {
    note(at(1), at(2), at(3));
    expect(missingVersions(path, at(2, 20))).toBeUndefined();
  });

  test('once the lost data was imported again', () => {
    note(at(1), at(2), at(3), at(2, 4));
    expect(missingVersions(path, at(2, 4))).toBeUndefined();
    expect(missingVersions(path, at(1))).toMatchObject({
      message: expect.stringContaining('version 2 of 2026-01-04T'),
    });
  });

  test('for a file that is created again', () => {
    note(at(1), at(2));
    forgetVersions(path);
    expect(missingVersions(path, EMPTY_GRAPH)).toBeUndefined();
  });

  test('if the note cannot be read', () => {
    writeFileSync(`${path}.versions`, Buffer.from([0xff, 0x00, 0x0a]));
    expect(missingVersions(path, at(1))).toBeUndefined();
  });
});

test('a graph without a version writes no note', () => {
  note(EMPTY_GRAPH);
  expect(existsSync(`${path}.versions`)).toBe(false);
});

test('the note stays small, and no other file is left', () => {
  for (let version = 1; version <= 150; version += 1) noteVersion(path, stampOf(version, 'then'));
  const lines = readFileSync(`${path}.versions`, 'utf8').trimEnd().split('\n');
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([100, '51 then', '150 then']);
  expect(readdirSync(folder)).toEqual(['graph.grafeo.versions']);
});

test('a note that cannot be written is skipped', () => {
  path = join(folder, 'no', 'such', 'folder', 'graph.grafeo');
  expect(() => note(at(1))).not.toThrow();
});
