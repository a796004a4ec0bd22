import { distance } from 'fastest-levenshtein';
import type { Label } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { foldText } from '../../text/fold-text.ts';
import { syllablesOf } from '../search/pinyin.ts';
import { namesOfNode } from './names.ts';

/** A node with its name nearest to a text. */
export interface NearName {
  readonly nodeIndex: number;
  readonly name: string;
  /** From 0 (the same) to 1 (nothing in common). */
  readonly distance: number;
}

/** Names at a greater distance are no useful suggestions. */
const FURTHEST = 0.6;
/** Names that exceed the smallest distance by more than this are left out too. */
const BEYOND_NEAREST = 0.25;
/** Only the beginning of longer texts is compared. */
const LONGEST = 60;
/** The number of nodes compared between yields. */
const PIECE = 64;

/** A name prepared for comparison. */
interface Compared {
  readonly folded: string;
  readonly spelled: string;
  readonly pairs: ReadonlySet<string>;
}

function compared(text: string): Compared {
  const folded = foldText(text).slice(0, LONGEST);
  const pairs = new Set(
    Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)),
  );
  return { folded, spelled: syllablesOf(folded).join('').replaceAll(' ', ''), pairs };
}

const namesAt = perSnapshot(() => new Map<number, readonly (Compared & { readonly name: string })[]>());

function comparedNames(
  snapshot: GraphSnapshot,
  nodeIndex: number,
): readonly (Compared & { readonly name: string })[] {
  const known = namesAt(snapshot).get(nodeIndex);
  if (known !== undefined) return known;
  const names = namesOfNode(snapshot, nodeIndex).map((name) => ({ name, ...compared(name) }));
  namesAt(snapshot).set(nodeIndex, names);
  return names;
}

/**
 * The nodes of some labels with the names nearest to a text by letters, by sound, or by common parts: the nearest
 * first, each node once.
 */
export function* nearestNames(
  snapshot: GraphSnapshot,
  labels: readonly Label[],
  text: string,
  most: number,
): Pieces<NearName[]> {
  const sought = compared(text);
  if (sought.folded === '') return [];
  const near: NearName[] = [];
  let looked = 0;
  for (const nodeIndex of labels.flatMap((label) => snapshot.ofLabel(label))) {
    let best: NearName | undefined;
    for (const name of comparedNames(snapshot, nodeIndex)) {
      const apart = distanceOf(sought, name);
      if (apart < (best?.distance ?? FURTHEST)) best = { nodeIndex, name: name.name, distance: apart };
    }
    if (best !== undefined) near.push(best);
    looked += 1;
    if (looked % PIECE === 0) yield;
  }
  near.sort((a, b) => a.distance - b.distance || a.nodeIndex - b.nodeIndex);
  const furthest = (near[0]?.distance ?? 0) + BEYOND_NEAREST;
  return near.slice(0, most).filter((each) => each.distance <= furthest);
}

function distanceOf(a: Compared, b: Compared): number {
  const longest = Math.max(a.folded.length, b.folded.length);
  if (a.folded.includes(b.folded) || b.folded.includes(a.folded))
    return 0.5 * (1 - Math.min(a.folded.length, b.folded.length) / longest);
  const shared = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  const spelled = Math.max(a.spelled.length, b.spelled.length);
  return Math.min(
    distance(a.folded, b.folded) / longest,
    0.1 + distance(a.spelled, b.spelled) / spelled,
    1 - (2 * shared) / Math.max(1, a.pairs.size + b.pairs.size),
  );
}
