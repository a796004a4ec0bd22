import type { Sample } from './sample.ts';

/** What is asked, whoever answers it. */
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

/** The parameters of one request; which of them there are depends on the operation. */
export interface Value {
  readonly item?: string;
  readonly agency?: string;
  readonly first?: number;
  readonly word?: string;
}

/** How one kind of server is asked, and what its answer says in a form that all kinds share. */
export interface Dialect {
  /** The body of the request, or undefined where this server has no way to answer. */
  body(operation: OperationName, value: Value): string | undefined;
  /** The same for every right answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query that each dialect writes
  canonical(operation: OperationName, data: any): unknown;
}
