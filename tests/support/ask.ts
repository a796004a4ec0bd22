import { type GraphqlAnswer, postGraphql } from './post-graphql.ts';

/** The data of an answer that has no errors. */
export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer['data']> {
  const { data, errors } = await postGraphql(url, query, variables);
  if (errors) throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${query.slice(0, 500)}`);
  return data;
}

export interface Refusal {
  readonly status: number;
  readonly code: unknown;
  readonly argument: unknown;
  readonly message: string;
}

/** The one error of an answer that has no data, or none but null. */
export async function refusal(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Refusal> {
  const { status, data, errors } = await postGraphql(url, query, variables);
  const [error, ...others] = errors ?? [];
  const answered = Object.values(data ?? {}).some((value) => value !== null);
  if (answered || error === undefined || others.length > 0) {
    throw new Error(
      `not refused with one error: ${JSON.stringify({ data, errors })}\n${query.slice(0, 500)}`,
    );
  }
  const { code, argument } = error.extensions;
  return { status, code, argument, message: error.message };
}
