import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Audits of "GraphQL over HTTP" by those who write it. They need the address when they run, and their names before. */
let server: TestServer;
const audits = serverAudits({ url: () => `${server.url}/graphql` });

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('there are 61 audits', () => {
  expect(audits).toHaveLength(61);
});

// What is kept or compiled by the sixth time answers as what was not.
describe.each([1, 2, 3, 4, 5, 6])('run %d', () => {
  test.each(audits.map(({ id, name, fn }) => [`${id} ${name}`, fn] as const))('%s', async (_name, run) => {
    const result = await run();
    expect(result.status === 'ok' ? 'ok' : result).toBe('ok');
  });
});
