import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Load {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds, from each connection's second answer on; NaN where there was none in time. */
  readonly p50: number;
  readonly p99: number;
  /** Answers with errors, other statuses than 200, and requests that none came to. */
  readonly failed: number;
}

/** The part of autocannon that is used: its types are in no package of this folder's. */
interface Client {
  setRequests(requests: readonly object[]): void;
}
interface Instance extends PromiseLike<{ errors: number; timeouts: number }> {
  on(
    event: 'response',
    listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
  ): void;
}
type Autocannon = (options: object) => Instance;

let autocannon: Autocannon | undefined;
function loadAutocannon(): Autocannon {
  autocannon ??= createRequire(join(import.meta.dirname, '../peer/package.json'))('autocannon') as Autocannon;
  return autocannon;
}

const REQUEST_TIMEOUT_S = 60;
const HEADERS = { 'content-type': 'application/json' };

/** Apollo writes errors before data, mercurius after. */
const isWhole = (body: string): boolean => !/^\{"(errors"|data":null)/.test(body);

/** Asks for some seconds over so many connections, each with one request at a time, the bodies in rotation. */
export async function load(
  url: string,
  bodies: readonly string[],
  connections: number,
  seconds: number,
): Promise<Load> {
  const requests = bodies.map((body) => ({ method: 'POST', path: '/graphql', headers: HEADERS, body }));
  const connected = new Set<Client>();
  const times: number[] = [];
  let answered = 0;
  let [clients, wrong] = [0, 0];
  const begun = performance.now();
  let last = begun;
  const instance = loadAutocannon()({
    url,
    connections,
    duration: seconds,
    // It looks at the clock this often, and no cell should last a second longer than asked.
    sampleInt: 100,
    timeout: REQUEST_TIMEOUT_S,
    requests,
    // In step, all connections would ask for the same value at once.
    setupClient(client: Client) {
      const offset = Math.floor((clients * requests.length) / connections) % requests.length;
      clients += 1;
      client.setRequests([...requests.slice(offset), ...requests.slice(0, offset)]);
    },
    verifyBody(body: string | Buffer) {
      const whole = isWhole(String(body).slice(0, 12));
      if (!whole) wrong += 1;
      return whole;
    },
  });
  instance.on('response', (client, status, _bytes, milliseconds) => {
    if (status === 200) answered += 1;
    else wrong += 1;
    // A first request waits for its connection too, and Node takes up one connection a turn.
    if (status === 200 && connected.has(client)) times.push(milliseconds);
    connected.add(client);
    last = performance.now();
  });
  const { errors } = await instance;
  // The run may last longer than asked where the last answers are slow, and shorter than its own clock says.
  const elapsed = Math.max(seconds, (last - begun) / 1000);
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    answered,
    perSecond: answered / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    failed: wrong + errors,
  };
}
