import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { type Dump, dumpGraph } from './graph-dump.ts';
import { runCli, startCli } from './run-cli.ts';

/**
 * A kill during an import must leave the whole old graph or the whole new graph. Each round begins
 * with the same file and kills at another moment: some time after the import opened the graph, or while the
 * engine writes its log (at the commit, for about 20 ms) or updates the file from the log.
 */
jest.setTimeout(300_000);
const folder = temporaryFolder();
const AGENCIES = ['天津海关', '天津市商务局', '天津市司法局', '天津市水务局', '天津市公安局', '天津市工信局'];

/** Every title names its edition, so a mixture of two editions is visible. */
function writeEdition(edition: string, total: number): string {
  const header = '序号\t改革事项\t主要内容及成效\t推广范围\t负责单位';
  const rows = Array.from({ length: total }, (_, index) => {
    const agencies = [AGENCIES[index % 6], AGENCIES[(index + 1) % 6]];
    const content = `${edition}：东疆片区试行跨境电商。`.repeat(20);
    return [index + 1, `融资租赁第${index + 1}项${edition}`, content, '天津市', agencies.join(' ')].join(
      '\t',
    );
  });
  return writeBulletin(folder, [header, ...rows], {
    name: edition,
    metadata: { expected: { items: total, agencies: 6, responsibilities: 2 * total } },
  });
}

const EDITIONS = { 旧版: 400, 新版: 350 } as const;
type Edition = keyof typeof EDITIONS;
const files: Record<Edition, string> = { 旧版: writeEdition('旧版', 400), 新版: writeEdition('新版', 350) };

/**
 * The edition of a graph, after a check of the whole graph: 6 agencies, 2 zones, 2 themes of 2 domains, a region
 * and the batch; per item 2 agencies, a zone, 2 themes, a region and the batch; the whole zone, the themes' domains.
 */
function expectWhole(dump: Dump): Edition | 'nothing' {
  if (dump.nodes.length === 0) {
    expect(dump).toEqual({ version: 0, nodes: [], relationships: [] });
    return 'nothing';
  }
  const batch = dump.nodes.find(({ id }) => id === 'Batch:tt-1');
  const edition = String(batch?.fileName).replace('.txt', '') as Edition;
  const total = EDITIONS[edition];
  const titles = dump.nodes.flatMap(({ title, number }) =>
    number === undefined || title === undefined ? [] : [title],
  );
  expect(titles.filter((title) => String(title).endsWith(edition))).toHaveLength(total);
  expect(dump.nodes).toHaveLength(total + 6 + 2 + 4 + 1 + 1);
  expect(dump.relationships).toHaveLength(total * 7 + 1 + 2);
  return edition;
}

interface Round {
  readonly folder: string;
  readonly graph: string;
}

function begin(name: string, from?: string): Round {
  const round = join(folder, name);
  mkdirSync(round);
  const graph = join(round, 'graph.grafeo');
  if (from !== undefined) cpSync(from, graph);
  return { folder: round, graph };
}

/** The state of a running import as seen from outside: ms since it opened the graph, and bytes on the disk. */
interface Sight {
  readonly elapsed: number;
  readonly log: number;
  readonly file: number;
  /** Counts from 1; the previous attempt looked too late. */
  readonly attempt: number;
}

/** Runs the import and kills it as soon as `when` is true. Returns the exit result and the last state. */
async function importUntil(round: Round, edition: Edition, when: (sight: Sight) => boolean, attempt = 1) {
  const running = startCli(['import', '--replace', files[edition]], { GRAPH_URL: `file:${round.graph}` });
  const log = `${round.graph}.wal`;
  let opened: number | undefined;
  let sight: Sight = { elapsed: 0, log: 0, file: 0, attempt };
  while (running.child.exitCode === null) {
    await pause(1);
    if (opened === undefined && existsSync(log)) opened = Date.now();
    if (opened === undefined) continue;
    sight = { elapsed: Date.now() - opened, log: sizeOf(log), file: sizeOf(round.graph), attempt };
    if (when(sight)) running.child.kill('SIGKILL');
    if (running.child.killed) break;
  }
  return { ...(await running.finished), elapsed: sight.elapsed };
}

