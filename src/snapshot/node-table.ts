import { factLabels, type Label } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import { type AnyNode, nodeSchemas } from '../domain/nodes.ts';
import { inSlices } from './breathe.ts';
import { PackedRows } from './packed-rows.ts';
import { PlaceIndex } from './place-index.ts';

/** What facts have beside their ids, in the order in which it is packed. */
const PROPERTIES = new Map(
  factLabels.map((label) => [
    label,
    Object.keys(nodeSchemas[label].shape).filter((property) => property !== 'id'),
  ]),
);

/**
 * All nodes of a graph by their places, which ascend by id. Facts are most of a large graph and hardly ever asked for,
 * so they are kept packed, and made anew for whoever asks.
 */
export class NodeTable {
  /** What is not packed. */
  readonly #nodes: AnyNode[] = [];
  readonly #facts = new PackedRows();
  /** The first place of each label that there is: places ascend by label, since ids begin with it. */
  readonly #labels: { readonly label: Label; readonly from: number }[] = [];
  /** By place, where in `#nodes` or `#facts` a node is. */
  #slots = new Uint32Array(1024);
  #length = 0;
  #places: PlaceIndex | undefined;

  /** @param nodes ascending by id, each once */
  static of(nodes: Iterable<AnyNode>): NodeTable {
    const table = new NodeTable();
    for (const node of nodes) table.push(node);
    for (const _ of table.index());
    return table;
  }

  /**
   * The nodes of another table with what some have become, and others that have come.
   * @param changed by id; undefined for what is gone
   */
  static async after(
    before: NodeTable,
    changed: ReadonlyMap<string, AnyNode | undefined>,
  ): Promise<NodeTable> {
    const table = new NodeTable();
    const come = [...changed.values()].filter((node) => node !== undefined);
    come.sort((a, b) => (a.id < b.id ? -1 : 1)).reverse();
    for await (const place of inSlices(before.places())) {
      const id = before.idOf(place);
      while ((come.at(-1)?.id ?? id) < id) table.push(come.pop() as AnyNode);
      if (!changed.has(id)) table.pushFrom(before, place);
    }
    for (const node of come.reverse()) table.push(node);
    return table;
  }

  get length(): number {
    return this.#length;
  }

  /** Nodes come ascending by id, each once. */
  push(node: AnyNode): void {
    const label = this.#startOf(node.id);
    const properties = PROPERTIES.get(label);
    if (properties === undefined) this.#slot(this.#nodes.push(node) - 1);
    else {
      const values = properties.map((property) => (node as Record<string, unknown>)[property] ?? null);
      this.#slot(this.#facts.push(node.id, JSON.stringify(values)));
    }
  }

  /** Takes a node over from another table, as it is kept there. */
  pushFrom(other: NodeTable, place: number): void {
    if (!PROPERTIES.has(other.labelOf(place))) this.push(other.at(place));
    else {
      this.#startOf(other.idOf(place));
      this.#slot(this.#facts.pushFrom(other.#facts, other.#slots[place] as number));
    }
  }

  /** Ends the adding, so that nodes can be found by id. Stops between pieces of work. */
  *index(): Generator<void> {
    this.#slots = this.#slots.slice(0, this.#length);
    const places = new PlaceIndex(this.#length, (place) => this.idOf(place));
    yield* places.fill();
    this.#places = places;
  }

  at(place: number): AnyNode {
    const slot = this.#slots[place] as number;
    const label = this.labelOf(place);
    const properties = PROPERTIES.get(label);
    return properties === undefined
      ? (this.#nodes[slot] as AnyNode)
      : unpacked(this.#facts.idOf(slot), properties, this.#facts.textOf(slot));
  }

  idOf(place: number): string {
    const slot = this.#slots[place] as number;
    return PROPERTIES.has(this.labelOf(place)) ? this.#facts.idOf(slot) : (this.#nodes[slot] as AnyNode).id;
  }

  labelOf(place: number): Label {
    let at = this.#labels.length - 1;
    while ((this.#labels[at]?.from as number) > place) at -= 1;
    return this.#labels[at]?.label as Label;
  }

  /** The places of a label's nodes, from the first up to before the second. */
  rangeOf(label: Label): [from: number, to: number] {
    const at = this.#labels.findIndex((each) => each.label === label);
    if (at < 0) return [0, 0];
    return [this.#labels[at]?.from as number, this.#labels[at + 1]?.from ?? this.#length];
  }

  /** The place of a node, or undefined where the graph has none of this id. */
  placeOf(id: string): number | undefined {
    return this.#places?.of(id);
  }

  /** Every place, ascending. */
  *places(): Generator<number> {
    for (let place = 0; place < this.#length; place += 1) yield place;
  }

  *[Symbol.iterator](): Generator<AnyNode> {
    for (const place of this.places()) yield this.at(place);
  }

  #startOf(id: string): Label {
    const label = labelOf(id as NodeId);
    if (this.#labels.at(-1)?.label !== label) this.#labels.push({ label, from: this.#length });
    return label;
  }

  #slot(slot: number): void {
    if (this.#length === this.#slots.length) {
      const larger = new Uint32Array(this.#slots.length * 2);
      larger.set(this.#slots);
      this.#slots = larger;
    }
    this.#slots[this.#length] = slot;
    this.#length += 1;
  }
}

function unpacked(id: string, properties: readonly string[], text: string): AnyNode {
  const values = JSON.parse(text) as unknown[];
  const node: Record<string, unknown> = { id };
  for (const [index, property] of properties.entries())
    if (values[index] !== null) node[property] = values[index];
  return node as AnyNode;
}
