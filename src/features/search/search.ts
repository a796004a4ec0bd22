import { fold } from './fold.ts';
import {
  asInitials,
  asMisspelling,
  asPinyin,
  type FieldMatch,
  inParts,
  literally,
  type Matcher,
} from './matchers.ts';
import { type ParsedQuery, parseQuery, type QueryTerm } from './parse-query.ts';
import type { FoldedField, SearchIndex } from './search-index.ts';
import { toSimplified } from './traditional.ts';

export interface Hit {
  readonly place: number;
  readonly score: number;
}

/** A word that was found: how well in which nodes, and by which ways. */
interface Evaluated {
  readonly scores: ReadonlyMap<number, number>;
  readonly matchers: readonly Matcher[];
}

/** The nodes that have every word of a search and none of those excluded. */
export class SearchResult {
  /** In no order. */
  readonly hits: readonly Hit[];
  readonly #index: SearchIndex;
  readonly #terms: readonly Evaluated[];

  /** @throws InvalidInput, see parseQuery */
  constructor(index: SearchIndex, query: string, argument: string) {
    this.#index = index;
    const parsed = parseQuery(query, argument);
    this.#terms = evaluateAll(index, parsed);
    const unwanted = new Set(parsed.unwanted.flatMap((term) => [...evaluateLiterally(index, term).keys()]));
    const [first, ...others] = this.#terms;
    this.hits = [...(first?.scores ?? [])]
      .filter(([place]) => !unwanted.has(place) && others.every(({ scores }) => scores.has(place)))
      .map(([place, score]) => ({
        place,
        score: others.reduce((sum, { scores }) => sum + (scores.get(place) as number), score),
      }));
  }

  /** Where the words stand in a node that was found: by field, each span once, in reading order. */
  highlights(place: number): FieldMatch[] {
    const fields = this.#index.fieldsOf(place);
    const matches = this.#terms.flatMap(({ matchers }) => firstFound(matchers, fields));
    return fields.flatMap((field) => {
      const spans = matches.filter((match) => match.field === field).flatMap((match) => match.spans);
      const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
      const ordered = [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
      return ordered.length > 0 ? [{ field, spans: ordered }] : [];
    });
  }
}

/** Stops at the first word that is nowhere: then nothing has them all. */
function evaluateAll(index: SearchIndex, { wanted }: ParsedQuery): Evaluated[] {
  const terms: Evaluated[] = [];
  for (const term of wanted) {
    const evaluated = evaluate(index, term);
    if (evaluated.scores.size === 0) return [];
    terms.push(evaluated);
  }
  return terms;
}

function evaluate(index: SearchIndex, term: QueryTerm): Evaluated {
  const matchers = spellings(term.text).map((text) => literally(index, text));
  const scores = scoresBy(index, matchers);
  if (term.exact) return { scores, matchers };
  const literal = scores.size > 0;
  const tryAlso = (others: readonly Matcher[]): void => {
    matchers.push(...others);
    for (const [place, score] of scoresBy(index, others)) if (!scores.has(place)) scores.set(place, score);
  };
  tryAlso([...asPinyin(index, term.text), ...asInitials(index, term.text)]);
  // Only what is nowhere as it stands is taken for several words, or for a slip.
  if (scores.size === 0) tryAlso(spellings(term.text).flatMap((text) => inParts(index, text)));
  // What no name has may be a slip all the same: dongjian is in 推动建立 by chance.
  const named = [...scores.keys()].some((place) => index.snapshot.labelOf(place) !== 'ReformItem');
  if (!literal && !named) tryAlso(asMisspelling(index, term.text));
  return { scores, matchers };
}

/** How well each node that has a phrase matches it. */
export const phraseScores = (index: SearchIndex, phrase: string): Map<number, number> =>
  scoresBy(index, [literally(index, fold(phrase))]);

const evaluateLiterally = (index: SearchIndex, { text }: QueryTerm): Map<number, number> =>
  scoresBy(
    index,
    spellings(text).map((each) => literally(index, each)),
  );

const spellings = (text: string): string[] => [...new Set([text, toSimplified(text)])];

/** For each node that any of the ways finds: its score by the first that does, times how rare that makes the word. */
function scoresBy(index: SearchIndex, matchers: readonly Matcher[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const matcher of matchers) {
    for (const place of matcher.candidates()) {
      if (scores.has(place)) continue;
      const strength = matcher.strength(index.fieldsOf(place));
      if (strength > 0) scores.set(place, matcher.worth * strength);
    }
  }
  const rarity = Math.log(1 + (index.snapshot.nodes.length - scores.size + 0.5) / (scores.size + 0.5));
  for (const [place, score] of scores) scores.set(place, score * rarity);
  return scores;
}

/** By the first of the ways that finds anything. */
function firstFound(matchers: readonly Matcher[], fields: readonly FoldedField[]): FieldMatch[] {
  for (const matcher of matchers) {
    const found = matcher.find(fields);
    if (found.length > 0) return found;
  }
  return [];
}
