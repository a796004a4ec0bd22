import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/http/start-server.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, refusal } from '../support/ask.ts';
import { documentOf, seedVocabulary } from '../support/bulletin-document.ts';
import { changingVocabulary } from '../support/changing-agencies.ts';
import { dumpOf, dumpStore } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';

const row = (number: number, agencies: string) => ({
  number,
  title: '碳交易试点',
  content: '试行。',
  scope: '天津市',
  agencies,
});
/** No item names 甲局. An item names 丙局 by its name until 2018. The body named 丙办 depends on the day. */
const old = documentOf([row(1, '天津市丙委'), row(2, '天津市乙委 天津海关'), row(3, '天津市丙办')], {
  batch: 1,
  vocabulary: changingVocabulary,
  metadata: { published: '2013-01-01' },
});

describeForEachEngine('agencies that change over time', (engine) => {
  let server: RunningServer;
  let store: Store;
  beforeAll(async () => {
    store = await openEmptyStore(engine);
    await importDocument(store, old);
    server = await startServer(store, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
    await server.ready;
  });
  afterAll(() => server.close());

  const named = async (name: string, asOf?: string): Promise<string | null> => {
    const query = 'query ($name: String!, $asOf: String) { agency(name: $name, asOf: $asOf) { name } }';
    return (await ask(server.url, query, { name, asOf })).agency?.name ?? null;
  };

  test.each([
    // Without a day: the body of today.
    ['天津市甲局', undefined, '天津市丙局'],
    ['市甲局', undefined, '天津市丙局'],
    ['天津市乙委', undefined, '天津市丙局'],
    ['天津市丙委', undefined, '天津市丙局'],
    ['天津市丙办', undefined, '天津市丁局'],
    ['天津市戊局', undefined, null],
    // On a day: the body with that name on that day.
    ['天津市甲局', '2015-12-31', '天津市甲局'],
    ['天津市甲局', '2016-01-01', null],
    ['天津市乙委', '1999-12-31', null],
    ['天津市乙委', '2018-10-31', '天津市乙委'],
    ['天津市丙委', '2010-01-01', '天津市丙局'],
    ['天津市丙委', '2009-12-31', null],
    ['天津市丙局', '2018-10-31', null],
    ['天津市丙局', '2018-11-01', '天津市丙局'],
    ['天津市丙办', '1980-01-01', '天津市丙局'],
    ['天津市丙办', '2010-06-01', null],
    ['天津市丙办', '2011-01-01', '天津市丁局'],
    ['天津市丙办', '2020-07-01', null],
    ['天津海关', '1980-01-01', '天津海关'],
  ])('%s as of %s is %s', async (name, asOf, body) => {
    expect(await named(name, asOf)).toBe(body);
  });

  test('the names of a body with their periods, and its successors', async () => {
    const fields = 'name validFrom validTo formerNames { name validFrom validTo } mergedInto { name }';
    const { today, then } = await ask(
      server.url,
      `{ today: agency(name: "天津市丙局") { ${fields} } then: agency(name: "天津市乙委", asOf: "2018-01-01") { ${fields} } }`,
    );
    expect(today).toEqual({
      name: '天津市丙局',
      validFrom: null,
      validTo: null,
      formerNames: [
        { name: '天津市丙办', validFrom: null, validTo: '2009-12-31' },
        { name: '天津市丙委', validFrom: '2010-01-01', validTo: '2018-10-31' },
      ],
      mergedInto: null,
    });
    expect(then).toEqual({
      name: '天津市乙委',
      validFrom: '2000-01-01',
      validTo: '2018-10-31',
      formerNames: [],
      mergedInto: { name: '天津市丙局' },
    });
  });

  test('an item shows the names as printed, each with the body of that name at the time', async () => {
    const { reformItems } = await ask(
      server.url,
      '{ reformItems(first: 5) { nodes { agencies(first: 5) { edges { printedName node { name reformItems { edges { printedName node { number } } } } } } } } }',
    );
    const edges = reformItems.nodes.map(({ agencies }: { agencies: { edges: unknown } }) => agencies.edges);
    const printed = (printedName: string, name: string, number: number) => ({
      printedName,
      node: { name, reformItems: { edges: [{ printedName, node: { number } }] } },
    });
    expect(edges).toEqual([
      [printed('天津市丙委', '天津市丙局', 1)],
      [printed('天津市乙委', '天津市乙委', 2), printed('天津海关', '天津海关', 2)],
      [printed('天津市丙办', '天津市丁局', 3)],
    ]);
  });

  test('former names in a filter, in a path and in search', async () => {
    const { reformItems, paths, search } = await ask(
      server.url,
      `{ reformItems(filter: {agencies: {anyOf: ["天津市丙委"]}}) { nodes { number } }
         paths(from: "天津市甲局", to: "tj-1-1") { length }
         search(query: "丙委", first: 1) { nodes { ... on Agency { name } } } }`,
    );
    expect(reformItems.nodes).toEqual([{ number: 1 }]);
    expect(paths).toEqual([{ length: 1 }]);
    expect(search.nodes).toEqual([{ name: '天津市丙局' }]);
  });

  test('refuses an invalid day', async () => {
    for (const asOf of ['2018-02-30', '2018', '', 'today']) {
      const query = `{ agency(name: "天津海关", asOf: "${asOf}") { name } }`;
      expect(await refusal(server.url, query)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'asOf' });
    }
  });

  test('bodies come and go with the bodies merged with them, and with the vocabulary that states it', async () => {
    expect(await dumpStore(store)).toEqual(dumpOf(old));
    const other = documentOf([row(1, '天津市甲局')], { batch: 2, vocabulary: changingVocabulary });
    await importDocument(store, other);
    const fewer = documentOf([row(1, '天津海关')], { batch: 1, vocabulary: changingVocabulary });
    await importDocument(store, fewer, { replace: true });
    // 甲局 of the second batch keeps 乙委 and 丙局; nothing names 丁局 any more.
    expect(await dumpStore(store)).toEqual(dumpOf(other, fewer));
    const before = documentOf([row(1, '天津市甲局')], { batch: 2, vocabulary: seedVocabulary });
    await importDocument(store, before, { replace: true });
    expect(await dumpStore(store)).toEqual(dumpOf(before, fewer));
  });
});
