import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type GraphModel, graphModel } from '../../../src/domain/graph-model.ts';
import type { Label, RelationshipType } from '../../../src/domain/model.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import type { GraphChanges, GraphStorage } from '../../../src/snapshot/storage/graph-storage.ts';
import { inventedModel } from '../../support/model/invented-model.ts';
import { type PlainEdge, PlainStorage } from '../../support/model/plain-storage.ts';
import { edgePropertiesOf, graphsOf } from '../../support/model/random-graphs-of-model.ts';
import { packedGraphOf } from '../../support/snapshots.ts';

/** Stops fast-check in time when it shrinks a failing graph. */
const RUNS = {
  seed: 20_240_507,
  numRuns: 40,
  interruptAfterTimeLimit: 90_000,
  markInterruptAsFailure: true,
};
const LIMIT_MS = 120_000;

/** Jest’s comparison takes most of the time, so it runs only if there is a difference to show. */
const expectSame = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
};

/** All answers of a storage, as plain data. */
function answersOf(
  { nodes, edges }: GraphStorage,
  { labels, relationships, relationshipSchemas }: GraphModel,
) {
  const codes = [...Object.keys(relationships).flatMap((_type, index) => [2 * index, 2 * index + 1])];
  const properties = new Set(Object.values(relationshipSchemas).flatMap(({ shape }) => Object.keys(shape)));
  const indexes = [...nodes.indexes()];
  return {
    nodes: [...nodes],
    length: nodes.length,
    byIndex: indexes.map((index) => [nodes.at(index), nodes.idOf(index), nodes.labelOf(index)]),
    byId: [...indexes.map((index) => nodes.idOf(index)), 'Agency:nobody', ''].map((id) => nodes.indexOf(id)),
    ranges: Object.keys(labels).map((label) => nodes.rangeOf(label as Label)),
    counts: codes.map((code) => edges.countOf(code)),
    steps: indexes.map((index) => {
      const steps: unknown[] = [];
      edges.forEachStep(index, (code, other) =>
        steps.push([code, other, edges.propertiesOf(index, code, other)]),
      );
      return steps;
    }),
    ofCodes: indexes.map((index) =>
      codes.map((code) => {
        const neighbours = [...edges.neighbours(index, code)];
        // Steps that exist, and steps that do not.
        const others = [...new Set([...neighbours, 0, index])];
        const asked = neighbours.length === 0 ? [] : [...properties, 'color'];
        return {
          neighbours,
          count: edges.count(index, code),
          properties: others.map((other) => edges.propertiesOf(index, code, other)),
          values: asked.map((property) => edges.valuesOf(index, code, property)),
        };
      }),
    ),
  };
}

/** Analysts may write these: unknown properties, and values that the schemas refuse. */
const amiss = fc.constantFrom<Record<string, unknown>>(
  {},
  { note: 5, color: '红' },
  { order: 'first', since: 'long ago' },
  { order: -2, weight: '3', isFormal: 1 },
  { evidenceFields: 'CONTENT' },
  { evidenceStarts: ['1'], evidenceEnds: [2.5] },
  { evidenceFields: ['NOTE'] },
  { evidenceFields: [] },
  { shortNames: [null], printedName: '', articles: [1], years: [1.5] },
);

function edgesOf(model: GraphModel, ids: readonly string[]): fc.Arbitrary<PlainEdge[]> {
  const end = fc.constantFrom(...ids, 'Agency:nobody');
  const edge = fc.constantFrom(...Object.keys(model.relationships)).chain((type) =>
    fc
      .record({ from: end, to: end, properties: edgePropertiesOf(model, type), amiss, isOurs: fc.nat(9) })
      .map((made) => ({
        type: made.isOurs === 0 ? 'LIKES' : type,
        from: made.from,
        to: made.to,
        properties: { ...made.properties, ...made.amiss },
      })),
  );
  return fc.array(edge, { maxLength: 30, size: 'max' });
}

const changesOf = (model: GraphModel, before: readonly AnyNode[]): fc.Arbitrary<GraphChanges> =>
  fc
    .record({
      removed: fc.subarray([...before]),
      others: graphsOf(model),
      some: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
    })
    .chain(({ removed, others, some }) => {
      const added = some.map((at) => others.nodes[at] as AnyNode);
      const nodes = new Map<string, AnyNode | undefined>([
        ...removed.slice(0, 3).map(({ id }) => [id, undefined] as const),
        ...added.map((node) => [node.id, node] as const),
      ]);
      return edgesOf(
        model,
        [...before, ...added].map(({ id }) => id),
      ).chain((edges) =>
        fc.record({
          nodes: fc.constant(nodes),
          edges: fc.constant(
            edges
              .filter(({ type }) => type in model.relationships)
              .map((edge, index) => ({
                ...edge,
                type: edge.type as RelationshipType,
                properties: index % 3 === 0 ? undefined : edge.properties,
              })),
          ),
        }),
      );
    });

describe.each([
  ['today’s model', graphModel],
  ['a model with a label, a relationship and a property more', inventedModel],
])('a packed graph of %s', (_name, model) => {
  const graphs = graphsOf(model).chain(({ nodes, relationships }) =>
    fc.record({
      nodes: fc.constant(nodes),
      edges: edgesOf(
        model,
        nodes.map(({ id }) => id),
      ).map((edges) => [
        ...relationships,
        ...edges,
        ...edges.slice(0, 3).map((edge) => ({ ...edge, properties: {} })),
      ]),
      maxUnpacked: fc.constantFrom(0, 12, 1000),
    }),
  );
  const packed = (nodes: readonly AnyNode[], edges: readonly PlainEdge[], maxUnpacked: number) =>
    packedGraphOf({ nodes: structuredClone(nodes), relationships: edges as never }, { model, maxUnpacked });

  test(
    'answers every call like lists of objects',
    () => {
      fc.assert(
        fc.property(graphs, ({ nodes, edges, maxUnpacked }) => {
          const expected = answersOf(new PlainStorage(model, nodes, edges), model);
          expectSame(answersOf(packed(nodes, edges, maxUnpacked), model), expected);
        }),
        RUNS,
      );
    },
    LIMIT_MS,
  );

  test(
    'does so after changes too, and the original stays unchanged',
    async () => {
      const cases = graphs.chain((graph) =>
        fc.record({ graph: fc.constant(graph), changes: changesOf(model, graph.nodes) }),
      );
      await fc.assert(
        fc.asyncProperty(cases, async ({ graph: { nodes, edges, maxUnpacked }, changes }) => {
          const [plain, own] = [new PlainStorage(model, nodes, edges), packed(nodes, edges, maxUnpacked)];
          const after = await own.with(structuredClone(changes));
          expectSame(answersOf(after, model), answersOf(await plain.with(changes), model));
          expectSame(answersOf(own, model), answersOf(plain, model));
        }),
        RUNS,
      );
    },
    LIMIT_MS,
  );
});
