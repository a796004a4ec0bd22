import { factLabelsOf, type GraphModel } from '../../domain/graph-model.ts';
import type { Label } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { ensureCapacity } from './ensure-capacity.ts';
import type { NodeIndex, NodeStorage } from './graph-storage.ts';
import { IdIndex } from './id-index.ts';
import { PackedRows } from './packed-rows.ts';
import { SharedStrings } from './shared-strings.ts';

/** Up to this number, nodes are stored unpacked, because packed ones take longer to read. Most graphs are smaller. */
const MAX_UNPACKED = 100_000;
/** Texts longer than this are rarely shared by several nodes. */
const MAX_SHARED_LENGTH = 20;

/** The number of nodes copied between two yields. */
const PIECE = 1000;

/** The new index of a node that was removed or replaced. */
export const REMOVED = 0xffffffff;

/**
 * All nodes of a graph, ascending by id. Facts are most of a large graph and are rarely read, so a large graph stores
 * them packed and creates a new object at each read.
 */
export class NodeTable implements NodeStorage {
  readonly #model: GraphModel;
  readonly #maxUnpacked: number;
  /** By packed label: its properties except the id, in packing order. */
  readonly #packedProperties: ReadonlyMap<string, readonly string[]>;
  /** By node index; undefined for packed nodes. */
  readonly #nodes: (AnyNode | undefined)[] = [];
  readonly #packed = new PackedRows();
  /** The first index of each label in the graph. Ids begin with the label, so the nodes of a label are contiguous. */
  readonly #labels: { readonly label: Label; readonly from: NodeIndex }[] = [];
  /** By node index: the position of a packed node in `#packed`. */
  #rows = new Uint32Array(1024);
  #ids: IdIndex | undefined;
  /** Used only while nodes are added. */
  #shared = new SharedStrings();

  /** @param maxUnpacked the number of nodes stored unpacked before facts are packed */
  constructor(model: GraphModel, maxUnpacked = MAX_UNPACKED) {
    this.#model = model;
    this.#maxUnpacked = maxUnpacked;
    this.#packedProperties = new Map(
      factLabelsOf(model).map((label) => [
        label,
        Object.keys(model.nodeSchemas[label]?.shape ?? {}).filter((property) => property !== 'id'),
      ]),
    );
  }

  /**
   * Returns the nodes of another table after some were added, changed or removed. Yields between steps.
   * @param changed by id; undefined for a removed node
   * @returns `newIndexOf`: by old index, the node's new index; REMOVED for nodes in `changed`
   */
  static *after(
    before: NodeTable,
    changed: ReadonlyMap<string, AnyNode | undefined>,
  ): Generator<void, { table: NodeTable; newIndexOf: Uint32Array }> {
    const table = new NodeTable(before.#model, before.#maxUnpacked);
    const newIndexOf = new Uint32Array(before.length).fill(REMOVED);
    const added = [...changed.values()].filter((node) => node !== undefined);
    added.sort((a, b) => (a.id < b.id ? -1 : 1)).reverse();
    for (const index of before.indexes()) {
      if (index % PIECE === 0) yield;
      const id = before.idOf(index);
      while ((added.at(-1)?.id ?? id) < id) table.push(added.pop() as AnyNode);
      if (changed.has(id)) continue;
      newIndexOf[index] = table.length;
      table.#pushFrom(before, index);
    }
    for (const node of added.reverse()) table.push(node);
    yield* table.fillIndex();
    return { table, newIndexOf };
  }

  get length(): number {
    return this.#nodes.length;
  }

  /** Nodes must come ascending by id, each once. */
  push(node: AnyNode): void {
    const label = labelOf(node.id as NodeId);
    const properties = this.#packedProperties.get(label);
    this.#begin(label);
    if (properties === undefined || this.length < this.#maxUnpacked) this.#nodes.push(this.#sharing(node));
    else {
      const values = properties.map((property) => (node as Record<string, unknown>)[property] ?? null);
      this.#pushRow(this.#packed.push(node.id, JSON.stringify(values)));
    }
  }

  /** Copies a node from another table in its stored form. */
  #pushFrom(other: NodeTable, index: NodeIndex): void {
    this.#begin(other.labelOf(index));
    const node = other.#nodes[index];
    if (node === undefined) this.#pushRow(this.#packed.pushFrom(other.#packed, other.#rows[index] as number));
    else this.#nodes.push(node);
  }

  /** Call after the last push: builds the index, so that nodes can be found by id. Yields between steps. */
  *fillIndex(): Generator<void> {
    this.#rows = this.#rows.slice(0, this.length);
    const ids = new IdIndex(this.length, (index) => this.idOf(index));
    yield* ids.fill();
    this.#ids = ids;
    this.#shared = new SharedStrings();
  }

  at(index: NodeIndex): AnyNode {
    return this.#nodes[index] ?? this.#unpackedAt(index);
  }

  #unpackedAt(index: NodeIndex): AnyNode {
    const row = this.#rows[index] as number;
    const properties = this.#packedProperties.get(this.labelOf(index)) as readonly string[];
    return unpacked(this.#packed.idOf(row), properties, this.#packed.textOf(row));
  }

  idOf(index: NodeIndex): string {
    return this.#nodes[index]?.id ?? this.#packed.idOf(this.#rows[index] as number);
  }

  labelOf(index: NodeIndex): Label {
    let at = this.#labels.length - 1;
    while ((this.#labels[at]?.from as number) > index) at -= 1;
    return this.#labels[at]?.label as Label;
  }

  rangeOf(label: Label): [from: NodeIndex, to: NodeIndex] {
    const at = this.#labels.findIndex((each) => each.label === label);
    if (at < 0) return [0, 0];
    return [this.#labels[at]?.from as number, this.#labels[at + 1]?.from ?? this.length];
  }

  indexOf(id: string): NodeIndex | undefined {
    return this.#ids?.of(id);
  }

  /** Every index, ascending. */
  *indexes(): Generator<NodeIndex> {
    for (let index = 0; index < this.length; index += 1) yield index;
  }

  *[Symbol.iterator](): Generator<AnyNode> {
    for (const index of this.indexes()) yield this.at(index);
  }

  /** Call before adding each node. */
  #begin(label: Label): void {
    if (this.#labels.at(-1)?.label !== label) this.#labels.push({ label, from: this.length });
  }

  /** Returns the node with its short texts (kinds, units, dates) replaced by the shared copy of equal texts. */
  #sharing(node: AnyNode): AnyNode {
    const properties = node as Record<string, unknown>;
    for (const [key, value] of Object.entries(properties)) {
      if (typeof value === 'string' && value.length <= MAX_SHARED_LENGTH && key !== 'id')
        properties[key] = this.#shared.of(value);
    }
    return node;
  }

  #pushRow(row: number): void {
    const index = this.#nodes.push(undefined) - 1;
    this.#rows = ensureCapacity(this.#rows, index + 1);
    this.#rows[index] = row;
  }
}

function unpacked(id: string, properties: readonly string[], text: string): AnyNode {
  const values = JSON.parse(text) as unknown[];
  const node: Record<string, unknown> = { id };
  for (const [index, property] of properties.entries())
    if (values[index] !== null) node[property] = values[index];
  return node as AnyNode;
}
