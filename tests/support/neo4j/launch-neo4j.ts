// Neo4j Community for development and tests without Docker. Maven fetches its jars once; Launcher.java starts it.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const POM = join(import.meta.dirname, 'pom.xml');
const LAUNCHER = join(import.meta.dirname, 'Launcher.java');
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/neo4j');
/** For short runs and little memory, about 330 MB. */
const SHORT_RUN = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** With the full compiler, like a dedicated server. */
const LONG_RUN = ['-Xms512m', '-Xmx2g', '-XX:+UseSerialGC'];
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;
const WHAT_TO_DO = 'Install it, or set NEO4J_TEST_URL to a Neo4j that already runs.';

export interface LaunchOptions {
  /** The data folder. Without it the data is in a temporary folder, deleted after stop(). */
  directory?: string | undefined;
  /** 0, the default, takes a free port. */
  port?: number;
  /** true: as fast as possible once warm. false, for tests: starts soon and needs little memory. */
  longRun?: boolean;
  log?: (line: string) => void;
  /** Stops Neo4j when aborted, also while it starts. */
  signal?: AbortSignal;
}

export interface RunningNeo4j {
  /** bolt://127.0.0.1:port; no user, no password. */
  url: string;
  pid: number;
  /** Resolves when Neo4j has ended, whether requested or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts Neo4j and waits until it answers. It ends on stop(), and also when this process ends in any way.
 * @throws Error that says what is missing (Java, Maven, the network, the port) or what Neo4j printed
 */
export async function launchNeo4j(options: LaunchOptions = {}): Promise<RunningNeo4j> {
  const { directory, port = 0, longRun = false, log = () => {}, signal } = options;
  const possible = canLaunchNeo4j();
  if (!possible.ok) throw new Error(possible.reason);
  if (port !== 0) await requireFreePort(port);
  const deadline = Date.now() + START_TIMEOUT_MS;
  const classPath = knownClassPath() ?? (await resolveClassPath(log, deadline, signal));

  const folder = directory === undefined ? mkdtempSync(join(tmpdir(), 'neo4j-')) : resolve(directory);
  mkdirSync(folder, { recursive: true });
  const afterwards = directory === undefined ? 'remove' : 'keep';
  const javaOptions = longRun ? LONG_RUN : SHORT_RUN;
  const child = spawn(java(), [...javaOptions, LAUNCHER, String(port), folder, afterwards], {
    env: { ...process.env, CLASSPATH: classPath },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = exitOf(child).then(() => {
    if (afterwards === 'remove') rmSync(folder, { recursive: true, force: true });
  });
  const stop = () => end(child, ended);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) void stop();
  try {
    return { url: await readyUrl(child, log, deadline), pid: child.pid ?? 0, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether JDK 17 or newer is installed, and Maven or the jars of an earlier start. Takes a tenth of a second. */
export function canLaunchNeo4j(): { ok: true } | { ok: false; reason: string } {
  // A JRE has no compiler and can't run Launcher.java.
  const { error, status, stderr } = spawnSync(java(), ['--add-modules', 'jdk.compiler', '-version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const need = 'Neo4j needs a JDK, 17 or newer';
  if (error !== undefined) return { ok: false, reason: `${need}, but ${java()} can't be run. ${WHAT_TO_DO}` };
  if (status !== 0) return { ok: false, reason: `${need}, but ${java()} has no compiler. ${WHAT_TO_DO}` };
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(major >= 17))
    return { ok: false, reason: `${need}, but ${java()} is version ${major}. ${WHAT_TO_DO}` };
  if (knownClassPath() === undefined && !onPath('mvn'))
    return {
      ok: false,
      reason: `Neo4j's jars are fetched by Maven, but mvn is not on the PATH. ${WHAT_TO_DO}`,
    };
  return { ok: true };
}

function java(): string {
  const home = process.env.JAVA_HOME;
  return home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
}

function onPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** The file name depends on the pom, so a new version of Neo4j is resolved again. */
function classPathFile(): string {
  return join(
    CACHE,
    `classpath-${createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16)}.txt`,
  );
}

function knownClassPath(): string | undefined {
  const file = classPathFile();
  if (!existsSync(file)) return undefined;
  const classPath = readFileSync(file, 'utf8').trim();
  return classPath.split(delimiter).every((jar) => existsSync(jar)) ? classPath : undefined;
}

async function resolveClassPath(
  log: (line: string) => void,
  deadline: number,
  signal?: AbortSignal,
): Promise<string> {
  log('Maven fetches the jars of Neo4j: 125 MB the first time');
  mkdirSync(CACHE, { recursive: true });
  // Written to another file and renamed, so that two simultaneous starts never read half a file.
  const fresh = `${classPathFile()}.${process.pid}`;
  const mvn = spawn(
    'mvn',
    ['-B', '-q', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${fresh}`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: Math.max(1, deadline - Date.now()),
      ...(signal && { signal }),
    },
  );
  const output = collectLines(mvn, log);
  const code = await exitOf(mvn);
  if (code !== 0 || !existsSync(fresh))
    throw new Error(
      `Maven could not fetch Neo4j (${code ?? 'stopped'}); is it online?\n${output.join('\n')}`,
    );
  renameSync(fresh, classPathFile());
  return readFileSync(classPathFile(), 'utf8').trim();
}

async function requireFreePort(port: number): Promise<void> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    throw new Error(`Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another port.`);
  }
  probe.close();
  await once(probe, 'close');
}

async function readyUrl(child: ChildProcess, log: (line: string) => void, deadline: number): Promise<string> {
  let output: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((ready, failed) => {
      const fail = (what: string) => failed(new Error(`${what}\n${output.join('\n')}`));
      output = collectLines(child, (line) => {
        log(line);
        const url = /^NEO4J (bolt:\S+)$/.exec(line)?.[1];
        if (url !== undefined) ready(url);
      });
      timer = setTimeout(
        () => fail(`Neo4j was not ready after ${START_TIMEOUT_MS / 1000} s.`),
        Math.max(1, deadline - Date.now()),
      );
      child.once('error', (error) => fail(`Neo4j could not be started: ${error.message}`));
      child.once('close', (code) => fail(`Neo4j ended while starting (${code ?? 'stopped'}).`));
    });
  } finally {
    clearTimeout(timer);
  }
}

/** The last 30 lines that a process printed, as they come. */
function collectLines(child: ChildProcess, log: (line: string) => void): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface(stream).on('line', (raw) => {
      const line = stripVTControlCharacters(raw).trimEnd();
      if (line === '') return;
      log(line);
      if (/^\s+(at |\.\.\. )/.test(line)) return; // a frame of a Java stack trace
      lines.push(line);
      if (lines.length > 30) lines.shift();
    });
  }
  return lines;
}

/** The exit code; null if the process was ended by a signal or never started. */
function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', (code) => done(code));
    child.once('error', () => done(null));
  });
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.stdin?.destroy();
    child.kill('SIGTERM');
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
