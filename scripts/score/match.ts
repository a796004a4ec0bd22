import type { FactKind } from '../../src/ingest/facts/facts.ts';
import { overlaps } from '../../src/ingest/facts/sentences.ts';
import type { ScoredFact } from './annotations.ts';

/** A found fact matches an annotated one if these properties are equal and the two share a place. */
const KEYS: Readonly<Record<FactKind, readonly string[]>> = {
  firstClaims: ['scope', 'kind'],
  figures: ['value', 'unit', 'approximation'],
  milestones: ['date', 'precision', 'kind', 'endDate'],
  documents: ['title'],
  organizations: ['name'],
  mentionedAgencies: ['name'],
};

/** Properties that are compared, but do not decide whether a fact was found. */
export const ATTRIBUTES: Readonly<Record<FactKind, readonly string[]>> = {
  firstClaims: ['subject'],
  figures: ['date'],
  milestones: ['event', 'part'],
  documents: [],
  organizations: ['kind', 'shortNames'],
  mentionedAgencies: [],
};

export interface Pair {
  readonly annotated: ScoredFact;
  readonly found: ScoredFact;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  readonly missed: readonly ScoredFact[];
  readonly falseHits: readonly ScoredFact[];
}

/** Pairs the facts of one item and kind. Each fact is in at most one pair. */
export function matchFacts(
  kind: FactKind,
  annotated: readonly ScoredFact[],
  found: readonly ScoredFact[],
): Matched {
  const left = [...found];
  const pairs: Pair[] = [];
  const missed: ScoredFact[] = [];
  for (const fact of annotated) {
    const at = left.findIndex(
      (each) =>
        isAtSamePlace(each, fact) &&
        KEYS[kind].every((key) => attributeOf(each, key) === attributeOf(fact, key)),
    );
    const [match] = at === -1 ? [] : left.splice(at, 1);
    if (match) pairs.push({ annotated: fact, found: match });
    else missed.push(fact);
  }
  return { pairs, missed, falseHits: left };
}

export const isAtSamePlace = (a: ScoredFact, b: ScoredFact): boolean =>
  a.spans.some((x) => b.spans.some((y) => x.field === y.field && overlaps(x, y)));

export const agrees = ({ annotated, found }: Pair, attribute: string): boolean =>
  JSON.stringify(attributeOf(annotated, attribute)) === JSON.stringify(attributeOf(found, attribute));

/** A property of a fact other than its places, such as `value`; undefined if absent. */
export const attributeOf = (fact: ScoredFact, name: string): unknown =>
  (fact as unknown as Record<string, unknown>)[name];
