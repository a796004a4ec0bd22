import { setTimeout as sleep } from 'node:timers/promises';
import { ask, askUntilAnswered } from './ask.ts';
import type { Contestant } from './contestants.ts';
import type { Dataset } from './dataset.ts';
import { load } from './load.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import type { Options } from './options.ts';
import { processorMs, residentMb } from './process-figures.ts';
import { AnswersDiffer, type References } from './references.ts';
import type { Results } from './results.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const QUIET_SHARE = 0.2;
const QUIET_STEP_MS = 100;
const QUIET_AT_MOST_MS = 10_000;
const WARM_UP_CONNECTIONS = 8;
/** At most this, and half of a cell's length. */
const WARM_UP_STEP_S = 0.5;
const WARM_UP_STEPS = 10;
/** The speed-up below which warming up stops. */
const FASTER = 1.03;
/** Slower operations do not need the server to warm up, and would continue during everything that follows. */
const WARM_UP_AT_MOST_MS = 100;
/** Multiple of a cell's length for each operation: the database's compiler needs a minute or more to settle. */
const DATABASE_WARM_UP = 6;

/**
 * One contestant at one size: starts it, compares every answer, then times every cell.
 * @param databasePid of the Neo4j that the contestant queries, if any
 * @param deadline    performance.now() after which no new cell starts
 */
export async function timeContestant(
  contestant: Contestant,
  data: Dataset,
  databasePid: number | undefined,
  references: References,
  options: Options,
  deadline: number,
  results: Results,
): Promise<void> {
  const { name } = contestant;
  const stepSeconds = Math.min(WARM_UP_STEP_S, options.seconds / 2);
  const bodiesOf = (operation: OperationName): string[] => bodies(contestant, operation, data);
  const firstBody = bodiesOf('item')[0] as string;
  const start = (): Promise<ServerProcess> => startProcess(contestant.args, contestant.environment(data));
  await contestant.prepare?.(data);
  const begun = performance.now();
  let server = await start();
  try {
    await askUntilAnswered(server.url, firstBody);
    const firstAnswerMs = performance.now() - begun;
    const startMb = residentMb(server.pid);
    const missing = (operation: OperationName, why: string): void =>
      void results.missing.push(`${data.items} ${name} ${operation}: ${why}`);
    const compared: OperationName[] = [];
    for (const operation of options.operations) {
      if (bodiesOf(operation).length === 0) continue;
      try {
        await references.compare(contestant, server.url, operation, data.sample);
        compared.push(operation);
      } catch (error) {
        missing(operation, error instanceof Error ? error.message : String(error));
        if (error instanceof AnswersDiffer) results.differed = true;
        else {
          // An abandoned operation continues and would slow down everything that follows.
          await server.stop();
          server = await start();
          await askUntilAnswered(server.url, firstBody);
        }
      }
    }
    await warmServer(server.url, compared.map(bodiesOf), stepSeconds);
    const pids = databasePid === undefined ? [server.pid] : [server.pid, databasePid];
    for (const operation of compared) {
      const asked = bodiesOf(operation);
      if (performance.now() > deadline) {
        missing(operation, 'no time was left');
        continue;
      }
      await load(server.url, asked, WARM_UP_CONNECTIONS, stepSeconds);
      const statements = await statementsOf(contestant, server, asked[0] as string);
      for (const connections of options.connections) {
        await quiet(pids);
        const before = [server.pid, databasePid ?? 0].map(processorMs) as [number, number];
        const measured = await load(server.url, asked, connections, options.seconds);
        const after = [server.pid, databasePid ?? 0].map(processorMs) as [number, number];
        const each = (place: 0 | 1): number => (after[place] - before[place]) / measured.answered;
        results.cells.push({
          ...measured,
          items: data.items,
          contestant: name,
          operation,
          connections,
          serverMs: each(0),
          databaseMs: databasePid === undefined ? undefined : each(1),
          statements,
        });
      }
    }
    await quiet(pids);
    results.starts.push({
      items: data.items,
      contestant: name,
      firstAnswerMs,
      startMb,
      endMb: residentMb(server.pid),
    });
  } finally {
    await server.stop();
  }
}

/** The request bodies of all values of an operation for this contestant; none if it can't answer. */
function bodies({ dialect }: Contestant, operation: OperationName, data: Dataset): string[] {
  return OPERATIONS[operation].values(data.sample).flatMap((value) => dialect.body(operation, value) ?? []);
}

/**
 * Sends all operations until the server gets no faster, so that its code is compiled. This takes seconds. Otherwise the
 * first timed operation would pay for the rest.
 */
async function warmServer(url: string, bodies: readonly string[][], stepSeconds: number): Promise<void> {
  // Twice, because later operations undo some of what was compiled for earlier ones.
  for (const asked of [...bodies, ...bodies]) {
    await ask(url, asked[0] as string);
    const begun = performance.now();
    await ask(url, asked[0] as string);
    if (performance.now() - begun > WARM_UP_AT_MOST_MS) continue;
    let best = 0;
    for (let step = 0, slower = 0; step < WARM_UP_STEPS && slower < 2; step += 1) {
      const { perSecond } = await load(url, asked, WARM_UP_CONNECTIONS, stepSeconds);
      slower = perSecond > best * FASTER ? 0 : slower + 1;
      best = Math.max(best, perSecond);
    }
  }
}

/**
 * Lets a database compile its code and plan all contestants' statements before anything is timed. Otherwise the first
 * contestant would pay for all.
 */
export async function warmDatabase(
  contestants: readonly Contestant[],
  data: Dataset,
  { operations, seconds }: Options,
): Promise<void> {
  const warm = async (contestant: Contestant): Promise<void> => {
    const server = await startProcess(contestant.args, contestant.environment(data));
    try {
      await askUntilAnswered(server.url, bodies(contestant, 'item', data)[0] as string);
      for (const operation of operations) {
        const asked = bodies(contestant, operation, data);
        if (asked.length > 0) await load(server.url, asked, WARM_UP_CONNECTIONS, DATABASE_WARM_UP * seconds);
      }
    } finally {
      await server.stop();
    }
  };
  await Promise.all(contestants.map(warm));
}

async function statementsOf(
  { statements }: Contestant,
  { url }: ServerProcess,
  body: string,
): Promise<number | undefined> {
  if (statements !== 'explained') return statements;
  const { extensions } = await ask(url, body, { 'x-explain': '1' });
  return extensions?.explain?.statements?.length;
}

/** Requests that the load generator abandoned continue and would slow down the next cell. */
async function quiet(pids: readonly number[]): Promise<void> {
  const spent = (): number => pids.reduce((sum, pid) => sum + processorMs(pid), 0);
  const begun = performance.now();
  let before = spent();
  while (performance.now() - begun < QUIET_AT_MOST_MS) {
    await sleep(QUIET_STEP_MS);
    const now = spent();
    if (!(now - before > QUIET_STEP_MS * QUIET_SHARE)) return;
    before = now;
  }
}
