import { QueryFailed, RowShape } from '../../src/domain/errors.ts';
import { readGraphVersion } from '../../src/store/graph-version.ts';
import {
  graphVersion,
  loadLockGraph,
  loadMergeTheme,
  loadRaiseVersion,
} from '../../src/store/statements.gen.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpStore } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { inlineStatement } from '../support/inline-statement.ts';

const theme = (name: string) => ({ id: `Theme:${name}`, name, aliases: [], pinyin: name });
const add =
  (...names: string[]) =>
  (transaction: Transaction): Promise<unknown> =>
    transaction.run(loadMergeTheme, { rows: names.map(theme) });
const names = inlineStatement('MATCH (n:Theme) RETURN n.name AS name ORDER BY name', {
  columns: { name: 'string' },
});
const misspelt = inlineStatement('CREATE (n:Theme', { mode: 'write' });

describeForEachEngine('the store interface', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const themes = async (): Promise<unknown[]> => (await store.read(names, {})).map(({ name }) => name);

  test('returns the name of its engine', () => {
    expect(store.engine).toBe(engine);
    expect(store.description).toMatch(/\d+\.\d+/);
  });

  describe('read', () => {
    test.each([
      "CREATE (:Theme {id: 'Theme:b'})",
      "MATCH (n:Theme) SET n.name = 'b'",
      'MATCH (n:Theme) REMOVE n.name',
      'MATCH (n:Theme) SET n:Region',
      "MERGE (:Theme {id: 'Theme:b'})",
      'MATCH (n:Theme) DETACH DELETE n',
      "MATCH (n:Theme) MERGE (n)-[:PART_OF]->(:Region {id: 'Region:r'})",
      'UNWIND [1, 2] AS i CREATE (:Theme {id: toString(i)})',
    ])('cannot write: %s', async (text) => {
      await store.write(add('a'));
      const before = await dumpStore(store);
      await store.read(inlineStatement(text), {}).catch((error) => expect(error).toBeInstanceOf(QueryFailed));
      expect(await dumpStore(store)).toEqual(before);
    });

    test.each([
      'CREATE INDEX made_by_a_read IF NOT EXISTS FOR (n:Theme) ON (n.name)',
      '// Why.\n//\n\nCREATE CONSTRAINT made_by_a_read IF NOT EXISTS FOR (n:Theme) REQUIRE n.name IS UNIQUE',
      'DROP INDEX reform_item_position IF EXISTS',
    ])('cannot define: %s', async (text) => {
      await expect(store.read(inlineStatement(text), {})).rejects.toThrow(QueryFailed);
    });

    test('refuses a statement declared to write or define', async () => {
      await expect(store.read(loadRaiseVersion, { now: 'now' })).rejects.toThrow(TypeError);
      const schema = inlineStatement('RETURN 1 AS one', { mode: 'schema', columns: { one: 'int' } });
      await expect(store.read(schema, {})).rejects.toThrow(TypeError);
    });

    test('sees earlier committed writes, and nothing of a running write', async () => {
      await store.write(add('a'));
      expect(await themes()).toEqual(['a']);
      await store.write(async (transaction) => {
        await add('b')(transaction);
        expect(await themes()).toEqual(['a']);
        expect((await transaction.run(names, {})).map(({ name }) => name)).toEqual(['a', 'b']);
      });
      expect(await themes()).toEqual(['a', 'b']);
    });
  });

  describe('write', () => {
    test('returns the result of the work', async () => {
      expect(await store.write(async () => 'done')).toBe('done');
    });

    test('saves nothing if the work throws, and throws the same error', async () => {
      await store.write(add('a'));
      const before = await dumpStore(store);
      const reason = new Error('no more');
      const write = store.write(async (transaction) => {
        await transaction.run(loadLockGraph, {});
        await add('b', 'c')(transaction);
        await transaction.run(inlineStatement("MATCH (n {id: 'Theme:a'}) DELETE n", { mode: 'write' }), {});
        await transaction.run(loadRaiseVersion, { now: 'now' });
        throw reason;
      });
      await expect(write).rejects.toBe(reason);
      expect(await dumpStore(store)).toEqual(before);
      expect(await store.read(graphVersion, {})).toEqual([]);
    });

    test('saves nothing if a statement fails, and names the statement', async () => {
      const write = store.write(async (transaction) => {
        await add('a')(transaction);
        await transaction.run(misspelt, {});
      });
      await expect(write).rejects.toThrow(QueryFailed);
      await expect(write).rejects.toThrow(/tests\/inline\.cypher/);
      expect(await themes()).toEqual([]);
    });

    test('saves nothing if the work ignores a failed statement', async () => {
      const write = store.write(async (transaction) => {
        await add('a')(transaction);
        await transaction.run(misspelt, {}).catch(() => undefined);
        return 'all is well';
      });
      await expect(write).rejects.toThrow(QueryFailed);
      expect(await themes()).toEqual([]);
    });

    test('stops after a failed statement', async () => {
      const write = store.write(async (transaction) => {
        await transaction.run(misspelt, {}).catch(() => undefined);
        await add('a')(transaction);
      });
      await expect(write).rejects.toThrow(QueryFailed);
      expect(await themes()).toEqual([]);
    });

    test('saves nothing if a constraint is violated', async () => {
      const twice = inlineStatement("CREATE (:Theme {id: 'x'}) CREATE (:Theme {id: 'x'})", { mode: 'write' });
      const write = store.write(async (transaction) => {
        await add('a')(transaction);
        await transaction.run(twice, {});
      });
      await expect(write).rejects.toThrow(QueryFailed);
      expect(await themes()).toEqual([]);
    });

    test('runs concurrent statements in order', async () => {
      const seen = await store.write((transaction) =>
        Promise.all([
          add('a')(transaction),
          transaction.run(names, {}),
          add('b', 'c')(transaction),
          transaction.run(names, {}),
        ]),
      );
      expect(seen[1]).toEqual([{ name: 'a' }]);
      expect(seen[3]).toEqual(['a', 'b', 'c'].map((name) => ({ name })));
    });

    test('saves nothing if one of several concurrent statements fails', async () => {
      const write = store.write((transaction) =>
        Promise.all([add('a')(transaction), transaction.run(misspelt, {}), add('b')(transaction)]),
      );
      await expect(write).rejects.toThrow(QueryFailed);
      expect(await themes()).toEqual([]);
      await store.write(add('c'));
      expect(await themes()).toEqual(['c']);
    });

    test('twenty concurrent writes all succeed, each sees the earlier ones', async () => {
      const versions = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.write(async (transaction) => {
            await transaction.run(loadLockGraph, {});
            await add(`t${index}`)(transaction);
            return transaction.run(loadRaiseVersion, { now: 'now' });
          }),
        ),
      );
      const raised = versions.map(([row]) => row?.version).sort((a, b) => Number(a) - Number(b));
      expect(raised).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await themes()).toHaveLength(20);
      expect(await readGraphVersion(store)).toBe(20);
    });

    test('a failing write does not delay later ones', async () => {
      const outcomes = await Promise.allSettled([
        store.write(add('a')),
        store.write(async () => {
          throw new Error('no');
        }),
        store.write((transaction) => transaction.run(misspelt, {})),
        store.write(add('b')),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect(await themes()).toEqual(['a', 'b']);
    });
  });

  describe('parameters and rows', () => {
    test.each([
      ['a column too many', 'RETURN 1 AS a, 2 AS b'],
      ['a column missing', 'RETURN 2 AS b'],
      ['another type', "RETURN '1' AS a"],
      ['no whole number', 'RETURN 1.5 AS a'],
      ['null', 'RETURN null AS a'],
    ])('RowShape: %s', async (_name, text) => {
      const statement = inlineStatement(text, { columns: { a: 'int' } });
      await expect(store.read(statement, {})).rejects.toThrow(RowShape);
      await expect(store.read(statement, {})).rejects.toThrow(/tests\/inline\.cypher/);
      await expect(store.write((transaction) => transaction.run(statement, {}))).rejects.toThrow(RowShape);
    });

    test('RowShape: a node that does not conform to the model', async () => {
      await store.write((transaction) =>
        transaction.run(loadMergeTheme, { rows: [{ id: 'Theme:a', name: 'a' }] }),
      );
      const statement = inlineStatement('MATCH (n:Theme) RETURN properties(n) AS node', {
        columns: { node: 'Theme' },
      });
      await expect(store.read(statement, {})).rejects.toThrow(/node\.aliases(.|\n)*node\.pinyin/);
    });

    test.each([
      ['another type', { n: '1' }],
      ['no whole number', { n: 1.5 }],
      ['missing', {}],
      ['null', { n: null }],
      ['one too many', { n: 1, m: 2 }],
    ])('a parameter of the wrong type is a defect of the program: %s', async (_name, params) => {
      const statement = inlineStatement('RETURN $n AS n', { params: { n: 'int' }, columns: { n: 'int' } });
      await expect(store.read(statement, params)).rejects.toThrow(TypeError);
      await expect(store.write((transaction) => transaction.run(statement, params))).rejects.toThrow(
        TypeError,
      );
    });

    test('a statement that the engine cannot parse is QueryFailed, with the reason', async () => {
      const statement = inlineStatement('RETRUN 1 AS a');
      await expect(store.read(statement, {})).rejects.toMatchObject({
        code: 'QUERY_FAILED',
        message: expect.stringContaining('tests/inline.cypher'),
        cause: expect.objectContaining({ message: expect.stringMatching(/RETRUN|clause/) }),
      });
    });
  });

  test('the schema can be ensured again, with data in the graph', async () => {
    await store.write(add('a'));
    const before = await dumpStore(store);
    await store.ensureSchema();
    await store.ensureSchema();
    expect(await dumpStore(store)).toEqual(before);
  });

  test('answers a ping', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});
