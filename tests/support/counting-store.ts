import { graphVersion } from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';

/** Records the file of every statement that is read through the store, except checks of the graph's version. */
export function countingStore() {
  let files: string[] = [];
  return {
    wrap: (store: Store): Store =>
      new Proxy(store, {
        get: (target, property) => {
          const value = Reflect.get(target, property, target);
          if (typeof value !== 'function') return value;
          if (property !== 'read') return value.bind(target);
          const read: Store['read'] = (statement, params) => {
            if (statement.file !== graphVersion.file) files.push(statement.file);
            return target.read(statement, params);
          };
          return read;
        },
      }),
    reset: () => {
      files = [];
    },
    files: (): readonly string[] => files,
  };
}
