import type { Answer } from './keep-alive-client.ts';

/** Whether an operation that was sent with `x-explain: 1` took the fast path. */
export function tookFastPath({ body }: Answer): boolean {
  const { extensions } = JSON.parse(body) as { extensions?: { explain?: { path?: string } } };
  return extensions?.explain?.path === 'fast';
}
