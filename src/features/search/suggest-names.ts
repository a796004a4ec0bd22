import { factLabels, labels } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { foldText } from '../../text/fold-text.ts';
import { type NearName, nearestNames } from '../node/nearest-names.ts';
import { distinctTerms, parseQuery } from './parse-query.ts';

/** Nodes known by a name: items and batches are known by codes. */
const NAMED = labels.filter((label) => !['ReformItem', 'Batch', ...factLabels].includes(label));
/** The number of words compared besides the whole search: each is compared with all names. */
const MAX_WORDS = 4;

/** Names in the graph similar to a search or to one of its words, the nearest first. */
export function* suggestNames(snapshot: GraphSnapshot, query: string, most: number): Pieces<string[]> {
  const words = distinctTerms(parseQuery(query, 'query').wanted).map(({ text }) => text);
  if (words.length === 0) return [];
  const texts = new Set([foldText(words.join(' ')), ...words.slice(0, MAX_WORDS)]);
  const near: NearName[] = [];
  // A name equal to the typed text is not a suggestion.
  for (const text of texts)
    near.push(
      ...(yield* nearestNames(snapshot, NAMED, text, 2 * most)).filter(({ name }) => foldText(name) !== text),
    );
  const names = near
    .sort((a, b) => a.distance - b.distance || a.nodeIndex - b.nodeIndex)
    .map(({ name }) => name);
  return [...new Set(names)].slice(0, most);
}
