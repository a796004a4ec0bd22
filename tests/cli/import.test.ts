import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, sha256, temporaryFolder, withCell, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { dumpGraph } from './graph-dump.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const BULLETIN = 'seeds/tianjin-7.txt';

/** A separate graph file, and a copy of the bulletin with another title for item 2. */
function prepare(name: string) {
  const graph = join(folder, `${name}.grafeo`);
  const corrected = join(folder, `${name}-corrected.txt`);
  const original = readFileSync(BULLETIN, 'utf8');
  const text = original.replace('进口食品风险智能预警监管', '进口食品风险智能监管');
  writeFileSync(corrected, text);
  const metadata = readFileSync('seeds/tianjin-7.yaml', 'utf8');
  writeFileSync(corrected.replace(/txt$/, 'yaml'), metadata.replace(sha256(original), sha256(text)));
  const importing = (...args: string[]) => runCli(['import', ...args], { GRAPH_URL: `file:${graph}` });
  const title = async () =>
    (await dumpGraph(graph)).nodes.find(({ id }) => id === 'ReformItem:tj-7-2')?.title as string;
  return { graph, corrected, importing, title };
}

test('the same bulletin twice: the second import changes nothing, and the version stays', async () => {
  const { graph, importing } = prepare('twice');
  const first = await importing(BULLETIN);
  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  expect(first.stdout).toContain('43 items, 23 agencies (23 new, 0 known)');
  // 43 items, 23 agencies and 15 only named, 6 zones, 30 themes of 9 domains, 2 regions, 1 batch,
  // 8 documents, 60 organizations, 25 claims, 45 figures, 21 milestones
  expect(first.stdout).toContain('nodes: 288 added, 0 updated, 0 removed');
  // 57 + 33 + 69 + 43 + 43 of items, 5 + 4 + 30 of the vocabulary, 91 + 8 + 63 + 16 of facts
  expect(first.stdout).toContain('relationships: 462 added, 0 updated, 0 removed');
  expect(first.stdout).toContain('graph version 1');
  const before = await dumpGraph(graph);
  expect(before).toMatchObject({ version: 1 });
  expect([before.nodes.length, before.relationships.length]).toEqual([288, 462]);

  const second = await importing(BULLETIN);
  expect(second.code).toBe(0);
  expect(second.stdout).toContain('(0 new, 23 known)');
  expect(second.stdout).toContain('no change; graph version 1');
  expect(await dumpGraph(graph)).toEqual(before);
});

test('another file of the same batch is refused, and accepted with --replace', async () => {
  const { graph, corrected, importing, title } = prepare('replace');
  await importing(BULLETIN);
  const before = await dumpGraph(graph);

  const refused = await importing(corrected);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toContain('batch tj-7 is in the graph from tianjin-7.txt (SHA-256 50f94e2f463e…)');
  expect(refused.stderr).toContain('replace-corrected.txt');
  expect(refused.stderr).toContain('--replace\n(BATCH_CONFLICT)');
  expect(await dumpGraph(graph)).toEqual(before);

  const replaced = await importing('--replace', corrected);
  expect(replaced.code).toBe(0);
  // the item's title and the batch's file; 进口食品风险 is still evidence of 通关监管, at the same position
  expect(replaced.stdout).toContain('nodes: 0 added, 2 updated, 0 removed');
  expect(replaced.stdout).toContain('relationships: 0 added, 0 updated, 0 removed');
  expect(replaced.stdout).toContain('graph version 2');
  expect(await title()).toBe('进口食品风险智能监管');

  const back = await importing('--replace', BULLETIN);
  expect(back.stdout).toContain('graph version 3');
  expect({ ...(await dumpGraph(graph)), version: 1 }).toEqual(before);
});

test('--json: one document, for an import and for no change', async () => {
  const { importing } = prepare('json');
  const changes = (added: [number, number], graphVersion: number) => ({
    changed: added[0] > 0,
    graphVersion,
    nodes: { added: added[0], updated: 0, removed: 0 },
    relationships: { added: added[1], updated: 0, removed: 0 },
  });
  const first = JSON.parse((await importing('--json', BULLETIN)).stdout);
  expect(first.imports).toHaveLength(1);
  expect(first.imports[0]).toMatchObject({
    batch: 'tj-7',
    items: 43,
    warnings: [],
    changes: changes([288, 462], 1),
  });
  const second = JSON.parse((await importing(BULLETIN, '--json')).stdout);
  expect(second.imports[0]).toMatchObject({
    changes: changes([0, 0], 1),
    agencies: { total: 23, new: 0, known: 23 },
  });
});

describe('several files', () => {
  const good = writeBulletin(folder, linesOf(), { name: 'good' });
  const bad = writeBulletin(folder, withCell(1, '序号', '一'), { name: 'bad', metadata: { batch: 2 } });

  test('each is a separate transaction: imports before the failing one stay and are reported', async () => {
    const { graph, importing } = prepare('several');
    const { code, stdout, stderr } = await importing(good, bad, BULLETIN);
    expect(code).toBe(1);
    expect(stdout).toContain(`${good}: batch tt-1`);
    expect(stdout).toContain('graph version 1');
    expect(stderr).toContain(`${bad}:3:1: 序号 is no number 「一」`);
    const { version, nodes } = await dumpGraph(graph);
    expect(version).toBe(1);
    expect(nodes.map(({ id }) => id).filter((id) => String(id).startsWith('Batch:'))).toEqual(['Batch:tt-1']);
  });

  test('two batches side by side: replacing one does not change the other', async () => {
    const { graph, importing } = prepare('two');
    expect((await importing(good, BULLETIN)).code).toBe(0);
    const both = await dumpGraph(graph);
    expect(both.version).toBe(2);
    expect(both.nodes.filter(({ id }) => String(id).startsWith('ReformItem:'))).toHaveLength(46);
    const changed = writeBulletin(folder, withCell(3, '负责单位', '天津市水务局'), { name: 'good-2' });
    const { stdout } = await importing('--replace', changed);
    expect(stdout).toContain('graph version 3');
    const after = await dumpGraph(graph);
    const ofTianjin = (dump: typeof both) =>
      dump.relationships.filter(({ start, end }) => `${start} ${end}`.includes('ReformItem:tj-7-'));
    expect(ofTianjin(after)).toEqual(ofTianjin(both));
    expect(ofTianjin(after)).toHaveLength(57 + 33 + 69 + 43 + 43 + (91 + 8 + 63 + 16));
    expect(
      after.relationships.filter(({ end }) => end === 'ReformItem:tt-1-3').map(({ start }) => start),
    ).toEqual(['Agency:天津市水务局']);
  });
});
