/**
 * Compares us with the two limits, mercurius and a server of kept bytes: `npm run bench:limits -- [43|10000]`.
 *
 * On a shared machine the speed can change by a factor of two within a minute, so results of `npm run bench` that are
 * minutes apart say little. Here all servers run at once and answer short bursts of the same requests in turn. The table
 * shows the median processor time per request, so other processes on the machine matter less too. Linux only: it reads
 * /proc.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askUntilAnswered } from './compare/ask.ts';
import { CONTESTANTS, type Contestant, KEPT_BYTES, MERCURIUS, ourName } from './compare/contestants.ts';
import { type Dataset, prepareDataset } from './compare/dataset.ts';
import { describeRun } from './compare/machine.ts';
import { OPERATIONS, operationNames } from './compare/operations.ts';
import { installPeer } from './compare/peer-install.ts';
import { type ServerProcess, startProcess } from './compare/server-process.ts';
import { markdownTable, textTable } from './compare/text-table.ts';

const CONNECTIONS = 8;
/** Requests before the first burst, so that V8 has optimized the server. */
const WARM_UP = 8000;
const BURST = 1000;
const ROUNDS = 15;
/** A warm-up or burst of long requests ends after this many seconds. */
const MAX_SECONDS = 10;
const DEADLINE_MS = 30 * 60_000;

const NOTHING_KEPT = ourName('embedded', 'nothing kept');
const DEFAULT = ourName('embedded', 'default');
const GOALS = [
  { ours: NOTHING_KEPT, limit: MERCURIUS, least: 0.9 },
  { ours: DEFAULT, limit: KEPT_BYTES, least: 0.8 },
] as const;
const NAMES = [MERCURIUS, KEPT_BYTES, NOTHING_KEPT, DEFAULT];

interface Running {
  readonly name: string;
  readonly contestant: Contestant;
  readonly server: ServerProcess;
  readonly agent: Agent;
}

/** The processor time of all threads of a process so far, in microseconds. */
function processorTime(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // The thread ended meanwhile.
    }
  }
  return nanoseconds / 1000;
}

const send = ({ server, agent, name }: Running, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    request(`${server.url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${name} answers ${response.statusCode}`)),
      );
    })
      .once('error', reject)
      .end(body);
  });

/** Sends requests over several connections. @returns the processor time per request, in microseconds */
async function burst(running: Running, bodies: readonly string[], requests: number): Promise<number> {
  const before = processorTime(running.server.pid);
  const end = performance.now() + MAX_SECONDS * 1000;
  let sent = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (sent < requests && performance.now() < end) {
        sent += 1;
        await send(running, bodies[sent % bodies.length] as string);
      }
    }),
  );
  return (processorTime(running.server.pid) - before) / sent;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** The embedded file has one opener, so the second of our servers gets a copy. */
function withOwnFile(data: Dataset, name: string, folder: string): Dataset {
  if (name !== DEFAULT) return data;
  const copy = join(folder, 'copy.grafeo');
  copyFileSync(data.embeddedUrl.slice('file:'.length), copy);
  return { ...data, embeddedUrl: `file:${copy}` };
}

async function startAll(data: Dataset, folder: string): Promise<Running[]> {
  const all: Running[] = [];
  for (const name of NAMES) {
    const contestant = CONTESTANTS.find((each) => each.name === name) as Contestant;
    await contestant.prepare?.(data);
    const environment = contestant.environment(withOwnFile(data, name, folder));
    const server = await startProcess(contestant.args, environment);
    const [value] = OPERATIONS.item.values(data.sample);
    await askUntilAnswered(server.url, contestant.dialect.body('item', value ?? {}) as string);
    all.push({ name, contestant, server, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) });
  }
  return all;
}

const microseconds = (value: number | undefined): string => (value === undefined ? '—' : value.toFixed(0));

async function rowsOf(data: Dataset, all: readonly Running[]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const operation of operationNames) {
    const times = new Map<string, number[]>();
    const asked = all.flatMap((running) => {
      const bodies = OPERATIONS[operation]
        .values(data.sample)
        .flatMap((value) => running.contestant.dialect.body(operation, value) ?? []);
      return bodies.length > 0 ? [{ running, bodies }] : [];
    });
    for (const { running, bodies } of asked) await burst(running, bodies, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { running, bodies } of asked) {
        const known = times.get(running.name) ?? [];
        known.push(await burst(running, bodies, BURST));
        times.set(running.name, known);
      }
    const cells = GOALS.flatMap(({ ours, limit, least }) => {
      const [own, other] = [times.get(ours), times.get(limit)].map((each) => each && median(each));
      const ratio = own === undefined || other === undefined ? undefined : other / own;
      const verdict = ratio === undefined ? '—' : `${ratio.toFixed(2)}${ratio < least ? ` < ${least}` : ''}`;
      return [microseconds(other), microseconds(own), verdict];
    });
    rows.push([String(data.items), OPERATIONS[operation].title, ...cells]);
    console.error(rows.at(-1)?.join('  '));
  }
  return rows;
}

const sizes = process.argv.slice(2).map(Number);
installPeer();
const run = describeRun();
const rows: string[][] = [];
for (const items of sizes.length > 0 ? sizes : [43, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const servers: Running[] = [];
  try {
    const data = await prepareDataset(items, folder, undefined, performance.now() + DEADLINE_MS);
    servers.push(...(await startAll(data, folder)));
    rows.push(...(await rowsOf(data, servers)));
  } finally {
    for (const { server, agent } of servers) {
      agent.destroy();
      await server.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
const header = ['items', 'operation', ...GOALS.flatMap(({ ours, limit }) => [limit, ours, 'ratio'])];
const table = { header, rows, text: 1 };
console.log(`\n${textTable(table)}`);
if (sizes.length === 0)
  writeFileSync(
    join(import.meta.dirname, 'LIMITS.md'),
    `# Us and the limits\n\nWritten by \`npm run bench:limits\`; [README.md](README.md) says how to read it. Microseconds of processor time per\nrequest, median of ${ROUNDS} bursts of ${BURST} requests over ${CONNECTIONS} connections, all servers in turn. Goals: ${GOALS.map(({ least, limit }) => `${least} of ${limit}`).join(', ')}.\n\n${run.map((line) => `${line}\n`).join('')}\n${markdownTable(table)}\n`,
  );
