import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PROJECT_ROOT } from '../project-root.ts';
import { readOperations } from '../server/operations.ts';

const PLAYGROUND = join(PROJECT_ROOT, 'playground');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** Serves the playground built by tools/, and the stored operations that it lists. */
export function addPlayground(app: FastifyInstance): void {
  const page = readFileSync(join(PLAYGROUND, 'index.html'), 'utf8');
  const operations = readOperations().map(({ name, title, query, variables }) => ({
    name,
    title,
    query,
    variables,
  }));
  for (const url of ['/graphiql', '/graphiql/'])
    app.get(url, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/graphiql/operations.json', async () => operations);

  // Serve only names in this list, so that no path from a request reaches the file system.
  const assets = new Set(readdirSync(join(PLAYGROUND, 'assets')));
  app.get<{ Params: { name: string } }>(
    '/graphiql/assets/:name',
    { logLevel: 'warn' },
    async (request, reply) => {
      const { name } = request.params;
      if (!assets.has(name)) return reply.callNotFound();
      return reply
        .type(CONTENT_TYPES[extname(name)] ?? 'application/octet-stream')
        .header('cache-control', 'public, max-age=31536000, immutable') // file names contain a hash of the content
        .send(readFileSync(join(PLAYGROUND, 'assets', name)));
    },
  );
}
