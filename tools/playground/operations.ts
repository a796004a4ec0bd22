/** A stored question, as the server lists it at /graphiql/operations.json. */
export interface Operation {
  /** The operation's name in `query`. */
  readonly name: string;
  /** What it asks, in Chinese. */
  readonly title: string;
  readonly query: string;
  /** JSON text; empty when the operation takes none. */
  readonly variables: string;
}

export interface LoadedOperations {
  readonly operations: readonly Operation[];
  /** Why the list is missing, for the reader. */
  readonly problem?: string;
}

/** Never throws: a playground without examples is still a playground. */
export async function loadOperations(): Promise<LoadedOperations> {
  try {
    const response = await fetch('/graphiql/operations.json', { signal: AbortSignal.timeout(5000) });
    if (!response.ok) return { operations: [], problem: `HTTP ${response.status}` };
    const listed: unknown = await response.json();
    return Array.isArray(listed)
      ? { operations: listed.map(toOperation) }
      : { operations: [], problem: 'operations.json 不是数组 (not an array)' };
  } catch (error) {
    return { operations: [], problem: String(error) };
  }
}

function toOperation(listed: Partial<Operation>): Operation {
  const { name = '', title = name, query = '', variables = '' } = listed;
  return { name, title, query, variables };
}
