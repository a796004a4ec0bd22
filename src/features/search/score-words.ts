import type { Pieces } from '../../snapshot/time-slices.ts';
import { type FoundWord, PIECE } from './found-word.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * The nodes that have all words and none of the excluded ones, each with a score. The score sums over the words: the
 * score by the first way that finds the word, times the word's rarity. Nodes without a rare word are not read for the
 * others.
 */
export function* scoreAll(
  index: SearchIndex,
  words: readonly FoundWord[],
  excluded: readonly FoundWord[] = [],
): Pieces<ReadonlyMap<number, number>> {
  const [rarest, ...others] = [...words].sort((a, b) => a.count - b.count);
  if (rarest === undefined) return new Map();
  let scores = new Map<number, number>();
  const having = yield* placesOfAll(index, words);
  for (const word of [rarest, ...others]) {
    const before = scores;
    const found = yield* scoresOf(index, word, (nodeIndex) =>
      word === rarest ? having === undefined || having[nodeIndex] === 1 : before.has(nodeIndex),
    );
    for (const [nodeIndex, score] of before) {
      const own = found.get(nodeIndex);
      if (own !== undefined) found.set(nodeIndex, score + own);
    }
    scores = found;
    yield;
  }
  for (const word of excluded) {
    const wanted = scores;
    const unwanted = yield* scoresOf(index, word, (nodeIndex) => wanted.has(nodeIndex));
    for (const nodeIndex of unwanted.keys()) wanted.delete(nodeIndex);
    yield;
  }
  return scores;
}

/** 1 for each node that may have all words; undefined if there is only one word. */
function* placesOfAll(index: SearchIndex, words: readonly FoundWord[]): Pieces<Uint8Array | undefined> {
  if (words.length < 2) return undefined;
  /** The number of words that a node has so far; it grows only if the node has all words before. */
  const counts = new Uint8Array(index.snapshot.nodes.length);
  for (const [at, { ways }] of words.entries()) {
    for (const { nodeIndexes } of ways)
      for (const nodeIndex of nodeIndexes) if (counts[nodeIndex] === at) counts[nodeIndex] = at + 1;
    yield;
  }
  return counts.map((count) => (count === words.length ? 1 : 0));
}

/** The score of each node for one word, among the nodes in question. */
function* scoresOf(
  index: SearchIndex,
  { ways, count }: FoundWord,
  among: (nodeIndex: number) => boolean,
): Pieces<Map<number, number>> {
  const rarity = Math.log(1 + (index.snapshot.nodes.length - count + 0.5) / (count + 0.5));
  const scores = new Map<number, number>();
  let looked = 0;
  for (const { matcher, nodeIndexes } of ways)
    for (const nodeIndex of nodeIndexes) {
      if (!among(nodeIndex) || scores.has(nodeIndex)) continue;
      const strength = matcher.strength(index.fieldsOf(nodeIndex));
      if (strength > 0) scores.set(nodeIndex, matcher.worth * strength * rarity);
      looked += 1;
      if (looked % PIECE === 0) yield;
    }
  return scores;
}
