import fc from 'fast-check';
import type { z } from 'zod';
import { SOURCE_FIELDS } from '../../../src/domain/evidence.ts';
import type { GraphRelationship, Properties } from '../../../src/domain/graph-document.ts';
import type { GraphModel } from '../../../src/domain/graph-model.ts';
import type { RelationshipType } from '../../../src/domain/model.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import { anyText, propertiesOf } from './arbitrary-of-schema.ts';

export interface ModelGraph {
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
}

const position = fc.oneof(fc.nat(500), fc.constantFrom(2 ** 30 - 1, 2 ** 30, 2 ** 32 - 1, 2 ** 32));
/** Evidence lists of equal length, as in bulletins, with up to 20 spans. */
const evidence = fc
  .array(fc.record({ field: fc.constantFrom(...SOURCE_FIELDS), start: position, end: position }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((spans) => ({
    evidenceFields: spans.map(({ field }) => field),
    evidenceStarts: spans.map(({ start }) => start),
    evidenceEnds: spans.map(({ end }) => end),
  }));

/** Mostly a few keys, so that two graphs share nodes; sometimes any other key. */
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('甲', 'a b', '𠮷', '"') }, anyText(1));

const nodeOf = (model: GraphModel, label: string): fc.Arbitrary<AnyNode> =>
  fc
    .record({ key, properties: propertiesOf(model.nodeSchemas[label] as z.ZodObject) })
    .map(({ key, properties }) => ({ ...properties, id: `${label}:${key}` }) as AnyNode);

export function edgePropertiesOf(model: GraphModel, type: string): fc.Arbitrary<Properties> {
  const schema = model.relationshipSchemas[type] as z.ZodObject;
  const properties = propertiesOf(schema);
  const printed = fc
    .record({ properties, evidence })
    .map((each) => ({ ...each.properties, ...each.evidence }));
  return ('evidenceFields' in schema.shape
    ? fc.oneof(printed, properties)
    : properties) as fc.Arbitrary<object> as fc.Arbitrary<Properties>;
}

/** A pair of nodes that the model allows an edge between, joined or not. */
interface Joint {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
const jointsOf = ({ relationships }: GraphModel): Joint[] =>
  Object.entries(relationships).flatMap(([type, { ends }]) => ends.map(([from, to]) => ({ type, from, to })));

/** Graphs with nodes of every label, and edges of every type between every pair of labels that the type joins. */
export function graphsOf(model: GraphModel): fc.Arbitrary<ModelGraph> {
  const byId = { selector: ({ id }: AnyNode) => id, minLength: 1, maxLength: 3 };
  const nodes = fc.tuple(
    ...Object.keys(model.labels).map((label) => fc.uniqueArray(nodeOf(model, label), byId)),
  );
  const joints = jointsOf(model);
  const edges = fc.tuple(
    ...joints.map(({ type }) =>
      fc.array(fc.record({ from: fc.nat(2), to: fc.nat(2), properties: edgePropertiesOf(model, type) }), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
  );
  return fc.record({ nodes, edges }).map((made) => {
    const all = made.nodes.flat();
    const pick = (label: string, index: number): string => {
      const ofLabel = all.filter(({ id }) => id.startsWith(`${label}:`));
      return (ofLabel[index % ofLabel.length] as AnyNode).id;
    };
    const relationships = joints.flatMap(({ type, from, to }, joint) =>
      (made.edges[joint] ?? []).map((edge) => ({
        type: type as RelationshipType,
        from: pick(from, edge.from),
        to: pick(to, edge.to),
        properties: edge.properties,
      })),
    );
    return { nodes: all, relationships: distinct(relationships) };
  });
}

/** At most one relationship of a type joins two nodes in one direction. */
const distinct = (relationships: readonly GraphRelationship[]): GraphRelationship[] => [
  ...new Map(relationships.map((each) => [JSON.stringify([each.type, each.from, each.to]), each])).values(),
];

/** This graph with some nodes and edges changed to those of another, some of the other's added, and some removed. */
export const changed = (graph: ModelGraph, other: ModelGraph, picks: readonly number[]): ModelGraph => {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = [...graph.relationships];
  for (const pick of picks) {
    const at = Math.floor(pick / 4);
    const node = graph.nodes[at % graph.nodes.length] as AnyNode;
    const newer = other.nodes[at % other.nodes.length] as AnyNode;
    const edge = other.relationships[at % other.relationships.length] as GraphRelationship;
    if (pick % 4 === 0) nodes.delete(node.id);
    else if (pick % 4 === 1) nodes.set(newer.id, newer);
    else if (pick % 4 === 2) relationships.push(edge);
    else relationships.splice(at % Math.max(relationships.length, 1), 1);
  }
  const isThere = (id: string): boolean => nodes.has(id);
  return {
    nodes: [...nodes.values()],
    relationships: distinct(relationships).filter(({ from, to }) => isThere(from) && isThere(to)),
  };
};
