import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** The approximate size of an entry without its text, in bytes. */
const ENTRY_BYTES = 120;

/** A node's text, and the number of objects counted while it was written. */
interface NodeText {
  readonly text: string;
  readonly objects: number;
}
export type CachedTexts = Map<unknown, NodeText>;

/**
 * JSON texts of selections without variables, for nodes of one snapshot. Each text depends only on the snapshot and the
 * selection. All texts are dropped if they take too much memory, and when the snapshot changes.
 */
export class NodeTextCache {
  readonly #maxBytes: number;
  #bytes = 0;
  #snapshot: GraphSnapshot | undefined;
  #bySelection = new WeakMap<object, CachedTexts>();

  /** @param maxBytes the approximate memory limit, in bytes; 0 disables the cache */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get keeps(): boolean {
    return this.#maxBytes > 0;
  }

  /** The texts of a selection, by node; undefined if the cache is disabled. */
  of(snapshot: GraphSnapshot, selection: object): CachedTexts | undefined {
    if (this.#maxBytes === 0) return undefined;
    if (snapshot !== this.#snapshot || this.#bytes > this.#maxBytes) {
      this.#snapshot = snapshot;
      this.#bytes = 0;
      this.#bySelection = new WeakMap();
    }
    const texts = this.#bySelection.get(selection) ?? new Map();
    this.#bySelection.set(selection, texts);
    return texts;
  }

  /** Caches the text of a node, if the node is the snapshot's own object: the version of other objects is not known. */
  keep(snapshot: GraphSnapshot, texts: CachedTexts, node: unknown, entry: NodeText): void {
    if (snapshot !== this.#snapshot || !isNodeOf(snapshot, node)) return;
    texts.set(node, entry);
    this.#bytes += ENTRY_BYTES + entry.text.length * 2;
  }
}

function isNodeOf(snapshot: GraphSnapshot, node: unknown): boolean {
  const { id } = node as Partial<AnyNode>;
  const index = typeof id === 'string' ? snapshot.indexOf(id) : undefined;
  return index !== undefined && snapshot.node(index) === node;
}
