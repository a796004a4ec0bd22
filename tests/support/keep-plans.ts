import type { Statement } from '../../src/store/statement.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * A store that makes Neo4j reuse its first plan of a statement. Neo4j makes a new plan when the graph's size changed,
 * which takes a second or more. For a suite that uses many small graphs, that is most of its time.
 */
export function keepPlans(store: Store): Store {
  if (store.engine !== 'neo4j') return store;
  return {
    engine: store.engine,
    isRemote: store.isRemote,
    description: store.description,
    get writes() {
      return store.writes;
    },
    read: (statement, params) => store.read(planned(statement), params),
    write: (work) =>
      store.write((transaction) =>
        work({ run: (statement, params) => transaction.run(planned(statement), params) }),
      ),
    ensureSchema: () => store.ensureSchema(),
    readOnly: store.readOnly,
    loss: store.loss,
    ping: (withinMs) => store.ping(withinMs),
    close: () => store.close(),
  };
}

const planned = <P, R>(statement: Statement<P, R>): Statement<P, R> => ({
  ...statement,
  text: `CYPHER replan=skip\n${statement.text}`,
});
