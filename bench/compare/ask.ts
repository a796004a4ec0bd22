import { setTimeout as sleep } from 'node:timers/promises';

/** Sends one request. @throws Error with the server's answer if it contains errors */
export async function ask(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ data: unknown; extensions?: { explain?: { statements?: readonly unknown[] } } }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const answer = JSON.parse(text);
  if (response.status !== 200 || answer.errors) throw new Error(`${response.status} ${text.slice(0, 500)}`);
  return answer;
}

/** A large graph is read before the first answer. */
const FIRST_ANSWER_MS = 600_000;
const ASK_AGAIN_MS = 50;

/** Retries while the server reports that it can't answer yet. @throws other errors, or Error after ten minutes */
export async function askUntilAnswered(url: string, body: string): Promise<void> {
  const end = performance.now() + FIRST_ANSWER_MS;
  for (;;) {
    try {
      await ask(url, body);
      return;
    } catch (error) {
      if (performance.now() > end || !/TimeoutError|"retryable":true/.test(String(error))) throw error;
      await sleep(ASK_AGAIN_MS);
    }
  }
}
