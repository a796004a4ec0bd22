import type { Answer } from './keep-alive-client.ts';

/** What an answer explains that was asked for with `x-explain: 1`. */
const explained = ({ body }: Answer): { path?: string; counted?: number } | undefined =>
  (JSON.parse(body) as { extensions?: { explain?: { path?: string; counted?: number } } }).extensions
    ?.explain;

/** Whether such an operation took the fast path. */
export const tookFastPath = (answer: Answer): boolean => explained(answer)?.path === 'fast';

/** How many objects were counted for it. */
export const countedIn = (answer: Answer): number | undefined => explained(answer)?.counted;
