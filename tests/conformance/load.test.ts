import { labels, relationshipTypes } from '../../src/domain/model.ts';
import * as statements from '../../src/store/statements.gen.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpStore } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import type { AnyStatement, Row } from '../support/inline-statement.ts';
import { queryFiles, statementOf } from '../support/query-files.ts';

/** The statement that merges a label or type, found by its text. */
const mergeOf = (words: string): AnyStatement => {
  const found = queryFiles.map(statementOf).filter(({ text }) => text.includes(words));
  expect(found).toHaveLength(1);
  return found[0] as AnyStatement;
};
const node = (id: string, more: Row = {}): Row => ({ id, ...more });
const THEMES = ['a', 'b', 'c'].map((name) => node(`Theme:${name}`));

describeForEachEngine('the load statements', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
  });
  beforeEach(async () => {
    await clearGraph(store);
  });
  afterAll(() => store.close());

  const write = (work: (transaction: Transaction) => Promise<unknown>) => store.write(work);
  const merge = (statement: AnyStatement, ...rows: Row[]) =>
    write((transaction) => transaction.run(statement, { rows }));
  const join = (type: string, from: string, to: string, properties: Row = {}) =>
    merge(mergeOf(`MERGE (a)-[x:${type}]->(b)`), { from, to, properties });

  test.each(labels)('a %s has exactly the properties of its last row', async (label) => {
    const statement = mergeOf(`SET n:${label}\n`);
    await merge(statement, node(`${label}:a`, { name: 'a', aliases: ['x'], number: 1 }), node(`${label}:b`));
    await merge(statement, node(`${label}:a`, { name: 'z', title: 't' }));
    expect((await dumpStore(store)).nodes).toEqual([
      { labels: ['Entity', label].sort(), properties: { id: `${label}:a`, name: 'z', title: 't' } },
      { labels: ['Entity', label].sort(), properties: { id: `${label}:b` } },
    ]);
  });

  test.each(relationshipTypes)(
    'a %s joins two nodes once, with exactly its last properties',
    async (type) => {
      await merge(mergeOf('SET n:Theme\n'), ...THEMES);
      await join(type, 'Theme:a', 'Theme:b', { order: 1, evidenceFields: ['TITLE'] });
      await join(type, 'Theme:b', 'Theme:a', { order: 2 });
      await join(type, 'Theme:a', 'Theme:b', { evidenceStarts: [0, 7] });
      await join(type, 'Theme:a', 'Theme:none', { order: 3 });
      expect((await dumpStore(store)).relationships).toEqual([
        { type, from: 'Theme:a', to: 'Theme:b', properties: { evidenceStarts: [0, 7] } },
        { type, from: 'Theme:b', to: 'Theme:a', properties: { order: 2 } },
      ]);
    },
  );

  test('deletes only the relationship of the given type and direction', async () => {
    await merge(mergeOf('SET n:Theme\n'), ...THEMES);
    await join('PART_OF', 'Theme:a', 'Theme:b');
    await join('PART_OF', 'Theme:b', 'Theme:a');
    await join('NARROWER_THAN', 'Theme:a', 'Theme:b');
    await write((transaction) =>
      transaction.run(statements.loadDeleteRelationships, {
        rows: [
          { type: 'PART_OF', from: 'Theme:a', to: 'Theme:b' },
          { type: 'ADMINISTERS', from: 'Theme:a', to: 'Theme:b' },
        ],
      }),
    );
    expect((await dumpStore(store)).relationships).toEqual([
      { type: 'NARROWER_THAN', from: 'Theme:a', to: 'Theme:b', properties: {} },
      { type: 'PART_OF', from: 'Theme:b', to: 'Theme:a', properties: {} },
    ]);
  });

  test('deletes nodes with their relationships, and no other nodes', async () => {
    await merge(mergeOf('SET n:Theme\n'), ...THEMES);
    await join('NARROWER_THAN', 'Theme:a', 'Theme:b');
    await join('NARROWER_THAN', 'Theme:b', 'Theme:c');
    await join('NARROWER_THAN', 'Theme:c', 'Theme:a');
    await write((transaction) =>
      transaction.run(statements.loadDeleteNodes, { ids: ['Theme:b', 'Theme:none'] }),
    );
    const { nodes, relationships } = await dumpStore(store);
    expect(nodes.map(({ properties }) => properties)).toEqual([{ id: 'Theme:a' }, { id: 'Theme:c' }]);
    expect(relationships.map(({ from, to }) => [from, to])).toEqual([['Theme:c', 'Theme:a']]);
  });

  test('unused means that no item states it and nothing is below it', async () => {
    await merge(mergeOf('SET n:Theme\n'), ...THEMES);
    await merge(mergeOf('SET n:ReformItem\n'), node('ReformItem:i'));
    await merge(mergeOf('SET n:Agency\n'), node('Agency:own'), node('Agency:idle'));
    await merge(mergeOf('SET n:PilotZone\n'), node('PilotZone:z'));
    await join('NARROWER_THAN', 'Theme:b', 'Theme:a'); // b is below a
    await join('HAS_THEME', 'ReformItem:i', 'Theme:c');
    await join('RESPONSIBLE_FOR', 'Agency:own', 'ReformItem:i');
    await join('ADMINISTERS', 'Agency:own', 'PilotZone:z');
    const ids = [...THEMES.map(({ id }) => id as string), 'Agency:own', 'Agency:idle', 'PilotZone:z'];
    expect(await store.read(statements.loadUnused, { ids })).toEqual([
      { id: 'Agency:idle' },
      { id: 'Theme:b' },
    ]);
  });

  test('the lock creates version 0 once; raising it adds one and records the time', async () => {
    const lock = (transaction: Transaction) => transaction.run(statements.loadLockGraph, {});
    expect(await store.read(statements.graphVersion, {})).toEqual([]);
    expect(await write(lock)).toEqual([{ version: 0 }]);
    expect(await store.read(statements.graphVersion, {})).toEqual([{ version: 0, changedAt: null }]);
    await write((transaction) => transaction.run(statements.loadRaiseVersion, { now: 'now' }));
    await write((transaction) => transaction.run(statements.loadRaiseVersion, { now: 'then' }));
    expect(await write(lock)).toEqual([{ version: 2 }]);
    expect(await store.read(statements.graphVersion, {})).toEqual([{ version: 2, changedAt: 'then' }]);
  });
});
