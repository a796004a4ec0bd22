import { GraphQLInt, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type HttpApp, startHttpApp } from '../../support/http-app.ts';
import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';

/** Our own schema has no mutation yet, but it may get one. */
describe('a schema with a mutation', () => {
  let app: HttpApp;
  let writes = 0;
  const count = { type: GraphQLInt, resolve: () => writes };
  const write = { type: GraphQLInt, resolve: () => ++writes };
  beforeAll(async () => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { count } }),
      mutation: new GraphQLObjectType({ name: 'Mutation', fields: { write } }),
    });
    app = await startHttpApp({ schema });
  });
  afterAll(() => app.close());

  const send = (method: string, query: string, headers = {}): Promise<RawAnswer> =>
    method === 'POST'
      ? rawRequest(app.url, '/graphql', { method, headers, body: JSON.stringify({ query }) })
      : rawRequest(app.url, `/graphql?query=${encodeURIComponent(query)}`, { method, headers });

  test.each([
    ['GET', {}],
    ['GET', { accept: 'application/json' }],
    ['GET', { 'content-type': 'application/json', cookie: 'session=x' }],
    ['HEAD', {}],
  ])('%s with %j runs a query but no mutation', async (method, headers) => {
    expect((await send(method, '{ count }', headers)).status).toBe(200);
    for (const query of ['mutation { write }', 'mutation M { write }', '{ count } mutation M { write }'])
      expect((await send(method, query, headers)).body).not.toContain('"data"');
    const named = `/graphql?operationName=M&query=${encodeURIComponent('query Q { count } mutation M { write }')}`;
    expect((await rawRequest(app.url, named, { method, headers })).status).toBe(405);
    const refused = await send(method, 'mutation { write }', headers);
    expect([refused.status, refused.headers.allow]).toEqual([405, 'POST']);
    expect(writes).toBe(0);
  });

  test('a POST that a page of another origin can send without a preflight runs no mutation either', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await send('POST', 'mutation { write }', { 'content-type': type })).status).toBe(415);
      const inAddress = await rawRequest(app.url, '/graphql?query=mutation%7Bwrite%7D', { method: 'POST' });
      expect(inAddress.status).toBe(400);
    }
    expect(writes).toBe(0);
  });

  test('a POST of JSON runs the mutation', async () => {
    const answer = await send('POST', 'mutation { write }', { 'content-type': 'application/json' });
    expect(JSON.parse(answer.body)).toEqual({ data: { write: 1 } });
    expect(writes).toBe(1);
  });
});
