import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Audits by the authors of "GraphQL over HTTP". They need the address only when they run, but their names now. */
let server: TestServer;
const audits = serverAudits({ url: () => `${server.url}/graphql` });

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('there are 61 audits', () => {
  expect(audits).toHaveLength(61);
});

// The sixth run is answered from a cache or by compiled code, and must give the same result as the first.
describe.each([1, 2, 3, 4, 5, 6])('run %d', () => {
  test.each(audits.map(({ id, name, fn }) => [`${id} ${name}`, fn] as const))('%s', async (_name, run) => {
    const result = await run();
    expect(result.status === 'ok' ? 'ok' : result).toBe('ok');
  });
});
