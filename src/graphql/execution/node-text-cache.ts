import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** What an entry takes beside its text, in bytes, roughly. */
const ENTRY_BYTES = 120;

/** A node's text, and how many objects were counted while it was written. */
interface NodeText {
  readonly text: string;
  readonly objects: number;
}
export type CachedTexts = Map<unknown, NodeText>;

/**
 * What selections without variables come to, for nodes of one snapshot. Nothing but snapshot and selection decides
 * that text. All are dropped when they take too much memory, and with the snapshot.
 */
export class NodeTextCache {
  readonly #maxBytes: number;
  #bytes = 0;
  #snapshot: GraphSnapshot | undefined;
  #bySelection = new WeakMap<object, CachedTexts>();

  /** @param maxBytes how much memory they may take, roughly; 0 keeps none */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get keeps(): boolean {
    return this.#maxBytes > 0;
  }

  /** The texts of a selection by node; undefined where none are kept. */
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

  /** Keeps the text of a node that is the snapshot's own object: only of those it is known which version they are of. */
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
