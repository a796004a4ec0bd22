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
  /** Best first, equal ones by id. */
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
      }))
      .sort((a, b) => b.score - a.score || a.place - b.place);
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
  const usual = usualMatchers(index, term);
  const scores = scoresBy(index, usual);
  // Where no name has the word, and it is nowhere as it stands, it may be a slip: dongjian is in 推动建立 by chance.
  const found = [...scores.keys()].some((place) => index.snapshot.labelOf(place) !== 'ReformItem');
  if (term.exact || found || evaluateLiterally(index, term).size > 0) return { scores, matchers: usual };
  const matchers = [...usual, ...asMisspelling(index, term.text)];
  return { scores: scoresBy(index, matchers), matchers };
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

/** The ways in which a word can be found, the best first. */
function usualMatchers(index: SearchIndex, { text, exact }: QueryTerm): Matcher[] {
  const written = spellings(text);
  return [
    ...written.map((each) => literally(index, each)),
    ...(exact
      ? []
      : [
          ...written.flatMap((each) => inParts(index, each)),
          ...asPinyin(index, text),
          ...asInitials(index, text),
        ]),
  ];
}

/** For each node that any of the ways finds: its score by the first that does, times how rare that makes the word. */
function scoresBy(index: SearchIndex, matchers: readonly Matcher[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const matcher of matchers) {
    for (const place of matcher.candidates()) {
      if (scores.has(place)) continue;
      const found = matcher.find(index.fieldsOf(place));
      if (found.length > 0) scores.set(place, matcher.worth * strength(found));
    }
  }
  const rarity = Math.log(1 + (index.snapshot.nodes.length - scores.size + 0.5) / (scores.size + 0.5));
  for (const [place, score] of scores) scores.set(place, score * rarity);
  return scores;
}

/** What the fields beside the best one add: little, so that many aliases don't make a node the better match. */
const OTHER_FIELDS = 0.1;

/** More for telling fields, for words that are the whole field or begin it, and, less and less, for many places. */
function strength(found: readonly FieldMatch[]): number {
  const each = found.map(
    ({ field, spans }) => field.weight * prominence(field, spans) * (spans.length / (spans.length + 1)),
  );
  const best = Math.max(...each);
  return best + OTHER_FIELDS * (each.reduce((sum, value) => sum + value, 0) - best);
}

function prominence({ folded }: FoldedField, spans: FieldMatch['spans']): number {
  if (spans[0]?.start !== 0) return 1;
  return spans[0].end === folded.length ? 3 : 1.5;
}

/** By the first of the ways that finds anything. */
function firstFound(matchers: readonly Matcher[], fields: readonly FoldedField[]): FieldMatch[] {
  for (const matcher of matchers) {
    const found = matcher.find(fields);
    if (found.length > 0) return found;
  }
  return [];
}
