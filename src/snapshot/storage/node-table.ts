import { factLabelsOf, type GraphModel } from '../../domain/graph-model.ts';
import type { Label } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { ensureCapacity } from './ensure-capacity.ts';
import type { NodeIndex, NodeStorage } from './graph-storage.ts';
import { IdIndex } from './id-index.ts';
import { PackedRows } from './packed-rows.ts';
import { SharedStrings } from './shared-strings.ts';

/** Nodes are kept as they come up to this many, and so all of most graphs: packed ones take longer to get at. */
const MAX_UNPACKED = 100_000;
/** Longer texts are hardly ever those of several nodes. */
const MAX_SHARED_LENGTH = 20;

/** How many nodes are copied between two stops. */
const PIECE = 1000;

/** The new index of a node that is gone, or was replaced. */
export const REMOVED = 0xffffffff;

/**
 * All nodes of a graph, ascending by id. Facts are most of a large graph and hardly ever asked for, so there they are
 * kept packed, and made anew for whoever asks.
 */
export class NodeTable implements NodeStorage {
  readonly #model: GraphModel;
  readonly #maxUnpacked: number;
  /** By label that is packed: its properties beside the id, in the order in which they are packed. */
  readonly #packedProperties: ReadonlyMap<string, readonly string[]>;
  /** By index; undefined for packed ones. */
  readonly #nodes: (AnyNode | undefined)[] = [];
  readonly #packed = new PackedRows();
  /** The first index of each label that there is: ids begin with the label, so its nodes follow each other. */
  readonly #labels: { readonly label: Label; readonly from: NodeIndex }[] = [];
  /** By index, where in `#packed` a node is. */
  #rows = new Uint32Array(1024);
  #ids: IdIndex | undefined;
  /** While nodes are added. */
  #shared = new SharedStrings();

  /** @param maxUnpacked how many nodes are kept as they come before facts are packed */
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
   * The nodes of another table with what some have become, and others that have come. Stops between pieces of work.
   * @param changed by id; undefined for a node that is gone
   * @returns `newIndexOf`: by its index before, the node's index now; REMOVED for those in `changed`
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

  /** Nodes come ascending by id, each once. */
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

  /** Takes a node over from another table, as it is kept there. */
  #pushFrom(other: NodeTable, index: NodeIndex): void {
    this.#begin(other.labelOf(index));
    const node = other.#nodes[index];
    if (node === undefined) this.#pushRow(this.#packed.pushFrom(other.#packed, other.#rows[index] as number));
    else this.#nodes.push(node);
  }

  /** Ends the adding, so that nodes can be found by id. Stops between pieces of work. */
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

  /** Before each node. */
  #begin(label: Label): void {
    if (this.#labels.at(-1)?.label !== label) this.#labels.push({ label, from: this.length });
  }

  /** The node, with the short texts that other nodes have too as one with theirs: kinds, units, dates. */
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
