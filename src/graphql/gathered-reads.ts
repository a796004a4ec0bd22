import type { Outcome } from '../store/joined-reads.ts';
import type { Reading } from '../store/joined-statement.ts';
import type { Statement } from '../store/statement.ts';

interface Waiting extends Reading {
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends what the resolvers of one moment ask for in one go. */
export class GatheredReads {
  readonly #send: (readings: readonly Reading[]) => Promise<Outcome[]>;
  #waiting: Waiting[] = [];

  constructor(send: (readings: readonly Reading[]) => Promise<Outcome[]>) {
    this.#send = send;
  }

  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return new Promise<R[]>((resolve, reject) => {
      // By then all resolvers and loaders of the level have had their turns.
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ statement, params, resolve, reject } as unknown as Waiting);
    });
  }

  #flush(): void {
    const all = this.#waiting;
    this.#waiting = [];
    // Lists of a whole label may take long, and are read side by side; what belongs to given nodes is short.
    const isShort = ({ params }: Reading): boolean => Object.hasOwn(params as object, 'ids');
    const [short, long] = [all.filter(isShort), all.filter((one) => !isShort(one))];
    // In one order whichever way the operation lists its fields, so that fewer sets are planned.
    short.sort((a, b) => (a.statement.file < b.statement.file ? -1 : 1));
    for (const group of [short, ...long.map((one) => [one])])
      if (group.length > 0) void this.#sendGroup(group);
  }

  async #sendGroup(group: readonly Waiting[]): Promise<void> {
    try {
      for (const [place, outcome] of (await this.#send(group)).entries()) {
        const { resolve, reject } = group[place] as Waiting;
        if (outcome.status === 'fulfilled') resolve(outcome.value as never[]);
        else reject(outcome.reason);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
