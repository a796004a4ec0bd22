// npm run neo4j [-- --data DIR --port 7687]: Neo4j in the foreground until Ctrl-C.

import { parseArgs } from 'node:util';
import { launchNeo4j } from './launch-neo4j.ts';

const asked = new AbortController();
process.once('SIGINT', () => asked.abort()).once('SIGTERM', () => asked.abort());
try {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string', default: '7687' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  console.log('Neo4j starts: about 8 s, and a download of 125 MB the first time');
  const log = (line: string): void => console.error(line);
  const neo4j = await launchNeo4j({ port, directory: values.data, log, signal: asked.signal });
  console.log(
    values.data === undefined ? 'The data is gone when it stops.' : `The data is in ${values.data}.`,
  );
  console.log(`Ctrl-C stops it. In another terminal:\nGRAPH_URL=${neo4j.url} npm start`);
  await neo4j.ended;
  if (!asked.signal.aborted) throw new Error('Neo4j ended by itself.');
} catch (error) {
  if (!asked.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
