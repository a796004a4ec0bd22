import {
  type Label,
  labels,
  RELATIONSHIPS,
  type RelationshipType,
  relationshipTypes,
} from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { Relation } from '../../snapshot/linked-nodes.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { textHoldersOf } from '../../snapshot/text-holders.ts';
import { Degrees } from './degrees.ts';
import { sum } from './sum.ts';

export type AnyRelation = Relation<RelationshipType, Label>;
/** A sequence of relations. */
export type Path = readonly AnyRelation[];

/** Upper bounds for the lengths of a graph's lists. */
export interface GraphStatistics {
  /** The number of nodes with the label. */
  nodes(label: Label): number;
  relationships(): number;
  /**
   * For each node of a label: the number of ends of the paths. An end is counted once for each path to it. A path of
   * several relations does not end at its start.
   */
  degrees(from: Label, paths: readonly Path[]): Degrees;
  /** For each relationship of a type, or of all types: the number of text spans that are its evidence. */
  spans(type?: RelationshipType): Degrees;
  /** For each reform item: the number of text spans for all its relationships of a type. */
  spansOfItems(type: RelationshipType): Degrees;
  /** For each node of a label: the number of values in a list property. */
  values(label: Label, property: string): Degrees;
  /** Whether the texts are indexed. From then on, `holding` counts. */
  readonly textsIndexed: boolean;
  /** The maximum number of nodes whose text may contain a folded text. Until the texts are indexed: all nodes. */
  holding(text: string): number;
  /** For all reform items together: the number of pairs of an end of `one` and an end of `other`. */
  pairs(one: readonly Path[], other: readonly Path[]): number;
}

export const statisticsOf: (snapshot: GraphSnapshot) => GraphStatistics = perSnapshot(
  (snapshot) => new SnapshotStatistics(snapshot),
);

const NONE = new Degrees([]);

/** Used if there is no graph. */
export const NO_STATISTICS: GraphStatistics = {
  nodes: () => 0,
  relationships: () => 0,
  degrees: () => NONE,
  spans: () => NONE,
  spansOfItems: () => NONE,
  values: () => NONE,
  textsIndexed: false,
  holding: () => 0,
  pairs: () => 0,
};

/** The relationship types that have text spans as evidence. */
export const evidencedTypes = relationshipTypes.filter((type) => RELATIONSHIPS[type].evidence);

/** Counts in the snapshot, each number on first use. */
class SnapshotStatistics implements GraphStatistics {
  readonly #snapshot: GraphSnapshot;
  readonly #known = new Map<string, unknown>();

  constructor(snapshot: GraphSnapshot) {
    this.#snapshot = snapshot;
  }

  nodes(label: Label): number {
    const [from, to] = this.#snapshot.nodes.rangeOf(label);
    return to - from;
  }

  relationships(): number {
    return this.#once('relationships', () => {
      let steps = 0;
      for (const node of this.#snapshot.nodes.indexes()) {
        this.#snapshot.eachStep(node, () => {
          steps += 1;
        });
      }
      return steps / 2;
    });
  }

  degrees(from: Label, paths: readonly Path[]): Degrees {
    return this.#once(`degrees ${from} ${keyOf(paths)}`, () => {
      const starts = this.#snapshot.ofLabel(from);
      return new Degrees(starts.map((start) => this.#endsOf(start, paths)));
    });
  }

  spans(type?: RelationshipType): Degrees {
    return this.#once(`spans ${type}`, () =>
      type === undefined
        ? new Degrees(
            [],
            evidencedTypes.map((each) => this.spans(each)),
          )
        : new Degrees(this.#items.flatMap((item) => this.#spansOfItem(item, type))),
    );
  }

  spansOfItems(type: RelationshipType): Degrees {
    return this.#once(
      `spans of items ${type}`,
      () => new Degrees(this.#items.map((item) => sum(this.#spansOfItem(item, type)))),
    );
  }

  values(label: Label, property: string): Degrees {
    return this.#once(`values ${label} ${property}`, () => {
      const lengthIn = (node: number): number => {
        const value = (this.#snapshot.node(node) as unknown as Record<string, unknown>)[property];
        return Array.isArray(value) ? value.length : 0;
      };
      return new Degrees(this.#snapshot.ofLabel(label).map(lengthIn));
    });
  }

  get textsIndexed(): boolean {
    return textHoldersOf(this.#snapshot) !== undefined;
  }

  holding(text: string): number {
    return textHoldersOf(this.#snapshot)?.countHolding(text) ?? this.#snapshot.nodes.length;
  }

  pairs(one: readonly Path[], other: readonly Path[]): number {
    return this.#once(`pairs ${keyOf(one)} and ${keyOf(other)}`, () =>
      sum(this.#items.map((item) => this.#endsOf(item, one) * this.#endsOf(item, other))),
    );
  }

  get #items(): readonly number[] {
    return this.#snapshot.ofLabel('ReformItem');
  }

  #endsOf(start: number, paths: readonly Path[]): number {
    let total = 0;
    for (const path of paths) total += this.#endsAlong(start, path, 0, path.length > 1 ? start : undefined);
    return total;
  }

  /** Follows the path from position `at`. */
  #endsAlong(start: number, path: Path, at: number, origin: number | undefined): number {
    const { type, outward, label } = path[at] as AnyRelation;
    const ends = this.#snapshot.linked(start, type, outward);
    const [from, to] = this.#snapshot.nodes.rangeOf(label);
    const isLast = at === path.length - 1;
    // Ends are in ascending order, and nearly always all of them have the label.
    const all = (ends[0] ?? from) >= from && (ends.at(-1) ?? from) < to;
    if (isLast && all && origin === undefined) return ends.length;
    let total = 0;
    for (const end of ends) {
      if (end < from || end >= to) continue;
      if (!isLast) total += this.#endsAlong(end, path, at + 1, origin);
      else if (end !== origin) total += 1;
    }
    return total;
  }

  /** One number for each relationship of a type at a reform item. Only relationships of reform items have evidence. */
  #spansOfItem(item: number, type: RelationshipType): number[] {
    return [true, false].flatMap((outward) =>
      this.#snapshot
        .edgeValues(item, type, outward, 'evidenceStarts' as never)
        .map((starts: unknown) => (Array.isArray(starts) ? starts.length : 0)),
    );
  }

  #once<T>(key: string, count: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, count());
    return this.#known.get(key) as T;
  }
}

/** Caches the keys: list bounds use the same paths many times. */
const keys = new WeakMap<readonly Path[], string>();

function keyOf(paths: readonly Path[]): string {
  const known = keys.get(paths);
  if (known !== undefined) return known;
  const texts = paths.map((path) =>
    path.map(({ type, outward, label }) => `${type} ${outward} ${label}`).join('/'),
  );
  const key = texts.join(' or ');
  keys.set(paths, key);
  return key;
}

/** The same relation from its other end. The label is that of the new end. */
export const reversed = ({ type, outward }: AnyRelation, label: Label): AnyRelation => ({
  type,
  outward: !outward,
  label,
});

export const isLabel = (name: string): name is Label => labels.includes(name as Label);
