import { ask } from './ask.ts';

export interface List {
  /** The connection field with its own arguments, such as `reformItems(orderBy: {field: TITLE})`. */
  readonly list: string;
  /** The field that has the connection, such as `agency(name: "天津海关")`; undefined for a connection of Query. */
  readonly of?: string;
  /** The selection to read from each node. Its value stands for the node. */
  readonly node: string;
}

export interface Page {
  readonly nodes: readonly unknown[];
  readonly cursors: readonly string[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface PageVariables {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

const PAGE = '$first: Int, $after: String, $last: Int, $before: String';
const ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';

/** Reads one page with edges, nodes and all of pageInfo. */
export async function readPage(
  url: string,
  { list, of, node }: List,
  variables: PageVariables,
): Promise<Page> {
  const [field, own] = list.split(/\((.*)\)$/s) as [string, string?];
  const connection = `list: ${field}(${own ? `${own}, ` : ''}${ARGUMENTS}) {
    totalCount
    edges { cursor node { value: ${node} } }
    nodes { value: ${node} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  const body = of === undefined ? connection : `owner: ${of} { ${connection} }`;
  const data = await ask(url, `query (${PAGE}) { ${body} }`, { ...variables });
  const { edges, nodes, totalCount, pageInfo } = of === undefined ? data.list : data.owner.list;
  expect(nodes).toEqual(edges.map((edge: { node: unknown }) => edge.node));
  return {
    nodes: nodes.map(({ value }: { value: unknown }) => value),
    cursors: edges.map(({ cursor }: { cursor: string }) => cursor),
    totalCount,
    pageInfo,
  };
}

/** Reads all pages as a client does: from one end with cursors, until pageInfo reports no more. */
export async function walk(
  url: string,
  list: List,
  size: number,
  direction: 'forwards' | 'backwards' = 'forwards',
): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  for (;;) {
    const forwards = direction === 'forwards';
    const variables: PageVariables = forwards
      ? { first: size, after: cursor }
      : { last: size, before: cursor };
    const page = await readPage(url, list, variables);
    pages.push(page);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(forwards ? hasNextPage : hasPreviousPage)) return pages;
    if (pages.length > 200) throw new Error(`${list.list}: more than 200 pages of ${size}`);
    cursor = forwards ? endCursor : startCursor;
  }
}

/** The nodes of pages that were read in either direction, in the order of the list. */
export const nodesOf = (
  pages: readonly Page[],
  direction: 'forwards' | 'backwards' = 'forwards',
): unknown[] => (direction === 'forwards' ? pages : [...pages].reverse()).flatMap(({ nodes }) => nodes);
