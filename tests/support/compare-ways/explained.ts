import type { Answer } from './keep-alive-client.ts';

/** The explanation in an answer to a request with `x-explain: 1`. */
const explained = ({ body }: Answer): { path?: string; counted?: number } | undefined =>
  (JSON.parse(body) as { extensions?: { explain?: { path?: string; counted?: number } } }).extensions
    ?.explain;

/** Whether the operation took the fast path. */
export const tookFastPath = (answer: Answer): boolean => explained(answer)?.path === 'fast';

/** The number of objects that the server counted for the operation. */
export const countedIn = (answer: Answer): number | undefined => explained(answer)?.counted;
