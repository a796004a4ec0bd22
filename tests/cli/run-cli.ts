import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves with the first matching line of standard output; rejects if the process ends first. */
  line(pattern: RegExp): Promise<string>;
}

/** Processes left running by a failed test end with the suite. */
const started: Running[] = [];
afterAll(async () => {
  for (const { child, finished } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await finished;
  }
});

/** How to restrict a process: with a wrapper command, or as a user without rights. */
export interface Restriction {
  readonly through?: readonly [command: string, ...args: string[]];
  readonly user?: number;
}

/** Runs the program from its sources in a separate process, with only this environment. */
export function startCli(
  args: readonly string[],
  environment: Record<string, string> = {},
  { through = ['env'], user }: Restriction = {},
): Running {
  const [command, ...before] = through;
  const child = spawn(command, [...before, process.execPath, '--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = output.stdout.split('\n').find((each) => pattern.test(each));
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      look();
      void finished.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)));
    });
  const running = { child, finished, line };
  started.push(running);
  return running;
}

export const runCli = (
  args: readonly string[],
  environment: Record<string, string> = {},
  restriction: Restriction = {},
): Promise<Finished> => startCli(args, environment, restriction).finished;
