import type { GraphSnapshot } from './graph-snapshot.ts';

/** Finds the nodes that contain a text without reading all texts. */
export interface TextHolders {
  /** The indexes of the nodes whose title or content may contain a folded text: all that do, and perhaps others. */
  placesHolding(folded: string): readonly number[];
  /** An upper bound for the number of nodes that contain a folded text anywhere, also in names; needs no search. */
  countHolding(folded: string): number;
}

const indexes = new WeakMap<GraphSnapshot, TextHolders>();

/** Registers the text index of a snapshot. */
export const noteTextHolders = (snapshot: GraphSnapshot, holders: TextHolders): void => {
  indexes.set(snapshot, holders);
};

/** Returns undefined until the snapshot's texts are indexed. */
export const textHoldersOf = (snapshot: GraphSnapshot): TextHolders | undefined => indexes.get(snapshot);
