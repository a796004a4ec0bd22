import type { Fetcher } from '@graphiql/toolkit';

/** Posts one operation. Whatever goes wrong on the way is answered as a GraphQL error that says what to do. */
export const fetcher: Fetcher = async (operation, options) => {
  let response: Response;
  let body: string;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
        ...options?.headers,
      },
      body: JSON.stringify(operation),
    });
    body = await response.text();
  } catch (error) {
    return failure(`连不上服务器，请确认它还在运行。 The server could not be reached. (${error})`);
  }
  try {
    return JSON.parse(body);
  } catch {
    const status = `HTTP ${response.status} ${response.statusText}`.trim();
    return failure(`服务器的回答不是 JSON (${status})。 The answer is not JSON: ${body.slice(0, 300)}`);
  }
};

function failure(message: string) {
  return { errors: [{ message }] } as unknown as Awaited<ReturnType<Fetcher>>;
}
