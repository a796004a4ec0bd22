import type { FastifyInstance } from 'fastify';
import { errorBody, replyNotFound } from './error-replies.ts';

/** Answers 405 if a path is known but not with this method, before reading the body. Call this before adding routes. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const methodsByPath = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsByPath.set(url, methods);
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const [path = ''] = request.url.split('?');
    const known = [...methodsByPath].find(([pattern]) => matches(pattern, path));
    if (known === undefined) return void replyNotFound(request, reply);
    const allowed = [...known[1]].sort().join(', ');
    const message = `${path.slice(0, 100)} takes ${allowed}, and not ${request.method}`;
    return void reply.code(405).header('allow', allowed).send(errorBody('METHOD_NOT_ALLOWED', message));
  });
}

/** Whether a path matches the pattern of a route; `:name` matches one segment. CORS's `*` route matches no path. */
function matches(pattern: string, path: string): boolean {
  const [expected, given] = [pattern.split('/'), path.split('/')];
  return (
    expected.length === given.length &&
    expected.every((part, index) => part === given[index] || (part.startsWith(':') && given[index] !== ''))
  );
}
