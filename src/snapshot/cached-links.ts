import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { edgePropertiesBetween, linkedNodes, type Relation } from './linked-nodes.ts';
import { perSnapshot } from './per-snapshot.ts';
import { RowCache } from './row-cache.ts';

/** A node that another one is linked to, and what it sorts by. */
export interface Link<T extends RelationshipType, L extends Label, O = unknown> {
  readonly owner: O;
  readonly key: string | number;
  readonly node: NodeOf<L>;
  /** The properties of the relationship; made when first asked for. */
  readonly properties: EdgeProperties<T>;
}

/** How many links are kept for one snapshot: some 160 bytes each, and 420 where their properties were asked for. */
const MAX_LINKS = 100_000;
/** What a list takes beside its links, as so many of them. */
const OWN_LINKS = 2;
/** Of each node, by the numbers of those who ask. */
const keptOf = perSnapshot(() => new RowCache<object, unknown[]>(MAX_LINKS));
let nextNumber = 0;

/**
 * Makes something of where a way leads from a node, in the order of `linkedNodes`: nowhere where the graph lacks the
 * node. To be called once for each use, as what is made is kept.
 */
export function cachedAlong<T extends RelationshipType, L extends Label, O extends Pick<AnyNode, 'id'>, V>(
  way: Relation<T, L>,
  make: (links: readonly Link<T, L, O>[], snapshot: GraphSnapshot) => V,
): (snapshot: GraphSnapshot, owner: O) => V {
  const number = nextNumber++;
  return (snapshot, owner) => {
    const kept = keptOf(snapshot);
    const ofOwner = kept.of(owner);
    const known = ofOwner?.[number] as V | undefined;
    if (known !== undefined) return known;
    const index = snapshot.indexOf(owner.id);
    const links = index === undefined ? [] : linksOf(snapshot, index, way, owner);
    const made = make(links, snapshot);
    // Nodes that the snapshot makes anew for whoever asks do not come again.
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
  way: Relation<T, L>,
  owner: O,
): Link<T, L, O>[] {
  const { nodeIndexes, keyOf } = linkedNodes(snapshot, index, way);
  return nodeIndexes.map((end) => new SnapshotLink(snapshot, owner, index, way, end, keyOf(end)));
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
    way: Relation<T, L>,
    end: number,
    key: string | number,
  ) {
    this.owner = owner;
    this.key = key;
    this.node = snapshot.nodeOf(way.label, end);
    this.#read = () => edgePropertiesBetween(snapshot, index, way, end);
  }

  get properties(): EdgeProperties<T> {
    this.#properties ??= this.#read() ?? {};
    return this.#properties;
  }
}
