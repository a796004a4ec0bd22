import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { edgePropertiesBetween, linkedNodes, type Relation } from './linked-nodes.ts';
import { perSnapshot } from './per-snapshot.ts';
import { RowCache } from './row-cache.ts';

/** A node that the owner is linked to, and its sort key. */
export interface Link<T extends RelationshipType, L extends Label, O = unknown> {
  readonly owner: O;
  readonly key: string | number;
  readonly node: NodeOf<L>;
  /** The properties of the relationship, created on first use. */
  readonly properties: EdgeProperties<T>;
}

/** The maximum number of links cached per snapshot. A link takes about 160 bytes, or 420 if its properties are read. */
const MAX_LINKS = 100_000;
/** The memory of a list without its links, as a number of links. */
const OWN_LINKS = 2;
/** Cached values by node, then by the number of the use. */
const keptOf = perSnapshot(() => new RowCache<object, unknown[]>(MAX_LINKS));
let nextNumber = 0;

/**
 * Computes a value from the nodes that a relation leads to, in the order of `linkedNodes`, and caches it. There are no
 * links if the graph lacks the node. Call this once per use, because each call has its own cache entries.
 */
export function cachedAlong<T extends RelationshipType, L extends Label, O extends Pick<AnyNode, 'id'>, V>(
  relation: Relation<T, L>,
  make: (links: readonly Link<T, L, O>[], snapshot: GraphSnapshot) => V,
): (snapshot: GraphSnapshot, owner: O) => V {
  const number = nextNumber++;
  return (snapshot, owner) => {
    const kept = keptOf(snapshot);
    const ofOwner = kept.of(owner);
    const known = ofOwner?.[number] as V | undefined;
    if (known !== undefined) return known;
    const index = snapshot.indexOf(owner.id);
    const links = index === undefined ? [] : linksOf(snapshot, index, relation, owner);
    const made = make(links, snapshot);
    // Each read of a packed node creates a new object, so a cache entry for it would never be found.
    if (index === undefined || (snapshot.node(index) as object) !== owner) return made;
    const all = [...(ofOwner ?? [])];
    all[number] = made;
    kept.keep(owner, all, OWN_LINKS + links.length);
    return made;
  };
}

function linksOf<T extends RelationshipType, L extends Label, O>(
  snapshot: GraphSnapshot,
  index: number,
  relation: Relation<T, L>,
  owner: O,
): Link<T, L, O>[] {
  const { nodeIndexes, keyOf } = linkedNodes(snapshot, index, relation);
  return nodeIndexes.map((end) => new SnapshotLink(snapshot, owner, index, relation, end, keyOf(end)));
}

class SnapshotLink<T extends RelationshipType, L extends Label, O> implements Link<T, L, O> {
  readonly owner: O;
  readonly key: string | number;
  readonly node: NodeOf<L>;
  #properties: EdgeProperties<T> | undefined;
  readonly #read: () => EdgeProperties<T> | undefined;

  constructor(
    snapshot: GraphSnapshot,
    owner: O,
    index: number,
    relation: Relation<T, L>,
    end: number,
    key: string | number,
  ) {
    this.owner = owner;
    this.key = key;
    this.node = snapshot.nodeOf(relation.label, end);
    this.#read = () => edgePropertiesBetween(snapshot, index, relation, end);
  }

  get properties(): EdgeProperties<T> {
    this.#properties ??= this.#read() ?? {};
    return this.#properties;
  }
}
