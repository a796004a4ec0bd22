import type { GraphSnapshot } from './graph-snapshot.ts';

/** Knows where texts are without reading each. */
export interface TextHolders {
  /** The indexes of the nodes of which a title or content may hold a folded text: all that do, and perhaps others. */
  placesHolding(folded: string): readonly number[];
  /** How many nodes may hold a folded text anywhere, names included, at most; counted without looking for them. */
  countHolding(folded: string): number;
}

const indexes = new WeakMap<GraphSnapshot, TextHolders>();

/** Says that a snapshot's texts are indexed from now on. */
export const noteTextHolders = (snapshot: GraphSnapshot, holders: TextHolders): void => {
  indexes.set(snapshot, holders);
};

/** Undefined until the snapshot's texts are indexed. */
export const textHoldersOf = (snapshot: GraphSnapshot): TextHolders | undefined => indexes.get(snapshot);
