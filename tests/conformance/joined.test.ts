import { JoinedReads } from '../../src/store/joined-reads.ts';
import { joinStatements, type Reading, splitRows } from '../../src/store/joined-statement.ts';
import { graphVersion } from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { inOrder } from '../support/in-order.ts';
import { inlineStatement, type Row } from '../support/inline-statement.ts';
import { statementOf } from '../support/query-files.ts';
import { openSeededStore } from '../support/seeds.ts';
import { READ_CASES } from './read-cases.ts';

const AT_A_TIME = 6;

/** One case of each statement about given nodes, as the server joins them. */
const readings: Reading[] = [...READ_CASES].flatMap(([file, [first]]) =>
  first !== undefined && Object.hasOwn(first.params, 'ids')
    ? [{ statement: statementOf(file) as Reading['statement'], params: first.params }]
    : [],
);
const groups = Array.from({ length: Math.ceil(readings.length / AT_A_TIME) }, (_, group) =>
  readings.slice(group * AT_A_TIME, (group + 1) * AT_A_TIME),
);
const version: Reading<unknown, { version: number }> = {
  statement: graphVersion as unknown as Reading<unknown, { version: number }>['statement'],
  params: {},
};
const wrong: Reading = {
  statement: inlineStatement('MATCH (n:Theme', { columns: { name: 'string' } }) as Reading['statement'],
  params: {},
};

describeForEachEngine('statements sent as one', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openSeededStore(engine);
  });
  afterAll(() => store.close());

  test.each(groups.map((group) => [group.map(({ statement }) => statement.file).join(' + '), group]))(
    'give the rows that each gives alone: %s',
    async (_name, group) => {
      const { statement, params } = joinStatements(group as Reading[]);
      const joined = splitRows(group as Reading[], await store.read(statement, params));
      for (const [part, { statement: alone, params: given }] of (group as Reading[]).entries()) {
        const rows = (await store.read(alone, given)) as Row[];
        expect(inOrder(alone, joined[part] as Row[])).toEqual(inOrder(alone, rows));
      }
    },
  );

  test('the same statement may be there twice, each time with parameters of its own', async () => {
    const named = inlineStatement('MATCH (n:Theme {name: $name})\nRETURN n.name AS name', {
      params: { name: 'string' },
      columns: { name: 'string' },
    }) as unknown as Reading['statement'];
    const twice = ['商业保理', '政务服务'].map((name) => ({ statement: named, params: { name } }));
    const { statement, params } = joinStatements(twice);
    expect(splitRows(twice, await store.read(statement, params))).toEqual([
      [{ name: '商业保理' }],
      [{ name: '政务服务' }],
    ]);
  });

  describe.each([
    ['from the first time', 0],
    ['never', Number.POSITIVE_INFINITY],
  ])('%s', (_when, usesBefore) => {
    test('the last is told apart', async () => {
      const joined = new JoinedReads(store, usesBefore);
      const [outcomes, last] = await joined.read(readings.slice(0, 2), version);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(last).toMatchObject([{ version: 1 }]);
    });

    test('where one is refused, the others answer', async () => {
      const joined = new JoinedReads(store, usesBefore);
      const [outcomes, last] = await joined.read([wrong, readings[0] as Reading], version);
      expect(outcomes).toMatchObject([
        { status: 'rejected', reason: { code: 'QUERY_FAILED' } },
        { status: 'fulfilled' },
      ]);
      expect(last).toMatchObject([{ version: 1 }]);
    });
  });

  test('sets that come often are joined, once the engine has planned them', async () => {
    const sent: string[] = [];
    const noting = new Proxy(store, {
      get: (target, property) => {
        if (property !== 'read') return Reflect.get(target, property, target);
        const read: Store['read'] = (statement, params) => {
          sent.push(statement.file);
          return target.read(statement, params);
        };
        return read;
      },
    });
    const joined = new JoinedReads(noting, 2);
    const group = readings.slice(0, 2);
    const apart = [...group, version].map(({ statement }) => statement.file);
    const asOne = apart.join(' + ');
    const ask = async (): Promise<string[]> => {
      sent.length = 0;
      await joined.read(group, version);
      return sent.splice(0);
    };
    expect(await ask()).toEqual(apart);
    expect(await ask()).toEqual(apart);
    // The third time it is sent as one too, for the engine to plan, and nobody waits for that.
    expect(await ask()).toEqual([asOne, ...apart]);
    let latest: string[] = [];
    for (let tries = 0; tries < 100 && latest.length !== 1; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      latest = await ask();
    }
    expect(latest).toEqual([asOne]);
  });
});
