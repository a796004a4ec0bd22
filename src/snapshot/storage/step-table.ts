import type { RelationshipType } from '../../domain/model.ts';
import { countingSort } from './counting-sort.ts';
import type { EdgeList } from './edge-list.ts';
import type { EdgePropertyTable } from './edge-property-table.ts';
import type { EdgeStorage, NodeIndex, Properties } from './graph-storage.ts';
import { isOutward, reversed, type StepCodes } from './step-codes.ts';

/** The number of steps handled between two yields. */
const PIECE = 5000;

/** An edge and its row in the property table. */
export interface StoredEdge {
  readonly type: RelationshipType;
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  readonly row: number;
}

/** Compressed rows: node n has the steps from starts[n] to starts[n + 1] (exclusive), by code, then by far end. */
export class StepTable implements EdgeStorage {
  readonly properties: EdgePropertyTable;
  readonly #kinds: StepCodes;
  readonly #starts: Uint32Array;
  readonly #codes: Uint8Array;
  readonly #others: Uint32Array;
  /** By step: the row of its edge in `properties`. */
  readonly #rows: Uint32Array;
  /** By code: the number of steps. */
  readonly #counts: Uint32Array;

  /** Creates an empty table; call `fill` next. */
  constructor(nodeCount: number, kinds: StepCodes, edges: EdgeList, properties: EdgePropertyTable) {
    this.properties = properties;
    this.#kinds = kinds;
    this.#starts = new Uint32Array(nodeCount + 1);
    this.#codes = new Uint8Array(edges.length * 2);
    this.#others = new Uint32Array(edges.length * 2);
    this.#rows = new Uint32Array(edges.length * 2);
    this.#counts = new Uint32Array(kinds.count);
  }

  /** Adds the edges. Yields between steps. */
  *fill(edges: EdgeList): Generator<void> {
    yield* this.#sort(edges, this.#starts.length - 1);
    yield* this.#shareRows();
  }

  /** Numbers an edge's two steps consecutively, the outward one first. */
  *#sort(edges: EdgeList, nodeCount: number): Generator<void> {
    const inward = (step: number): boolean => (step & 1) === 1;
    const nodeOf = (step: number): number =>
      inward(step) ? edges.toOf(step >>> 1) : edges.fromOf(step >>> 1);
    const otherOf = (step: number): number => nodeOf(step ^ 1);
    const codeOf = (step: number): number => edges.codeOf(step >>> 1) + (step & 1);
    let steps: Uint32Array = new Uint32Array(edges.length * 2);
    for (let step = 0; step < steps.length; step += 1) {
      steps[step] = step;
      if (step % PIECE === 0) yield;
    }
    steps = yield* countingSort(steps, otherOf, nodeCount);
    steps = yield* countingSort(steps, codeOf, this.#kinds.count);
    steps = yield* countingSort(steps, nodeOf, nodeCount);
    for (const [at, step] of steps.entries()) {
      const code = codeOf(step);
      this.#counts[code] = this.countOf(code) + 1;
      this.#codes[at] = code;
      this.#others[at] = otherOf(step);
      this.#rows[at] = edges.rowOf(step >>> 1);
      this.#starts[nodeOf(step) + 1] = at + 1;
      if (at % PIECE === 0) yield;
    }
    // A node without steps starts where the previous node ends.
    for (let node = 1; node <= nodeCount; node += 1) {
      this.#starts[node] = Math.max(this.#startOf(node), this.#startOf(node - 1));
      if (node % PIECE === 0) yield;
    }
  }

  /** Analysts may join two nodes by several edges of one type. All get the properties that come first as JSON text. */
  *#shareRows(): Generator<void> {
    const textOf = (row: number): string =>
      JSON.stringify(Object.entries(this.properties.at(row)).sort(([a], [b]) => (a < b ? -1 : 1)));
    for (let node = 0; node + 1 < this.#starts.length; node += 1) {
      const end = this.#startOf(node + 1);
      for (let first = this.#startOf(node), next: number; first < end; first = next) {
        next = first + 1;
        while (
          next < end &&
          this.#others[next] === this.#others[first] &&
          this.#codes[next] === this.#codes[first]
        )
          next += 1;
        if (next - first < 2) continue;
        const rows = [...this.#rows.subarray(first, next)];
        const [shared] = rows.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
        this.#rows.fill(shared as number, first, next);
      }
      if (node % PIECE === 0) yield;
    }
  }

  countOf(code: number): number {
    return this.#counts[code] as number;
  }

  neighbours(node: NodeIndex, code: number): Uint32Array {
    return this.#others.subarray(this.#firstStep(node, code), this.#firstStep(node, code + 1));
  }

  count(node: NodeIndex, code: number): number {
    return this.#firstStep(node, code + 1) - this.#firstStep(node, code);
  }

  forEachStep(node: NodeIndex, visit: (code: number, other: NodeIndex) => void): void {
    const end = this.#startOf(node + 1);
    for (let at = this.#startOf(node); at < end; at += 1)
      visit(this.#codes[at] as number, this.#others[at] as number);
  }

  propertiesOf(node: NodeIndex, code: number, other: NodeIndex): Properties | undefined {
    // Search from the end with fewer steps: an agency may have thousands, and an item has about ten.
    if (this.#stepCount(node) > this.#stepCount(other))
      return this.#propertiesAt(other, reversed(code), node);
    return this.#propertiesAt(node, code, other);
  }

  valuesOf(node: NodeIndex, code: number, property: string): unknown[] {
    const [start, end] = [this.#firstStep(node, code), this.#firstStep(node, code + 1)];
    const values: unknown[] = [];
    for (let at = start; at < end; at += 1)
      values.push(this.properties.valueAt(this.#rows[at] as number, property));
    return values;
  }

  /** Every edge once. */
  *edges(): Generator<StoredEdge> {
    for (let from = 0; from + 1 < this.#starts.length; from += 1) {
      const end = this.#startOf(from + 1);
      for (let at = this.#startOf(from); at < end; at += 1) {
        const code = this.#codes[at] as number;
        if (!isOutward(code)) continue;
        const { type } = this.#kinds.kindOf(code);
        yield { type, from, to: this.#others[at] as number, row: this.#rows[at] as number };
      }
    }
  }

  #propertiesAt(node: NodeIndex, code: number, other: NodeIndex): Properties | undefined {
    const end = this.#firstStep(node, code + 1);
    let low = this.#firstStep(node, code);
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#others[middle] as number) < other) low = middle + 1;
      else high = middle;
    }
    const isThere = low < end && this.#others[low] === other;
    return isThere ? this.properties.at(this.#rows[low] as number) : undefined;
  }

  #startOf(node: NodeIndex): number {
    return this.#starts[node] as number;
  }

  #stepCount(node: NodeIndex): number {
    return this.#startOf(node + 1) - this.#startOf(node);
  }

  /** The position of the first of a node's steps with at least the given code. */
  #firstStep(node: NodeIndex, code: number): number {
    let low = this.#startOf(node);
    let high = this.#startOf(node + 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#codes[middle] as number) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
