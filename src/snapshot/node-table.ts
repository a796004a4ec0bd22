import { factLabels, type Label } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import { type AnyNode, nodeSchemas } from '../domain/nodes.ts';
import { inSlices } from './breathe.ts';
import { PackedRows } from './packed-rows.ts';
import { PlaceIndex } from './place-index.ts';
import { SharedStrings } from './shared-strings.ts';
import { withRoom } from './with-room.ts';

/** What facts have beside their ids, in the order in which it is packed. */
const PROPERTIES = new Map(
  factLabels.map((label) => [
    label,
    Object.keys(nodeSchemas[label].shape).filter((property) => property !== 'id'),
  ]),
);

/** As many nodes are kept as they come, and so all of most graphs: what is packed takes longer to get at. */
const MOST_PLAIN = 100_000;
/** Longer texts are hardly ever those of several nodes. */
const LONGEST_SHARED = 20;

/** No place. */
export const NOWHERE = 0xffffffff;

/**
 * All nodes of a graph by their places, which ascend by id. Facts are most of a large graph and hardly ever asked for,
 * so there they are kept packed, and made anew for whoever asks.
 */
export class NodeTable {
  readonly #mostPlain: number;
  /** By place; undefined for what is packed. */
  readonly #nodes: (AnyNode | undefined)[] = [];
  readonly #packed = new PackedRows();
  /** The first place of each label that there is: places ascend by label, since ids begin with it. */
  readonly #labels: { readonly label: Label; readonly from: number }[] = [];
  /** By place, where in `#packed` a node is. */
  #rows = new Uint32Array(1024);
  #places: PlaceIndex | undefined;
  /** While nodes are added. */
  #shared = new SharedStrings();

  /** @param mostPlain how many nodes are kept as they come before facts are packed */
  constructor(mostPlain = MOST_PLAIN) {
    this.#mostPlain = mostPlain;
  }

  /** @param nodes ascending by id, each once */
  static of(nodes: Iterable<AnyNode>, mostPlain?: number): NodeTable {
    const table = new NodeTable(mostPlain);
    for (const node of nodes) table.push(node);
    for (const _ of table.index());
    return table;
  }

  /**
   * The nodes of another table with what some have become, and others that have come.
   * @param changed by id; undefined for what is gone
   * @returns `moved`: by its place before, where each node is now; NOWHERE for those in `changed`
   */
  static async after(
    before: NodeTable,
    changed: ReadonlyMap<string, AnyNode | undefined>,
  ): Promise<{ table: NodeTable; moved: Uint32Array }> {
    const table = new NodeTable(before.#mostPlain);
    const moved = new Uint32Array(before.length).fill(NOWHERE);
    const come = [...changed.values()].filter((node) => node !== undefined);
    come.sort((a, b) => (a.id < b.id ? -1 : 1)).reverse();
    for await (const place of inSlices(before.places())) {
      const id = before.idOf(place);
      while ((come.at(-1)?.id ?? id) < id) table.push(come.pop() as AnyNode);
      if (changed.has(id)) continue;
      moved[place] = table.length;
      table.pushFrom(before, place);
    }
    for (const node of come.reverse()) table.push(node);
    return { table, moved };
  }

  get length(): number {
    return this.#nodes.length;
  }

  /** Nodes come ascending by id, each once. */
  push(node: AnyNode): void {
    const label = labelOf(node.id as NodeId);
    const properties = PROPERTIES.get(label);
    this.#begin(label);
    if (properties === undefined || this.length < this.#mostPlain) this.#nodes.push(this.#sharing(node));
    else {
      const values = properties.map((property) => (node as Record<string, unknown>)[property] ?? null);
      this.#pushRow(this.#packed.push(node.id, JSON.stringify(values)));
    }
  }

  /** Takes a node over from another table, as it is kept there. */
  pushFrom(other: NodeTable, place: number): void {
    this.#begin(other.labelOf(place));
    const node = other.#nodes[place];
    if (node === undefined) this.#pushRow(this.#packed.pushFrom(other.#packed, other.#rows[place] as number));
    else this.#nodes.push(node);
  }

  /** Ends the adding, so that nodes can be found by id. Stops between pieces of work. */
  *index(): Generator<void> {
    this.#rows = this.#rows.slice(0, this.length);
    const places = new PlaceIndex(this.length, (place) => this.idOf(place));
    yield* places.fill();
    this.#places = places;
    this.#shared = new SharedStrings();
  }

  at(place: number): AnyNode {
    return this.#nodes[place] ?? this.#unpackedAt(place);
  }

  #unpackedAt(place: number): AnyNode {
    const row = this.#rows[place] as number;
    const properties = PROPERTIES.get(this.labelOf(place)) as readonly string[];
    return unpacked(this.#packed.idOf(row), properties, this.#packed.textOf(row));
  }

  idOf(place: number): string {
    return this.#nodes[place]?.id ?? this.#packed.idOf(this.#rows[place] as number);
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
    return [this.#labels[at]?.from as number, this.#labels[at + 1]?.from ?? this.length];
  }

  /** The place of a node, or undefined where the graph has none of this id. */
  placeOf(id: string): number | undefined {
    return this.#places?.of(id);
  }

  /** Every place, ascending. */
  *places(): Generator<number> {
    for (let place = 0; place < this.length; place += 1) yield place;
  }

  *[Symbol.iterator](): Generator<AnyNode> {
    for (const place of this.places()) yield this.at(place);
  }

  /** Before each node. */
  #begin(label: Label): void {
    if (this.#labels.at(-1)?.label !== label) this.#labels.push({ label, from: this.length });
  }

  /** The node with those of its texts that others may have too as one with theirs: kinds, units, dates, short names. */
  #sharing(node: AnyNode): AnyNode {
    const properties = node as Record<string, unknown>;
    for (const [key, value] of Object.entries(properties)) {
      if (typeof value === 'string' && value.length <= LONGEST_SHARED && key !== 'id')
        properties[key] = this.#shared.of(value);
    }
    return node;
  }

  #pushRow(row: number): void {
    const place = this.#nodes.push(undefined) - 1;
    this.#rows = withRoom(this.#rows, place + 1);
    this.#rows[place] = row;
  }
}

function unpacked(id: string, properties: readonly string[], text: string): AnyNode {
  const values = JSON.parse(text) as unknown[];
  const node: Record<string, unknown> = { id };
  for (const [index, property] of properties.entries())
    if (values[index] !== null) node[property] = values[index];
  return node as AnyNode;
}
