import { type GraphqlAnswer, postGraphql } from './post-graphql.ts';

/** Returns the data of an answer without errors. */
export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer['data']> {
  const { data, errors } = await postGraphql(url, query, variables);
  if (errors) throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${query.slice(0, 500)}`);
  return data;
}

/** The answers of many fields of Query, in order. Sends several fields in one operation, each under an alias. */
export async function askEach(
  url: string,
  fields: readonly string[],
  fragments = '',
  most = 30,
): Promise<GraphqlAnswer['data'][]> {
  const answers: GraphqlAnswer['data'][] = [];
  for (let start = 0; start < fields.length; start += most) {
    const some = fields.slice(start, start + most).map((field, index) => `n${index}: ${field}`);
    answers.push(...Object.values(await ask(url, `{ ${some.join(' ')} } ${fragments}`)));
  }
  return answers;
}

export interface Refusal {
  readonly status: number;
  readonly code: unknown;
  readonly argument: unknown;
  readonly message: string;
}

/** The only error of an answer whose data is absent or contains only null. */
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
