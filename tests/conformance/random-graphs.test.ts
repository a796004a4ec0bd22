import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { labels, relationshipTypes } from '../../src/domain/model.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { canonical } from '../support/dump-graph.ts';
import { AskedEngines } from './random-graphs/ask-engines.ts';
import { documentsOf } from './random-graphs/documents-of.ts';
import { KINDS } from './random-graphs/kinds-of-cases.ts';
import { plainCrossTable } from './random-graphs/plain-cross-table.ts';
import { PlainGraph } from './random-graphs/plain-graph.ts';
import { plainItems } from './random-graphs/plain-items.ts';
import { plainNetwork } from './random-graphs/plain-network.ts';
import { plainPairs } from './random-graphs/plain-pairs.ts';
import { plainPaths } from './random-graphs/plain-paths.ts';
import * as program from './random-graphs/program-answers.ts';
import { type RandomCase, randomCase } from './random-graphs/random-questions.ts';

/** The same graphs in every run. A failure gives the seed and the path to run the failing graph alone. */
const SAMPLE = { seed: 20_240_507, numRuns: 200 };
/** For all graphs, or until the shrinking of a failing graph is interrupted. */
const LIMIT_MS = 480_000;
const MOST_PATHS = 200;

interface Asked extends RandomCase {
  readonly plain: PlainGraph;
  /** Runs the work on each engine's graph. The results must be equal; returns that of the reference. */
  ofSnapshot<T>(work: (snapshot: GraphSnapshot) => T | Promise<T>): Promise<T>;
}

/** Jest's own comparison takes most of the time of these tests, so it runs only if there is a difference to show. */
const expectSame = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
};

/** Compares the engines with each other, and with a plain calculation from the imported documents. */
describe(`${SAMPLE.numRuns} random graphs`, () => {
  let engines: AskedEngines;
  beforeAll(async () => {
    engines = await AskedEngines.open();
  });
  afterAll(() => engines.close());

  /** The first of these tests imports the graphs; the others use the cached snapshots. */
  function onEachGraph(name: string, check: (each: Asked) => Promise<void>): void {
    const property = fc.asyncProperty(randomCase, async (each) => {
      const answers = await engines.ask(each);
      const ofSnapshot: Asked['ofSnapshot'] = async (work) => {
        const results = await Promise.all(answers.map(work));
        const reference = results.at(-1) as Awaited<ReturnType<typeof work>>;
        for (const result of results) expectSame(result, reference);
        return reference;
      };
      await check({
        ...each,
        plain: new PlainGraph(documentsOf(each.graph)),
        ofSnapshot,
      });
    });
    const bounded = { ...SAMPLE, interruptAfterTimeLimit: LIMIT_MS, markInterruptAsFailure: true };
    test(name, () => fc.assert(property, bounded), LIMIT_MS + 60_000);
  }

  onEachGraph('are read into memory node by node and step by step', async ({ graph, plain, ofSnapshot }) => {
    expectSame(await ofSnapshot(program.snapshotAsData), {
      version: graph.batches.length,
      labels: labels.map((label) => plain.ofLabel(label)),
      nodes: plain.nodes.map((node, nodeIndex) => ({
        node: canonical(node),
        nodeIndex,
        steps: plain.steps(node.id),
        linked: relationshipTypes.map((type) => [plain.from(node.id, type), plain.to(node.id, type)]),
        degrees: relationshipTypes.map(
          (type) => plain.from(node.id, type).length + plain.to(node.id, type).length,
        ),
      })),
    });
  });

  onEachGraph('have the items that meet a filter', async ({ plain, filters, ofSnapshot }) => {
    for (const filter of filters)
      expectSame(
        await ofSnapshot((snapshot) => program.itemsMeeting(snapshot, filter)),
        plainItems(plain, filter),
      );
  });

  onEachGraph('have the pairs of agencies that share items', async ({ plain, filters, ofSnapshot }) => {
    for (const filter of filters)
      expectSame(
        await ofSnapshot((snapshot) => program.pairsOf(snapshot, filter)),
        plainPairs(plain, plainItems(plain, filter)).map(({ a, b, items, either }) => ({
          agencies: [a, b],
          items,
          jaccard: items.length / either,
        })),
      );
  });

  onEachGraph(
    'have the shortest paths between two nodes, through all kinds of relationships and through some',
    async ({ plain, paths, ofSnapshot }) => {
      for (const path of paths) {
        for (const question of [path, { ...path, through: null }]) {
          const found = await ofSnapshot((snapshot) => program.pathsOf(snapshot, question, MOST_PATHS));
          expectSame(found, plainPaths(plain, question, MOST_PATHS));
        }
      }
    },
  );

  onEachGraph('have the measures of the network of agencies', async ({ plain, filters, ofSnapshot }) => {
    for (const filter of filters) {
      const expected = plainNetwork(plain, plainItems(plain, filter));
      expect(await ofSnapshot((snapshot) => program.networkOf(snapshot, filter))).toEqual({
        ...expected,
        density: expect.closeTo(expected.density, 10),
        members: expected.members.map((member) => ({
          ...member,
          betweenness: expect.closeTo(member.betweenness, 10),
          closeness: expect.closeTo(member.closeness, 10),
          // Compared only among the engines here. Tests of the measures compare them with networkx.
          pageRank: expect.any(Number),
          community: expect.any(Number),
        })),
      });
    }
  });

  onEachGraph(
    'have the cross-tabulation of two dimensions',
    async ({ plain, filters, table, ofSnapshot }) => {
      for (const filter of filters) {
        const found = await ofSnapshot((snapshot) => program.crossTableOf(snapshot, filter, table));
        expectSame(found, plainCrossTable(plain, plainItems(plain, filter), table));
      }
    },
  );

  describe('include', () => {
    let cases: (readonly [RandomCase, PlainGraph])[];
    beforeAll(() => {
      cases = fc
        .sample(randomCase, SAMPLE)
        .map((each) => [each, new PlainGraph(documentsOf(each.graph))] as const);
    });

    test.each(Object.entries(KINDS))('%s', (_kind, isSuch) => {
      const such = cases.filter(([each, plain]) => isSuch(each, plain));
      expect(such.length).toBeGreaterThanOrEqual(SAMPLE.numRuns / 20);
    });
  });
});
