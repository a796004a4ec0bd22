import type { GraphModel } from '../../../src/domain/graph-model.ts';
import { groupBy } from '../../../src/domain/group-by.ts';
import type { Label } from '../../../src/domain/model.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import type {
  EdgeStorage,
  GraphChanges,
  GraphStorage,
  NodeStorage,
  Properties,
} from '../../../src/snapshot/storage/graph-storage.ts';
import { byText } from '../random-graphs.ts';

/** An edge as an engine returns it: of any type and with any properties. */
export interface PlainEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

const labelOf = (id: string): string => id.slice(0, id.indexOf(':'));
const keyOf = ({ type, from, to }: Omit<PlainEdge, 'properties'>): string => JSON.stringify([type, from, to]);

/** A graph as lists of objects, searched from beginning to end: the reference for the packed storage. */
export class PlainStorage implements GraphStorage {
  readonly nodes: NodeStorage;
  readonly edges: EdgeStorage;
  readonly #model: GraphModel;
  readonly #nodes: readonly AnyNode[];
  readonly #edges: readonly PlainEdge[];

  constructor(model: GraphModel, nodes: readonly AnyNode[], edges: readonly PlainEdge[]) {
    this.#model = model;
    this.#nodes = [...nodes].sort((a, b) => byText(a.id, b.id));
    const ids = new Set(nodes.map(({ id }) => id));
    const known = edges
      .filter(({ type, from, to }) => type in model.relationships && ids.has(from) && ids.has(to))
      .map((edge) => ({ ...edge, properties: knownProperties(model, edge) }));
    this.#edges = known.map((edge) => ({ ...edge, properties: sharedProperties(known, edge) }));
    this.nodes = plainNodes(this.#nodes);
    this.edges = plainEdges(model, this.nodes, this.#edges);
  }

  async with(changes: GraphChanges): Promise<PlainStorage> {
    const nodes = new Map(this.#nodes.map((node) => [node.id, node]));
    for (const [id, node] of changes.nodes) {
      if (node === undefined) nodes.delete(id);
      else nodes.set(id, node);
    }
    const changed = new Map(changes.edges.map((edge) => [keyOf(edge), edge]));
    const kept = this.#edges.filter((edge) => !changed.has(keyOf(edge)));
    const added = [...changed.values()].flatMap(({ properties, ...edge }) =>
      properties === undefined ? [] : { ...edge, properties },
    );
    return new PlainStorage(this.#model, [...nodes.values()], [...kept, ...added]);
  }
}

/** The properties that are in the type's schema and valid for it. */
const knownProperties = ({ relationshipSchemas }: GraphModel, { type, properties }: PlainEdge): Properties =>
  Object.fromEntries(
    Object.entries(relationshipSchemas[type]?.shape ?? {}).flatMap(([name, schema]) =>
      name in properties && schema.safeParse(properties[name]).success ? [[name, properties[name]]] : [],
    ),
  );

/** If several edges of a type join two nodes: the properties whose text sorts first. */
function sharedProperties(edges: readonly PlainEdge[], edge: PlainEdge): Properties {
  const same = edges.filter((each) => keyOf(each) === keyOf(edge)).map(({ properties }) => properties);
  const textOf = (properties: Properties): string =>
    JSON.stringify(Object.entries(properties).sort(([a], [b]) => byText(a, b)));
  return same.sort((a, b) => byText(textOf(a), textOf(b)))[0] as Properties;
}

const plainNodes = (nodes: readonly AnyNode[]): NodeStorage => ({
  length: nodes.length,
  indexes: () => nodes.keys(),
  at: (index) => nodes[index] as AnyNode,
  idOf: (index) => nodes[index]?.id ?? '',
  labelOf: (index) => labelOf(nodes[index]?.id ?? '') as Label,
  indexOf: (id) => {
    const index = nodes.findIndex((node) => node.id === id);
    return index < 0 ? undefined : index;
  },
  rangeOf: (label) => {
    const from = nodes.findIndex(({ id }) => labelOf(id) === label);
    return from < 0 ? [0, 0] : [from, from + nodes.filter(({ id }) => labelOf(id) === label).length];
  },
  [Symbol.iterator]: () => nodes[Symbol.iterator](),
});

interface PlainStep {
  readonly node: number;
  readonly code: number;
  readonly other: number;
  readonly properties: Properties;
}

function plainEdges(model: GraphModel, nodes: NodeStorage, edges: readonly PlainEdge[]): EdgeStorage {
  const types = Object.keys(model.relationships);
  const steps = edges.flatMap(({ type, from, to, properties }): PlainStep[] => {
    const [start, end] = [nodes.indexOf(from) as number, nodes.indexOf(to) as number];
    const code = 2 * types.indexOf(type);
    return [
      { node: start, code, other: end, properties },
      { node: end, code: code + 1, other: start, properties },
    ];
  });
  steps.sort((a, b) => a.node - b.node || a.code - b.code || a.other - b.other);
  const groups = groupBy(steps, ({ node, code }) => `${node} ${code}`);
  const of = (node: number, code: number): readonly PlainStep[] => groups.get(`${node} ${code}`) ?? [];
  return {
    countOf: (code) => steps.filter((step) => step.code === code).length,
    neighbours: (node, code) => Uint32Array.from(of(node, code).map(({ other }) => other)),
    count: (node, code) => of(node, code).length,
    forEachStep: (node, visit) => {
      for (const step of steps) if (step.node === node) visit(step.code, step.other);
    },
    propertiesOf: (node, code, other) => of(node, code).find((step) => step.other === other)?.properties,
    valuesOf: (node, code, property) => of(node, code).map(({ properties }) => properties[property]),
  };
}
