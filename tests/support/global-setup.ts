import { canLaunchNeo4j, launchNeo4j, type RunningNeo4j } from './neo4j/launch-neo4j.ts';

declare global {
  var runningNeo4j: RunningNeo4j | undefined;
}

/**
 * Finds the engines to test on: embedded always; Neo4j at NEO4J_TEST_URL, or started from its Maven jars if Java and
 * Maven are installed. `STORES` (embedded,neo4j) lists the required engines; a missing one is a failure.
 */
export default async function globalSetup(): Promise<void> {
  const wanted = process.env.STORES?.split(',').map((name) => name.trim());
  const unknown = wanted?.filter((name) => name !== 'embedded' && name !== 'neo4j') ?? [];
  if (unknown.length > 0) throw new Error(`STORES names no engine of ours: ${unknown.join(', ')}`);
  const found = ['embedded'];
  const reason = wanted && !wanted.includes('neo4j') ? 'not named in STORES' : await findNeo4j();
  if (reason === undefined) found.push('neo4j');
  else if (wanted?.includes('neo4j'))
    throw new Error(`STORES names neo4j, and it is not reachable: ${reason}`);
  process.env.TEST_ENGINES = found.join(',');
  console.log(`\nengines: ${found.join(', ')}${reason === undefined ? '' : ` (no neo4j: ${reason})`}`);
}

/** The reason why there is no Neo4j; undefined if TEST_NEO4J_URL now names one. */
async function findNeo4j(): Promise<string | undefined> {
  if (process.env.NEO4J_TEST_URL) {
    process.env.TEST_NEO4J_URL = process.env.NEO4J_TEST_URL;
    return undefined;
  }
  const possible = canLaunchNeo4j();
  if (!possible.ok) return possible.reason;
  globalThis.runningNeo4j = await launchNeo4j({ log: (line) => console.log(line) });
  process.env.TEST_NEO4J_URL = globalThis.runningNeo4j.url;
  return undefined;
}
