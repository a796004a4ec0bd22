export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An operation as a client sends it. */
export interface GeneratedOperation {
  /** Its position in the sequence of the seed, from 0. */
  readonly index: number;
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, Json>>;
}
