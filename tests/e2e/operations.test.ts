import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS_DIRECTORY, readOperation } from '../../src/server/operations.ts';
import { countingStore } from '../support/counting-store.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { matchAny } from '../support/match-any.ts';
import { postGraphql } from '../support/post-graphql.ts';
import { CACHES_OFF, PATIENT, startTestServer, type TestServer } from '../support/test-server.ts';

/** tests/e2e/expected/ has the answers, derived from the bulletin by hand. Exceptions: see match-any.ts. */
const EXPECTED = join(import.meta.dirname, 'expected');
const names = readdirSync(OPERATIONS_DIRECTORY).map((file) => file.replace(/\.graphql$/, ''));

test('every stored operation has an expected answer, and there are at least eight', () => {
  expect(
    readdirSync(EXPECTED)
      .map((file) => file.replace(/\.json$/, ''))
      .sort(),
  ).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(8);
});

describeForEachEngine('stored operations over HTTP', (engine) => {
  let server: TestServer;
  const counter = countingStore();

  beforeAll(async () => {
    server = await startTestServer(engine, { ...PATIENT, ...CACHES_OFF }, counter.wrap);
  });
  afterAll(() => server.close());

  test.each(names)('%s', async (name) => {
    const operation = readOperation(join(OPERATIONS_DIRECTORY, `${name}.graphql`));
    const expected = JSON.parse(readFileSync(join(EXPECTED, `${name}.json`), 'utf8'));
    counter.reset();
    const answer = await postGraphql(server.url, operation.query, JSON.parse(operation.variables || '{}'));
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(matchAny(expected.data ?? expected));
    expect(counter.files()).toHaveLength(operation.statements);
  });
});
