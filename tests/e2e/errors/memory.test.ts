import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const CHILD = join(import.meta.dirname, '../../support/serve-in-child.ts');
const REQUESTS = 5000;
const ROUNDS = 20;
const AT_A_TIME = 8;
/** A leak keeps whole texts: 19,000 bytes for every eighth request, so 2,400 bytes per request. */
const MAX_BYTES_PER_REQUEST = 500;

interface Sent {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

const long = (index: number): string => `${index} ${'x'.repeat(18_900)}`;
/** Kinds of request content that never repeat and that the server might keep in memory. */
const KINDS: readonly ((index: number) => Sent)[] = [
  (index) => post({ query: `{ graph { version } } # ${long(index)}` }),
  (index) => post({ query: `{ graph { version } } # ${index} ${'注释'.repeat(3000)}` }),
  (index) => post({ query: `{ graph { version } }${`\n#${index}`.repeat(2000)}` }),
  (index) => post(persisted(`{ graph { version } } # ${long(index)}`)),
  (index) => post({ query: `query Q${index}_${'x'.repeat(9000)} { a${index}: __typename }` }),
  (index) =>
    post({ query: 'query ($n: String!) { agency(name: $n) { name } }', variables: { n: long(index) } }),
  (index) => post({ query: `{ ${'x'.repeat(9000)}${index} }` }),
  (index) => ({
    path: `/graphql?query=${encodeURIComponent(`{ __typename } # ${index} ${'x'.repeat(9000)}`)}`,
    headers: { accept: `application/json, text/${index}` },
  }),
];
const post = (body: object): Sent => ({ path: '/graphql', body });
const persisted = (query: string): object => ({
  query,
  extensions: {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  },
});

describe('requests that never repeat', () => {
  let child: ChildProcess;
  let lines: AsyncIterator<string>;
  let reader: Interface;
  let url: URL;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });

  beforeAll(async () => {
    child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', CHILD], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ANSWER_CACHE_MB: '4' },
    });
    reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    lines = reader[Symbol.asyncIterator]();
    url = new URL((await lines.next()).value);
  }, 60_000);
  afterAll(() => {
    child.stdin?.end();
    agent.destroy();
    reader.close();
  });

  async function heapUsed(): Promise<number> {
    child.stdin?.write('\n');
    return Number((await lines.next()).value);
  }

  const send = ({ path, body, headers = {} }: Sent): Promise<number> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        {
          agent,
          host: url.hostname,
          port: url.port,
          path,
          method: text === undefined ? 'GET' : 'POST',
          headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        },
        (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
      );
      sent.on('error', reject);
      sent.end(text);
    });

  test('leave no memory in use', async () => {
    const heaps: number[] = [];
    const statuses = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = indices((round * REQUESTS) / ROUNDS, ((round + 1) * REQUESTS) / ROUNDS);
      await Promise.all(
        Array.from({ length: AT_A_TIME }, async () => {
          for (const index of next)
            statuses.add(await send((KINDS[index % KINDS.length] as (typeof KINDS)[0])(index)));
        }),
      );
      heaps.push(await heapUsed());
    }
    expect([...statuses].sort()).toEqual([200, 400]);
    const secondHalf = heaps.slice(ROUNDS / 2);
    expect(slope(secondHalf) / (REQUESTS / ROUNDS)).toBeLessThan(MAX_BYTES_PER_REQUEST);
  }, 300_000);
});

function* indices(from: number, to: number): Generator<number> {
  for (let index = from; index < to; index += 1) yield index;
}

/** The average growth from one value to the next, by least squares. */
function slope(values: readonly number[]): number {
  const meanX = (values.length - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / values.length;
  const products = values.reduce((sum, value, x) => sum + (x - meanX) * (value - meanY), 0);
  return products / values.reduce((sum, _value, x) => sum + (x - meanX) ** 2, 0);
}
