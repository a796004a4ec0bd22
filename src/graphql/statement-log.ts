import type { Statement } from '../store/statement.ts';

/** A statement that an operation has run. */
export interface RunStatement {
  /** Path below cypher/. */
  readonly file: string;
  readonly rows: number;
  /** From the call to the last row, including the wait for a connection. */
  readonly milliseconds: number;
  /** The number of objects returned: the rows and the objects in their lists. Same unit as the operation's own cost. */
  readonly cost: number;
}

/** Records the statements of one operation in the order in which they ended. Failed statements are only counted. */
export class StatementLog {
  readonly ended: RunStatement[] = [];
  count = 0;

  async note<P, R>({ file }: Statement<P, R>, run: () => Promise<R[]>): Promise<R[]> {
    this.count += 1;
    const start = performance.now();
    const rows = await run();
    const milliseconds = Math.round((performance.now() - start) * 100) / 100;
    this.ended.push({
      file,
      rows: rows.length,
      milliseconds,
      cost: rows.reduce((sum, row) => sum + objectsIn(row), 0),
    });
    return rows;
  }
}

function objectsIn(row: unknown): number {
  const lists = Object.values(row as Record<string, unknown>).filter(Array.isArray);
  return lists.reduce((sum, list) => sum + list.filter((value) => typeof value === 'object').length, 1);
}
