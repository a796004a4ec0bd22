import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** A query may select a field in several places, with different subselections. */
describeForEachEngine('merged fields', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  test.each([
    ['the lesser one first', 'few', 'many'],
    ['the greater one first', 'many', 'few'],
  ])('each place gets all that it selects: %s', async (_name, first, second) => {
    const selections = {
      few: 'few: agency(name: "天津海关") { ...Items }',
      many: 'many: agency(name: "天津海关") { ...Items reformItems { totalCount edges { order } } }',
    };
    const { few, many } = await ask(
      server.url,
      `fragment Items on Agency { reformItems { nodes { number } } }
       { ${selections[first as 'few']} ${selections[second as 'few']} }`,
    );
    // 天津海关 has 2, 3, 4 and 7.
    const nodes = [2, 3, 4, 7].map((number) => ({ number }));
    expect(few).toEqual({ reformItems: { nodes } });
    expect(many.reformItems).toMatchObject({ nodes, totalCount: 4 });
    for (const { order } of many.reformItems.edges) expect(order).toBeGreaterThanOrEqual(1);
  });
});
