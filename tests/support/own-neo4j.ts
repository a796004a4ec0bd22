import { spawnSync } from 'node:child_process';
import { engines } from './engines.ts';
import { canLaunchNeo4j, launchNeo4j, type RunningNeo4j } from './neo4j/launch-neo4j.ts';

const isStopped = (pid: number): boolean =>
  spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.startsWith('T');

export interface OwnNeo4j {
  readonly url: string;
  /** Stops its process where it is: connections stay, also new ones are taken, and nothing is answered. */
  silence(): void;
  /** Lets it go on from there. */
  wake(): void;
}

/** A Neo4j of the suite's own, to be silenced without harm to others; ended after the suite. */
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
      // The signal is on its way; a thread of it may still answer.
      for (let looks = 0; !isStopped(neo4j?.pid ?? 0); looks += 1)
        if (looks === 500) throw new Error('Neo4j did not stop');
    },
    wake: () => signal('SIGCONT'),
  };
}

/**
 * For what is only seen of a Neo4j that a suite may stop; never for a difference in its answers. Where the tests run
 * on a Neo4j that is given, and none can be launched, there is none to stop.
 */
export function describeWithOwnNeo4j(name: string, tests: (neo4j: OwnNeo4j) => void): void {
  if (engines.includes('neo4j') && canLaunchNeo4j().ok) describe(name, () => tests(ownNeo4j()));
}
