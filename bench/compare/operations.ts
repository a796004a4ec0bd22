import type { Sample } from './sample.ts';

/** The operations, for all contestants. */
export const OPERATIONS = {
  item: { title: 'an item with all its relations', values: ({ item }: Sample) => [{ item }] },
  coOwners: { title: 'co-owners of an agency', values: ({ agency }: Sample) => [{ agency }] },
  page: { title: 'a page of 20 with agencies, zones and themes', values: () => [{}] },
  nested: { title: 'agency → items → agencies → items', values: ({ nested }: Sample) => [{ ...nested }] },
  rotating: {
    title: 'the same, 50 values in rotation',
    values: ({ rotating }: Sample) => rotating.map((value) => ({ ...value })),
  },
  search: { title: 'search: title or content contains', values: ({ word }: Sample) => [{ word }] },
  ranked: { title: 'search: ranked, all kinds of nodes', values: ({ word }: Sample) => [{ word }] },
  network: { title: 'the network of agencies', values: () => [{}] },
} as const satisfies Record<string, { title: string; values: (sample: Sample) => readonly Value[] }>;

export type OperationName = keyof typeof OPERATIONS;
export const operationNames = Object.keys(OPERATIONS) as OperationName[];

/** The parameters of one request. The operation determines which are present. */
export interface Value {
  readonly item?: string;
  readonly agency?: string;
  readonly first?: number;
  readonly word?: string;
}

/** How to query one kind of server, and how to convert its answer to a form that all kinds share. */
export interface Dialect {
  /** The request body, or undefined if this server cannot answer the operation. */
  body(operation: OperationName, value: Value): string | undefined;
  /** Equal for every right answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query that each dialect writes
  canonical(operation: OperationName, data: any): unknown;
}
