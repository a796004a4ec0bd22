import type { Store } from '../../src/store/store.ts';

/** A real store that a test can make fail or delay. */
export function failingStore() {
  let error: unknown;
  let file = /./;
  let delayMs = 0;
  const fail = async (statement: { readonly file: string }): Promise<void> => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (error !== undefined && file.test(statement.file)) throw error;
  };
  return {
    wrap: (store: Store): Store =>
      new Proxy(store, {
        get: (target, property) => {
          const value = Reflect.get(target, property, target);
          if (typeof value !== 'function') return value;
          if (property !== 'read' && property !== 'ping') return value.bind(target);
          return async (statement = { file: 'ping' }, ...rest: unknown[]) => {
            await fail(statement);
            return value.apply(target, [statement, ...rest]);
          };
        },
      }),
    /** From now on every read and ping throws this error, or only reads of query files that match `only`. */
    throwing: (thrown: unknown, only = /./) => {
      error = thrown;
      file = only;
    },
    /** From now on every read and ping takes this long. */
    waiting: (ms: number) => {
      delayMs = ms;
    },
    /** From now on reads and pings work normally. */
    healed: () => {
      error = undefined;
      delayMs = 0;
    },
  };
}
