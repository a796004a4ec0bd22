import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 600_000;
const STOP_TIMEOUT_MS = 10_000;

/** Starts a server in a separate process. The server prints its address as a line of JSON. */
export async function startProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Also if the benchmark itself is ended, so that no server keeps running.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  void exited.then(() => process.off('exit', end));
  return {
    url: await addressOf(child, args),
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      const impatience = setTimeout(end, STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(impatience);
    },
  };
}

function addressOf(child: ChildProcess, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${args[0]} did not start within ${START_TIMEOUT_MS / 1000} s`));
    }, START_TIMEOUT_MS);
    if (child.stdout !== null) {
      createInterface(child.stdout).on('line', (line) => {
        if (!line.startsWith('{')) return;
        clearTimeout(timer);
        resolve(JSON.parse(line).url);
      });
    }
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`${args.join(' ')} ended before it listened`));
    });
  });
}