/** Returns a new folder in which an import was killed at this moment. Retries if this process looked too late. */
async function killedAt(name: string, edition: Edition, when: (sight: Sight) => boolean, from?: string) {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const round = begin(`${name} ${attempt}`, from);
    if ((await importUntil(round, edition, when, attempt)).signal === 'SIGKILL') return round;
    rmSync(round.folder, { recursive: true });
  }
  throw new Error(`no import could be killed ${name}`);
}

/** Bytes of a file, or of the files in a folder; 0 if it is just being removed. */
function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (!stat.isDirectory()) return stat.size;
    return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
  } catch {
    return 0;
  }
}

/** More bytes than opening the graph and creating its indexes writes, and fewer than a commit of an edition. */
const COMMITTING = 4000;

/** Moments of the kill, given the duration of an undisturbed import and the file size before it. */
const MOMENTS: Record<string, (duration: number, before: number) => (sight: Sight) => boolean> = {
  'at once': () => () => true,
  // Earlier with each attempt, because the timed import may have had less processor time.
  'while it writes to memory': (duration) => (sight) => sight.elapsed > (duration * 0.7) / sight.attempt,
  'as the log begins to grow': () => (sight) => sight.log > COMMITTING,
  'as the log grows': () => (sight) => sight.log > 50 * COMMITTING,
  'as the file grows from the log': (_duration, before) => (sight) =>
    sight.log > COMMITTING && sight.file > before + COMMITTING,
};

describe('killed while one edition replaces another', () => {
  const old = begin('old');
  const replaced = begin('new');
  let oldDump: Dump;
  let newDump: Dump;
  let duration: number;

  beforeAll(async () => {
    expect(await importUntil(old, '旧版', () => false)).toMatchObject({ code: 0 });
    oldDump = await dumpGraph(old.graph);
    cpSync(old.graph, replaced.graph);
    const undisturbed = await importUntil(replaced, '新版', () => false);
    expect(undisturbed).toMatchObject({ code: 0 });
    duration = undisturbed.elapsed;
    newDump = await dumpGraph(replaced.graph);
  });

  test('if undisturbed, each edition is complete', () => {
    expect([oldDump.version, expectWhole(oldDump)]).toEqual([1, '旧版']);
    expect([newDump.version, expectWhole(newDump)]).toEqual([2, '新版']);
  });

  test.each(Object.entries(MOMENTS))(
    '%s: the graph is one whole edition, and the import can be repeated',
    async (name, moment) => {
      const round = await killedAt(name, '新版', moment(duration, sizeOf(old.graph)), old.graph);
      const after = await dumpGraph(round.graph);
      const edition = expectWhole(after);
      expect(after).toEqual(edition === '旧版' ? oldDump : newDump);

      const again = await runCli(['import', '--replace', files.新版], { GRAPH_URL: `file:${round.graph}` });
      expect(again).toMatchObject({ code: 0, stderr: '' });
      expect(again.stdout).toContain(edition === '新版' ? 'no change; graph version 2' : '  graph version 2');
      expect(await dumpGraph(round.graph)).toEqual(newDump);
      rmSync(round.folder, { recursive: true });
    },
  );
});

test.each(['while it writes to memory', 'as the log begins to grow', 'as the log grows'])(
  'the very first import, killed %s: the graph is empty or complete',
  async (name) => {
    const round = await killedAt(`first ${name}`, '旧版', MOMENTS[name]?.(500, 0) ?? (() => false));
    expect(['nothing', '旧版']).toContain(expectWhole(await dumpGraph(round.graph)));
    expect(await runCli(['import', files.旧版], { GRAPH_URL: `file:${round.graph}` })).toMatchObject({
      code: 0,
    });
    expect(expectWhole(await dumpGraph(round.graph))).toBe('旧版');
  },
);
