import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Load {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds, from each connection's second answer on; NaN if there was no answer in time. */
  readonly p50: number;
  readonly p99: number;
  /** Answers with errors, statuses other than 200, and requests without an answer. */
  readonly failed: number;
}

/** The part of autocannon that we use. No package of this project has its types. */
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

/** Apollo writes errors before data, mercurius after data. */
const isWhole = (body: string): boolean => !/^\{"(errors"|data":null)/.test(body);

/** Sends requests for some seconds over several connections, one at a time on each, with the bodies in rotation. */
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
    // The interval of its clock checks. No cell should last a second longer than requested.
    sampleInt: 100,
    timeout: REQUEST_TIMEOUT_S,
    requests,
    // Otherwise all connections would send the same value at once.
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
    // A first request also waits for its connection, and Node accepts one connection per turn of the event loop.
    if (status === 200 && connected.has(client)) times.push(milliseconds);
    connected.add(client);
    last = performance.now();
  });
  const { errors } = await instance;
  // With slow last answers the run lasts longer than requested; its own clock can also report less than the real time.
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
