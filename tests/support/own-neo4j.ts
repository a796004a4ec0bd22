import { spawnSync } from 'node:child_process';
import { engines } from './engines.ts';
import { canLaunchNeo4j, launchNeo4j, type RunningNeo4j } from './neo4j/launch-neo4j.ts';

const isStopped = (pid: number): boolean =>
  spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.startsWith('T');

export interface OwnNeo4j {
  readonly url: string;
  /** Suspends its process: connections stay open, new ones are accepted, and nothing is answered. */
  silence(): void;
  /** Resumes the process. */
  wake(): void;
}

/** A separate Neo4j for the suite. The suite can suspend it without harm to others. Stopped after the suite. */
function ownNeo4j(): OwnNeo4j {
  let neo4j: RunningNeo4j | undefined;
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    if (neo4j !== undefined) process.kill(neo4j.pid, name);
  };
  beforeAll(async () => {
    neo4j = await launchNeo4j();
  }, 200_000);
  afterAll(async () => {
    signal('SIGCONT');
    await neo4j?.stop();
  }, 60_000);
  return {
    get url() {
      return neo4j?.url ?? '';
    },
    silence: () => {
      signal('SIGSTOP');
      // The signal takes effect with a delay; until then a thread may still answer.
      for (let looks = 0; !isStopped(neo4j?.pid ?? 0); looks += 1)
        if (looks === 500) throw new Error('Neo4j did not stop');
    },
    wake: () => signal('SIGCONT'),
  };
}

/**
 * For behaviour that needs a Neo4j that the suite may suspend. Never for a difference in its answers. Skipped if the
 * tests run on a given Neo4j and none can be launched.
 */
export function describeWithOwnNeo4j(name: string, tests: (neo4j: OwnNeo4j) => void): void {
  if (engines.includes('neo4j') && canLaunchNeo4j().ok) describe(name, () => tests(ownNeo4j()));
}
