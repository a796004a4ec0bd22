import { StatementLog } from '../../../src/graphql/statement-log.ts';
import { inlineStatement } from '../../support/inline-statement.ts';

const statement = (file: string) => ({ ...inlineStatement('RETURN 1'), file });
const giving =
  (rows: Record<string, unknown>[], ms = 0) =>
  async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return rows;
  };

describe('the statements of an operation', () => {
  test('are logged in the order in which they ended, and their rows are passed on', async () => {
    const log = new StatementLog();
    const rows = [{ id: 'a' }, { id: 'b' }];
    const [slow, quick] = await Promise.all([
      log.note(statement('slow.cypher'), giving(rows, 60)),
      log.note(statement('quick.cypher'), giving([], 1)),
    ]);
    expect([slow, quick]).toEqual([rows, []]);
    expect(log.ended.map(({ file, rows: count }) => [file, count])).toEqual([
      ['quick.cypher', 0],
      ['slow.cypher', 2],
    ]);
    expect(log.ended[1]?.milliseconds).toBeGreaterThan(50);
    expect(log.ended[1]?.milliseconds).toBeLessThan(5000);
    expect(log.count).toBe(2);
  });

  test.each<[string, Record<string, unknown>[], number]>([
    ['no rows', [], 0],
    [
      'rows of scalars',
      [
        { id: 'a', n: 1 },
        { id: 'b', n: null },
      ],
      2,
    ],
    ['a node is part of its row', [{ node: { id: 'a', name: 'x' } }], 1],
    ['a list of nodes', [{ id: 'a', edges: [{ key: 1 }, { key: 2 }, { key: 3 }] }], 4],
    ['two lists of nodes', [{ edges: [{ key: 1 }], counts: [{ n: 1 }, { n: 2 }] }], 4],
    ['a list of scalars is none of objects', [{ ids: ['a', 'b', 'c'] }], 1],
    ['several rows with lists', [{ edges: [{ key: 1 }] }, { edges: [] }], 3],
  ])('cost as many objects as they gave: %s', async (_name, rows, cost) => {
    const log = new StatementLog();
    await log.note(statement('a.cypher'), giving(rows));
    expect(log.ended).toMatchObject([{ file: 'a.cypher', cost }]);
  });

  test('are counted but not logged if they fail, and their error is passed on', async () => {
    const log = new StatementLog();
    const fail = async (): Promise<never> => {
      throw new Error('refused');
    };
    await expect(log.note(statement('a.cypher'), fail)).rejects.toThrow('refused');
    await log.note(statement('b.cypher'), giving([]));
    expect(log.count).toBe(2);
    expect(log.ended.map(({ file }) => file)).toEqual(['b.cypher']);
  });

  test('are counted from their start', async () => {
    const log = new StatementLog();
    const running = log.note(statement('a.cypher'), giving([], 5));
    expect([log.count, log.ended.length]).toEqual([1, 0]);
    await running;
    expect([log.count, log.ended.length]).toEqual([1, 1]);
  });
});
