/** One request by itself. @throws Error with what the server said where the answer has errors */
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
