export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An operation as a client sends it. */
export interface GeneratedOperation {
  /** Its place in the sequence that the seed gives, from 0. */
  readonly index: number;
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, Json>>;
}
