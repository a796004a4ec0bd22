import { ask, askEach } from '../support/ask.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { vocabularyOf } from '../support/hand-read.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const FIELDS = [
  ['agency', 'agencies', 23],
  ['pilotZone', 'zones', 6],
  ['theme', 'themes', 39],
  ['region', 'regions', 2],
] as const;

describeForEachEngine('lookup by name', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, { QUERY_MAX_LENGTH: '100000' });
  });
  afterAll(() => server.close());

  /** The answers of a field to each of these names. */
  async function lookUp(field: string, names: readonly string[], argument = 'name'): Promise<unknown[]> {
    const fields = names.map((name) => `${field}(${argument}: ${JSON.stringify(name)}) { ${argument} }`);
    return (await askEach(server.url, fields)).map((node) => node?.[argument] ?? null);
  }

  test.each(FIELDS)(
    '%s: by each name and alias of the vocabulary, with or without spaces around it',
    async (field, file, size) => {
      const entries = vocabularyOf(file).flatMap((entry) => [entry, ...(entry.themes ?? [])]);
      expect(entries).toHaveLength(size);
      const spellings = entries.flatMap(({ name, aliases = [] }) =>
        [name, ...aliases].map((spelling) => ({ name, spelling })),
      );
      const expected = spellings.map(({ name }) => name);
      expect(
        await lookUp(
          field,
          spellings.map(({ spelling }) => spelling),
        ),
      ).toEqual(expected);
      expect(
        await lookUp(
          field,
          spellings.map(({ spelling }) => ` \t${spelling}\u3000\n`),
        ),
      ).toEqual(expected);
    },
  );

  test('a node lists its aliases as in the vocabulary', async () => {
    const { agency, pilotZone } = await ask(
      server.url,
      '{ agency(name: "市商务委") { name aliases } pilotZone(name: "生态城") { aliases kind partOf { name } } }',
    );
    expect(agency).toEqual({ name: '天津市商务局', aliases: ['市商务局', '天津市商务委员会', '市商务委'] });
    expect(pilotZone.aliases).toEqual(
      vocabularyOf('zones').find(({ name }) => name === '生态城联动创新区')?.aliases,
    );
    expect(pilotZone).toMatchObject({ kind: 'LINKED_INNOVATION_ZONE', partOf: { name: '天津自贸试验区' } });
  });

  test.each([...FIELDS.map(([field]) => [field, 'name']), ['reformItem', 'code'], ['batch', 'code']])(
    '%s: an unknown %s is null without an error',
    async (field, argument) => {
      const unknown = [
        '',
        ' ',
        '　',
        '没有',
        '*',
        '.*',
        '天津%',
        '"',
        "'",
        '\\',
        '\u0000',
        '😀',
        'null',
        '龙'.repeat(9000),
      ];
      const spoilt = [
        '天津海关天津市商务局',
        '东疆片区、机场片区',
        'tj-7-44',
        'tj-7-0',
        'tj-7-017',
        'tj-8',
        '7',
        'tj',
      ];
      const names = [...unknown, ...spoilt];
      expect(await lookUp(field, names, argument)).toEqual(names.map(() => null));
    },
  );

  test('a name of another node type is unknown', async () => {
    expect(await lookUp('agency', ['东疆片区', '融资租赁', '京津冀'])).toEqual([null, null, null]);
    expect(await lookUp('pilotZone', ['天津海关', '融资租赁', '天津'])).toEqual([null, null, null]);
    expect(await lookUp('theme', ['天津海关', '东疆'])).toEqual([null, null]);
  });

  test('a name of both an agency and a zone finds each through its own field', async () => {
    const { agency, pilotZone } = await ask(
      server.url,
      `{ agency(name: "中心商务片区") { __typename name administers { name } }
         pilotZone(name: "中心商务片区") { __typename name authority { name } } }`,
    );
    expect(agency).toEqual({
      __typename: 'Agency',
      name: '天津自贸试验区中心商务片区',
      administers: { name: '中心商务片区' },
    });
    expect(pilotZone).toEqual({
      __typename: 'PilotZone',
      name: '中心商务片区',
      authority: { name: '天津自贸试验区中心商务片区' },
    });
  });

  test('codes, with or without spaces around them', async () => {
    expect(await lookUp('reformItem', ['tj-7-1', ' tj-7-43\n'], 'code')).toEqual(['tj-7-1', 'tj-7-43']);
    expect(await lookUp('batch', ['tj-7', ' tj-7 '], 'code')).toEqual(['tj-7', 'tj-7']);
  });
});
