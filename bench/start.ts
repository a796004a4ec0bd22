/**
 * Measures how long a new user waits and how much memory the server takes: `npm run bench:start`. At most a dozen
 * starts. The last column is the ratio to starting only Node in the same run. Ratios are comparable between machines,
 * times are not.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUR_START } from './compare/our-start.ts';

const ROUNDS = 5;
const QUERY = JSON.stringify({ query: '{ agency(name: "天津海关") { coOwners { totalCount } } }' });

interface Start {
  readonly firstAnswerMs: number;
  readonly residentMb: number;
  readonly stopMs: number;
}

async function startOnce(graphUrl: string): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, OUR_START, {
    env: { ...process.env, GRAPH_URL: graphUrl, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(String(line)).url));
    child.once('exit', () => reject(new Error('the server ended before it listened')));
  });
  const headers = { 'content-type': 'application/json' };
  await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: QUERY })).json();
  const firstAnswerMs = performance.now() - begun;
  const residentMb =
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  const stopping = performance.now();
  child.kill('SIGTERM');
  await exited;
  return { firstAnswerMs, residentMb, stopMs: performance.now() - stopping };
}

async function bareNode(): Promise<number> {
  const begun = performance.now();
  await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).on('exit', resolve));
  return performance.now() - begun;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const node: number[] = [];
  const empty: Start[] = [];
  const filled: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const graphUrl = `file:${join(folder, `${round}.grafeo`)}`;
    node.push(await bareNode());
    empty.push(await startOnce(graphUrl));
    filled.push(await startOnce(graphUrl));
  }
  const base = median(node);
  const row = (name: string, starts: readonly Start[]) => {
    const first = median(starts.map((start) => start.firstAnswerMs));
    return {
      start: name,
      'first answer ms': Math.round(first),
      'resident MB': Math.round(median(starts.map((start) => start.residentMb))),
      'stop ms': Math.round(median(starts.map((start) => start.stopMs))),
      'times bare Node': Math.round(first / base),
    };
  };
  console.table([row('empty graph: reads the bulletin', empty), row('filled graph', filled)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
