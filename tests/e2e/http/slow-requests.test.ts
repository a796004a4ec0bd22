import { connect } from 'node:net';
import { type HttpApp, startHttpApp } from '../../support/http-app.ts';

const TIMEOUT_MS = 1000;
/** Far below Node's own timeouts (30 s between checks, 60 s for headers); far above ours, even on a busy machine. */
const PATIENCE_MS = 15_000;

describe('requests that do not arrive completely', () => {
  let app: HttpApp;
  beforeAll(async () => {
    app = await startHttpApp({ requestTimeoutMs: TIMEOUT_MS });
  });
  afterAll(() => app.close());

  /** Sends the text, then one byte at a time. Returns everything received until the server closes the connection. */
  function drip(text: string, byte: string): Promise<{ answer: string; ms: number }> {
    const { hostname, port } = new URL(app.url);
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(text));
      const dripping = setInterval(() => socket.write(byte), 50);
      let answer = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk;
      });
      // The server may close the connection while bytes are still on their way.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(dripping);
        resolve({ answer, ms: performance.now() - start });
      });
      socket.setTimeout(PATIENCE_MS, () => reject(new Error('the server never hung up')));
    });
  }

  const POST =
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n';
  test.each([
    ['the headers', 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ', 'x'],
    ['the body', `${POST}\r\n`, ' '],
    [
      'a body in chunks',
      `${POST.replace('content-length: 1000', 'transfer-encoding: chunked')}\r\n`,
      '1\r\n \r\n',
    ],
  ])('%s, a byte at a time: 408 with a code', async (_name, text, byte) => {
    const { answer, ms } = await drip(text, byte);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: 'the request did not arrive in time',
          extensions: { code: 'REQUEST_TIMEOUT', retryable: true },
        },
      ],
    });
    expect(ms).toBeGreaterThanOrEqual(TIMEOUT_MS - 50);
    expect(ms).toBeLessThan(PATIENCE_MS);
  });

  test.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a header of 20 kB',
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'an address of 20 kB',
      `GET /?${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['a length that is no number', `${POST.replace('1000', 'x')}\r\n`, 400, 'BAD_REQUEST'],
  ])('%s is refused with a code', async (_name, text, status, code) => {
    const { answer } = await drip(text, '');
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(body).errors[0].extensions).toEqual({ code, retryable: false });
  });
});
