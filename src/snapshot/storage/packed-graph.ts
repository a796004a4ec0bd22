import type { GraphModel } from '../../domain/graph-model.ts';
import type { RelationshipType } from '../../domain/model.ts';
import { runInTimeSlices } from '../time-slices.ts';
import { EdgeList } from './edge-list.ts';
import { EdgePropertyTable } from './edge-property-table.ts';
import type { GraphChanges, GraphStorage, NodeIndex, Properties } from './graph-storage.ts';
import { NodeTable, REMOVED } from './node-table.ts';
import { StepCodes } from './step-codes.ts';
import { StepTable } from './step-table.ts';

/** A graph as numbers and bytes, which take half the memory of objects. */
export class PackedGraph implements GraphStorage {
  readonly model: GraphModel;
  readonly nodes: NodeTable;
  readonly edges: StepTable;

  constructor(model: GraphModel, nodes: NodeTable, edges: StepTable) {
    this.model = model;
    this.nodes = nodes;
    this.edges = edges;
  }

  with(changes: GraphChanges): Promise<PackedGraph> {
    return runInTimeSlices(this.#after(changes));
  }

  *#after({ nodes, edges }: GraphChanges): Generator<void, PackedGraph> {
    const { table, newIndexOf } = yield* NodeTable.after(this.nodes, nodes);
    const graph = new PackedGraphBuilder(this.model, table);
    const changed = new Map(edges.map((edge) => [JSON.stringify([edge.type, edge.from, edge.to]), edge]));
    const touched = new Set(
      edges.flatMap(({ from, to }) => [this.nodes.indexOf(from), this.nodes.indexOf(to)]),
    );
    const isChanged = (type: string, from: NodeIndex, to: NodeIndex): boolean =>
      // Most edges are between unchanged nodes. Skip computing a key for those.
      touched.has(from) &&
      touched.has(to) &&
      changed.has(JSON.stringify([type, this.nodes.idOf(from), this.nodes.idOf(to)]));
    const indexNow = (index: NodeIndex): NodeIndex | undefined => {
      const now = newIndexOf[index] as NodeIndex;
      return now === REMOVED ? table.indexOf(this.nodes.idOf(index)) : now;
    };
    let count = 0;
    for (const { type, from, to, row } of this.edges.edges()) {
      if (!isChanged(type, from, to)) graph.copyEdge(this.edges, type, indexNow(from), indexNow(to), row);
      count += 1;
      if (count % PIECE === 0) yield;
    }
    for (const { type, from, to, properties } of changed.values())
      if (properties !== undefined) graph.addEdge(type, from, to, properties);
    return yield* graph.finish();
  }
}

/** The number of edges copied between two yields. */
const PIECE = 1000;

/** Builds a graph: takes the nodes, then edges one by one. */
export class PackedGraphBuilder {
  readonly #model: GraphModel;
  readonly #nodes: NodeTable;
  readonly #codes: StepCodes;
  readonly #edges = new EdgeList();
  readonly #properties: EdgePropertyTable;

  /** @param nodes must already find nodes by id */
  constructor(model: GraphModel, nodes: NodeTable, properties = new EdgePropertyTable(model)) {
    this.#model = model;
    this.#nodes = nodes;
    this.#codes = new StepCodes(model);
    this.#properties = properties;
  }

  /**
   * Add each edge of the model once. Edges of types that analysts added, or to nodes that they added, are left out.
   * @throws RangeError naming the edge, if there is no room for its properties
   */
  addEdge(type: string, from: string, to: string, properties: Properties): void {
    const [start, end] = [this.#nodes.indexOf(from), this.#nodes.indexOf(to)];
    const code = this.#codes.find(type, true);
    if (code === undefined || start === undefined || end === undefined) return;
    try {
      this.#edges.push(code, start, end, this.#properties.push(type, properties));
    } catch (error) {
      throw new RangeError(`no room for ${type} from ${from} to ${to}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  /** Adds an edge by node indexes, with the properties of an edge of another graph. Ignored if an end is undefined. */
  copyEdge(
    { properties }: StepTable,
    type: RelationshipType,
    from: NodeIndex | undefined,
    to: NodeIndex | undefined,
    row: number,
  ): void {
    if (from === undefined || to === undefined) return;
    this.#edges.push(this.#codes.of(type, true), from, to, this.#properties.pushFrom(properties, row));
  }

  /** Yields between steps. */
  *finish(): Generator<void, PackedGraph> {
    this.#properties.trim();
    const steps = new StepTable(this.#nodes.length, this.#codes, this.#edges, this.#properties);
    yield* steps.fill(this.#edges);
    return new PackedGraph(this.#model, this.#nodes, steps);
  }
}
