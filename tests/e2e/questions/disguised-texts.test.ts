import fc from 'fast-check';
import { ask } from '../../support/ask.ts';
import { disguised } from '../../support/disguise.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { readSeedDocument } from '../../support/seeds.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const { nodes } = readSeedDocument();
const namesOf = (label: string): string[] =>
  nodes.flatMap((node) =>
    node.id.startsWith(`${label}:`) && 'name' in node
      ? [node.name, ...('aliases' in node ? node.aliases : [])]
      : [],
  );
const titles = nodes.flatMap((node) =>
  node.id.startsWith('ReformItem:') && 'title' in node ? [node.title] : [],
);

/** Each way to give a text: the possible texts, and the query. */
const ENTRIES: [name: string, texts: readonly string[], query: string][] = [
  ['agency', namesOf('Agency'), '{ agency(name: $t) { id } }'],
  ['theme', namesOf('Theme'), '{ theme(name: $t) { id } }'],
  ['pilotZone', namesOf('PilotZone'), '{ pilotZone(name: $t) { id } }'],
  ['region', namesOf('Region'), '{ region(name: $t) { id } }'],
  ['organization', namesOf('Organization'), '{ organization(name: $t) { id } }'],
  ['reformItem', ['tj-7-8', 'tj-7-40'], '{ reformItem(code: $t) { id } }'],
  [
    'agencies in a filter',
    namesOf('Agency'),
    '{ reformItems(filter: {agencies: {anyOf: [$t]}}) { totalCount } }',
  ],
  ['themes in a filter', namesOf('Theme'), '{ reformItems(filter: {themes: {anyOf: [$t]}}) { totalCount } }'],
  [
    'zones in a filter',
    namesOf('PilotZone'),
    '{ reformItems(filter: {zones: {noneOf: [$t]}}) { totalCount } }',
  ],
  ['regions in a filter', namesOf('Region'), '{ reformItems(filter: {regions: [$t]}) { totalCount } }'],
  ['paths', namesOf('Theme'), '{ a: neighbourhood(of: $tid) { nodes { node { id } } } }'],
];
/** Texts in which blanks separate words. */
const WORDS: [name: string, texts: readonly string[], query: string][] = [
  ['filter.text', titles, '{ reformItems(filter: {text: $t}, first: 100) { nodes { number } } }'],
  [
    'search',
    titles.map((title) => title.slice(0, 6)),
    '{ search(query: $t, first: 30) { totalCount nodes { ... on Node { id } } } }',
  ],
];

describeForEachEngine('texts in variant spellings', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const holds = (texts: readonly string[], query: string, blanksWithin: boolean) =>
    fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...texts)
          .chain((text) => fc.tuple(fc.constant(text), disguised(text, { blanksWithin }))),
        async ([text, other]) => {
          const typed = query.includes('$tid') ? 'query ($tid: ID!)' : 'query ($t: String!)';
          const asked = (t: string) =>
            ask(server.url, `${typed} ${query}`, query.includes('$tid') ? { tid: t } : { t });
          expect(await asked(other)).toEqual(await asked(text));
        },
      ),
      { seed: 15, numRuns: 40 },
    );

  test.each(ENTRIES)('answer like the plain text: %s', (_name, texts, query) => holds(texts, query, true));
  test.each(WORDS)('answer like the plain words: %s', (_name, texts, query) => holds(texts, query, false));

  test.each(ENTRIES.slice(0, 6))('the plain text is found: %s', async (_name, texts, query) => {
    const [answer] = Object.values(
      await ask(server.url, `query ($t: String!) ${query}`, { t: texts[0] as string }),
    );
    expect(answer).not.toBeNull();
  });

  test('the ends of paths', async () => {
    const query = 'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { sentence } }';
    const plain = await ask(server.url, query, { from: '天津海关', to: 'RCEP' });
    expect(plain.paths.length).toBeGreaterThan(0);
    expect(await ask(server.url, query, { from: '天津　海關', to: 'ｒｃｅｐ\u200b' })).toEqual(plain);
  });
});
