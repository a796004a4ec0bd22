import type { Store, Transaction } from '../../src/store/store.ts';

/** Records the file of every statement of mode `write` that a write of the store runs. Can make one of them fail. */
export class WriteRecorder {
  readonly files: string[] = [];
  readonly #failAt: number;

  /** @param failAt the number of the writing statement that throws instead of running, counted from 1 */
  constructor(failAt: number = Number.POSITIVE_INFINITY) {
    this.#failAt = failAt;
  }

  wrap(store: Store): Store {
    return new Proxy(store, {
      get: (target, property) => {
        const value = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        if (property !== 'write') return value.bind(target);
        const write: Store['write'] = (work) => target.write((transaction) => work(this.#noted(transaction)));
        return write;
      },
    });
  }

  #noted(transaction: Transaction): Transaction {
    return {
      run: async (statement, params) => {
        if (statement.mode === 'write') this.files.push(statement.file);
        if (statement.mode === 'write' && this.files.length === this.#failAt)
          throw new Error('pulled the plug');
        return transaction.run(statement, params);
      },
    };
  }
}
