import { writeFileSync } from 'node:fs';
import { askUntilAnswered } from './ask.ts';
import type { Contestant } from './contestants.ts';
import type { Dataset } from './dataset.ts';
import { OPERATIONS, operationNames } from './operations.ts';
import { startProcess } from './server-process.ts';

/** Headers that each sender sets again. */
const OF_THE_CONNECTION = new Set(['connection', 'content-length', 'date', 'keep-alive']);

/** Writes a server's answers to all requests of a run: body, headers and answer, one request per line. */
export async function keepAnswers(contestant: Contestant, data: Dataset): Promise<void> {
  const { dialect } = contestant;
  const bodies = operationNames.flatMap((operation) =>
    OPERATIONS[operation].values(data.sample).flatMap((value) => dialect.body(operation, value) ?? []),
  );
  const server = await startProcess(contestant.args, contestant.environment(data));
  try {
    await askUntilAnswered(server.url, bodies[0] as string);
    const lines: string[] = [];
    for (const body of new Set(bodies)) lines.push(await answerLine(server.url, body));
    writeFileSync(data.answersFile, lines.join('\n'));
  } finally {
    await server.stop();
  }
}

async function answerLine(url: string, body: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    // Without compression, like the load generator.
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body,
  });
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)));
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`nothing to keep: ${response.status} ${answer.slice(0, 500)}`);
  return JSON.stringify({ body, headers, answer });
}
