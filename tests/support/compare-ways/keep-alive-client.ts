import { Agent, request } from 'node:http';
import type { GeneratedOperation } from '../operation-generator/generated-operation.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends operations over one connection and returns the answers byte for byte. */
export class KeepAliveClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL('/graphql', url);
  }

  post(
    { query, operationName, variables }: GeneratedOperation,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent = Buffer.from(JSON.stringify({ query, operationName, variables }));
    return new Promise((resolve, reject) => {
      const call = request(
        this.#url,
        {
          method: 'POST',
          agent: this.#agent,
          headers: { 'content-type': 'application/json', 'content-length': sent.length, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      call.on('error', reject);
      call.end(sent);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
