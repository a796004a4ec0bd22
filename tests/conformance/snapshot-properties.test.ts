import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { linksBesideItems } from '../../scripts/generate-load.ts';
import { type GraphModel, graphModel } from '../../src/domain/graph-model.ts';
import { advanceSnapshot } from '../../src/snapshot/advance/advance-snapshot.ts';
import { previewImport } from '../../src/snapshot/advance/preview-import.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { snapshotLinksBesideItems } from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { inlineStatement } from '../support/inline-statement.ts';
import { keepPlans } from '../support/keep-plans.ts';
import { inventedModel } from '../support/model/invented-model.ts';
import { changed, graphsOf, type ModelGraph } from '../support/model/random-graphs-of-model.ts';
import { writeGraph } from '../support/model/write-graph.ts';
import { byText } from '../support/random-graphs.ts';

/** Interrupts the shrinking of a failing graph in time. */
const RUNS = {
  seed: 20_240_507,
  numRuns: 25,
  interruptAfterTimeLimit: 90_000,
  markInterruptAsFailure: true,
};
const LIMIT_MS = 300_000;
/** Enough for the first planning of a statement on a busy machine. */
const STATEMENT_MS = 60_000;
const NOTHING: ModelGraph = { nodes: [], relationships: [] };

/** Jest's own comparison takes most of the time, so it runs only if there is a difference to show. */
const expectSame = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
};

/** Sorts nodes by id, and edges by type and ends, to compare graphs in one order. */
const inOrder = ({ nodes, relationships }: ModelGraph) => ({
  nodes: [...nodes].sort((a, b) => byText(a.id, b.id)),
  relationships: [...relationships]
    .map(({ type, from, to, properties }) => ({ type, from, to, properties }))
    .sort((a, b) => byText(a.type, b.type) || byText(a.from, b.from) || byText(a.to, b.to)),
});

const toldBy = (snapshot: GraphSnapshot) =>
  inOrder({
    nodes: [...snapshot.nodes],
    relationships: [...snapshot.edges()].map(({ type, from, to, properties }) => ({
      type,
      from: snapshot.node(from).id,
      to: snapshot.node(to).id,
      properties: properties as ModelGraph['relationships'][number]['properties'],
    })),
  });

const readingOf = (model: GraphModel): Parameters<typeof readSnapshot>[1] => ({
  model,
  linksBesideItems: { ...snapshotLinksBesideItems, text: linksBesideItems(model) },
});

describeForEachEngine('every property of every node and relationship', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = keepPlans(await openEmptyStore(engine, STATEMENT_MS));
  });
  afterAll(() => store.close());

  const fill = async (graph: ModelGraph): Promise<void> => {
    await clearGraph(store);
    await writeGraph(store, NOTHING, graph);
  };

  describe.each([
    ['today’s model', graphModel],
    ['a model with a label, a relationship and a property more', inventedModel],
  ])('of %s', (_name, model) => {
    const graphs = graphsOf(model);
    const read = () => readSnapshot(store, readingOf(model));

    test(
      'is read into the snapshot, and updated by later changes',
      async () => {
        let followed = 0;
        const picks = fc.array(fc.nat(400), { minLength: 1, maxLength: 6 });
        await fc.assert(
          fc.asyncProperty(graphs, graphs, picks, async (graph, other, some) => {
            await fill(graph);
            const snapshot = await read();
            expectSame(toldBy(snapshot), inOrder(graph));
            const next = changed(graph, other, some);
            await writeGraph(store, graph, next);
            expectSame(toldBy(await read()), inOrder(next));
            const later = await advanceSnapshot(store, snapshot);
            // If more has changed than the graph contained, advanceSnapshot() requires a full read.
            if (later === undefined) return;
            followed += 1;
            expectSame(toldBy(later), inOrder(next));
            expectSame(toldBy(snapshot), inOrder(graph));
          }),
          RUNS,
        );
        expect(followed).toBeGreaterThan(RUNS.numRuns / 2);
      },
      LIMIT_MS,
    );

    test(
      'is merged with those of a document previewed before its import',
      async () => {
        let replaced = 0;
        await fc.assert(
          fc.asyncProperty(graphs, graphs, async (graph, document) => {
            await fill(graph);
            const batchId = graph.nodes.find(({ id }) => id.startsWith('Batch:'))?.id ?? '';
            const preview = await previewImport(await read(), { ...document, batchId, continuations: [] });
            // The preview replaces the batch's items, with all their relationships.
            const gone = new Set(
              graph.relationships
                .filter(({ type, to }) => type === 'PUBLISHED_IN' && to === batchId)
                .map(({ from }) => from),
            );
            replaced += gone.size;
            const nodes = [...graph.nodes.filter(({ id }) => !gone.has(id)), ...document.nodes];
            const relationships = [
              ...graph.relationships.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
              ...document.relationships,
            ];
            const keyOf = (each: (typeof relationships)[number]) =>
              JSON.stringify([each.type, each.from, each.to]);
            expectSame(
              toldBy(preview),
              inOrder({
                nodes: [...new Map(nodes.map((node) => [node.id, node])).values()],
                relationships: [...new Map(relationships.map((each) => [keyOf(each), each])).values()],
              }),
            );
          }),
          { ...RUNS, numRuns: 12 },
        );
        expect(replaced).toBeGreaterThan(3);
      },
      LIMIT_MS,
    );
  });

  test('ignores additions by analysts, and tolerates their invalid values', async () => {
    const [graph] = fc.sample(graphsOf(graphModel), { seed: 7, numRuns: 1 }) as [ModelGraph];
    const plain = {
      nodes: graph.nodes,
      relationships: graph.relationships.map((each) => ({ ...each, properties: {} })),
    };
    await fill({ ...graph, relationships: [] });
    const amiss = inlineStatement(
      `UNWIND $rows AS row
       MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
       CREATE (a)-[:LIKES {much: 3}]->(b)`,
      { mode: 'write', params: { rows: 'map[]' } },
    );
    await store.write((transaction) =>
      transaction.run(amiss, { rows: graph.relationships.map(({ from, to }) => ({ from, to })) }),
    );
    const others = [
      `MATCH (n:Entity) SET n.analystsNote = '手记'`,
      `CREATE (:Entity:Idea {id: 'Idea:one'})`,
      `CREATE (:Idea {id: 'Agency:elsewhere'})`,
    ];
    for (const text of others)
      await store.write((transaction) => transaction.run(inlineStatement(text, { mode: 'write' }), {}));
    expectSame(toldBy(await readSnapshot(store)), inOrder({ ...graph, relationships: [] }));

    const wrong = {
      order: 'first',
      printedName: 5,
      evidenceFields: 'CONTENT',
      evidenceStarts: ['1'],
      note: '手记',
    };
    await clearGraph(store);
    await writeGraph(store, NOTHING, {
      ...graph,
      relationships: plain.relationships.map((each) => ({
        ...each,
        properties: wrong as object as typeof each.properties,
      })),
    });
    expectSame(toldBy(await readSnapshot(store)), inOrder(plain));
  });
});
