import type { Difference } from './find-difference.ts';
import type { Answer } from './keep-alive-client.ts';

/** The number of characters of an answer to print around the difference. */
const SHOWN = 600;

/** Everything that one needs to send the operation again. */
export function printDifference({ operations, way, use, expected, answer }: Difference): string {
  const operation = operations.at(-1);
  const at = firstDifference(expected.body, answer.body);
  const requests = operations.map(({ operationName, variables }) =>
    JSON.stringify({ operationName, variables }),
  );
  return [
    `── operation ${operation?.index} of the seed: ${way}, use ${use}; the answers part at character ${at} ──`,
    operation?.query,
    ...requests.map((request, index) => `request ${index + 1}: ${request}`),
    `expected ${show(expected, at)}`,
    `got      ${show(answer, at)}`,
  ].join('\n');
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function show({ status, body }: Answer, at: number): string {
  const start = Math.max(0, at - SHOWN / 2);
  const text = body.slice(start, start + SHOWN);
  return `${status} ${start > 0 ? '…' : ''}${text}${start + SHOWN < body.length ? '…' : ''}`;
}
