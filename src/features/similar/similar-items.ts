import type { RelationshipType } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { foldText } from '../../text/fold-text.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { ITEM_WEIGHTS, jaccard, toParts } from './score.ts';
import type { SimilarReformItem } from './similarity.type.ts';

/** The links of an item, by aspect: the relationship type, and whether it leads away from the item. */
const LINKS = {
  AGENCIES: { type: 'RESPONSIBLE_FOR', outward: false },
  THEMES: { type: 'HAS_THEME', outward: true },
  ZONES: { type: 'PILOTED_IN', outward: true },
  DOCUMENTS: { type: 'CITES', outward: true },
} as const satisfies Record<string, { type: RelationshipType; outward: boolean }>;
type LinkAspect = keyof typeof LINKS;
type Aspect = keyof typeof ITEM_WEIGHTS;

const aspects = Object.keys(ITEM_WEIGHTS) as (keyof typeof ITEM_WEIGHTS)[];

/** The reform items most similar to one, best first, then by id; without those that have nothing in common with it. */
export function similarItems(index: SearchIndex, item: number, first: number): SimilarReformItem[] {
  const { snapshot } = index;
  const comparison = new Comparison(index, item);
  return comparison.best(first).map(({ other, score }) => ({
    item: snapshot.nodeOf('ReformItem', other),
    score,
    parts: toParts(ITEM_WEIGHTS, comparison.valuesOf(other)),
    sharedAgencies: both(snapshot, item, other, 'AGENCIES').map((end) => snapshot.nodeOf('Agency', end)),
    sharedThemes: both(snapshot, item, other, 'THEMES').map((end) => snapshot.nodeOf('Theme', end)),
    sharedZones: both(snapshot, item, other, 'ZONES').map((end) => snapshot.nodeOf('PilotZone', end)),
    sharedDocuments: both(snapshot, item, other, 'DOCUMENTS').map((end) =>
      snapshot.nodeOf('PolicyDocument', end),
    ),
  }));
}

/**
 * One item compared with all others. Uses arrays by item, because in a large graph nearly all items share something
 * with it.
 */
class Comparison {
  readonly #item: number;
  readonly #from: number;
  /** The number of things each item shares with the given one, and the number each item has. */
  readonly #shared: Readonly<Record<Aspect, Uint16Array>>;
  readonly #sizes: Readonly<Record<Aspect, Uint32Array>>;
  readonly #own: Readonly<Record<Aspect, number>>;
  /** The same values, in the order in which a score is summed. */
  readonly #rows: readonly {
    readonly shared: Uint16Array;
    readonly own: number;
    readonly sizes: Uint32Array;
    readonly weight: number;
  }[];

  constructor(index: SearchIndex, item: number) {
    const { snapshot } = index;
    const { title, content } = snapshot.nodeOf('ReformItem', item);
    const [from, to] = snapshot.nodes.rangeOf('ReformItem');
    this.#item = item;
    this.#from = from;
    this.#sizes = sizesOf(index);
    const texts = new Uint16Array(to - from);
    const bigrams = index.prose.countShared([foldText(title), foldText(content)], texts, from);
    this.#shared = { ...byAspect((aspect) => sharedLinks(snapshot, item, aspect)), TEXT: texts };
    this.#own = { ...byAspect((aspect) => linkedBy(snapshot, item, aspect).length), TEXT: bigrams };
    this.#rows = aspects.map((aspect) => ({
      shared: this.#shared[aspect],
      own: this.#own[aspect],
      sizes: this.#sizes[aspect],
      weight: ITEM_WEIGHTS[aspect],
    }));
  }

  /** The items with the highest scores above 0, at most `most`. */
  best(most: number): { other: number; score: number }[] {
    const found: { other: number; score: number }[] = [];
    const count = this.#shared.TEXT.length;
    for (let at = 0; at < count; at += 1) {
      const score = this.#scoreAt(at);
      if (score <= 0 || at + this.#from === this.#item) continue;
      if (found.length === most && score <= (found.at(-1)?.score as number)) continue;
      let nodeIndex = found.length;
      while (nodeIndex > 0 && (found[nodeIndex - 1]?.score as number) < score) nodeIndex -= 1;
      found.splice(nodeIndex, 0, { other: at + this.#from, score });
      if (found.length > most) found.pop();
    }
    return found;
  }

  valuesOf(other: number): Record<Aspect, number> {
    const at = other - this.#from;
    return { ...byAspect((aspect) => this.#valueAt(at, aspect)), TEXT: this.#valueAt(at, 'TEXT') };
  }

  #scoreAt(at: number): number {
    let score = 0;
    for (const { shared, own, sizes, weight } of this.#rows) {
      const both = shared[at] as number;
      if (both > 0) score += jaccard(both, own, sizes[at] as number) * weight;
    }
    return score;
  }

  #valueAt(at: number, aspect: Aspect): number {
    return jaccard(this.#shared[aspect][at] as number, this.#own[aspect], this.#sizes[aspect][at] as number);
  }
}

/** The number of things each item has in each aspect, counted once for each index. */
const sizesOf = (index: SearchIndex): Readonly<Record<Aspect, Uint32Array>> => {
  const known = sizesByIndex.get(index) ?? countSizes(index);
  sizesByIndex.set(index, known);
  return known;
};
const sizesByIndex = new WeakMap<SearchIndex, Readonly<Record<Aspect, Uint32Array>>>();

function countSizes({ snapshot, prose }: SearchIndex): Record<Aspect, Uint32Array> {
  const [from, to] = snapshot.nodes.rangeOf('ReformItem');
  const sizes = (sizeOf: (item: number) => number): Uint32Array =>
    Uint32Array.from({ length: to - from }, (_, at) => sizeOf(from + at));
  return {
    ...byAspect((aspect) => sizes((item) => linkedBy(snapshot, item, aspect).length)),
    TEXT: sizes((item) => prose.sizeOf(item)),
  };
}

const byAspect = <T>(of: (aspect: LinkAspect) => T): Record<LinkAspect, T> => ({
  AGENCIES: of('AGENCIES'),
  THEMES: of('THEMES'),
  ZONES: of('ZONES'),
  DOCUMENTS: of('DOCUMENTS'),
});

const linkedBy = (snapshot: GraphSnapshot, item: number, aspect: LinkAspect): Uint32Array =>
  snapshot.linked(item, LINKS[aspect].type, LINKS[aspect].outward);

/** The number of agencies, themes, zones or documents that each other item shares with one item. */
function sharedLinks(snapshot: GraphSnapshot, item: number, aspect: LinkAspect): Uint16Array {
  const [from, to] = snapshot.nodes.rangeOf('ReformItem');
  const counts = new Uint16Array(to - from);
  for (const end of linkedBy(snapshot, item, aspect)) {
    for (const other of snapshot.linked(end, LINKS[aspect].type, !LINKS[aspect].outward))
      if (other >= from && other < to) counts[other - from] = (counts[other - from] as number) + 1;
  }
  return counts;
}

function both(snapshot: GraphSnapshot, item: number, other: number, aspect: LinkAspect): number[] {
  const ends = new Set(linkedBy(snapshot, other, aspect));
  return [...linkedBy(snapshot, item, aspect)].filter((end) => ends.has(end));
}
