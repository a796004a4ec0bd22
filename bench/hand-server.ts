/**
 * The limit of a server that queries a database: one statement of compare/hand-statements.ts per request, sent by the
 * raw driver to the engine of GRAPH_URL. Returns the rows unchanged. No GraphQL, no framework. Prints its address as
 * JSON.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HAND_STATEMENTS } from './compare/hand-statements.ts';
import type { OperationName, Value } from './compare/operations.ts';
import { openRaw } from './raw-driver.ts';

const driver = await openRaw(process.env.GRAPH_URL ?? '');

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const { query, variables } = JSON.parse(await textOf(request)) as {
    query: OperationName;
    variables: Value;
  };
  const statement = HAND_STATEMENTS[query];
  if (statement === undefined) throw new Error(`no statement ${query}`);
  return { data: await driver.read(statement.cypher, statement.params(variables)) };
}

const server = createServer(async (request, response) => {
  const body = await answer(request).catch((error: Error) => ({ errors: [{ message: error.message }] }));
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })),
);
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(async () => {
    await driver.close();
    process.exit(0);
  });
});
