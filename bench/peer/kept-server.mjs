/**
 * The limit of caching whole answers: parses each body as JSON, as any GraphQL server must, and sends the bytes and
 * headers that ANSWERS_FILE contains for the body's text.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import Fastify from 'fastify';
import { listen } from './listen.mjs';

/** By the text of the request body. */
const answers = new Map();
for await (const line of createInterface({ input: createReadStream(process.env.ANSWERS_FILE) })) {
  const { body, headers, answer } = JSON.parse(line);
  answers.set(body, { headers, bytes: Buffer.from(answer) });
}

const app = Fastify({ forceCloseConnections: true });
const parse = app.getDefaultJsonParser('error', 'error');
app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) =>
  parse(request, text, (error) => done(error, text)),
);
app.post('/graphql', (request, reply) => {
  const kept = answers.get(request.body);
  if (kept === undefined)
    return reply.code(404).send({ errors: [{ message: 'no answer is kept for that' }] });
  return reply.headers(kept.headers).send(kept.bytes);
});
await listen(app);
