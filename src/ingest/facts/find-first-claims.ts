import { distance } from 'fastest-levenshtein';
import type { FirstScope } from '../../domain/facts.ts';
import type { FirstRules } from './fact-rules.ts';
import type { FirstClaim } from './facts.ts';
import type { FieldText } from './field-text.ts';
import { isWithin } from './find-excluded.ts';
import { FirstSubjects } from './first-subject.ts';
import type { Range } from './sentences.ts';
import { anyOf } from './word-pattern.ts';

interface FoundScope {
  readonly scope: FirstScope;
  /** One range for scope and claim if they are adjacent, else two: 天津市范围内……首次. */
  readonly ranges: readonly Range[];
}

/** Finds the claims in a text that something is the first of its kind. */
export class FirstClaimFinder {
  readonly #rules: FirstRules;
  readonly #subjects: FirstSubjects;
  readonly #firsts: RegExp;
  readonly #scopes: ReadonlyMap<string, FirstScope>;
  readonly #nounScope: RegExp;
  readonly #verbScope: RegExp;
  readonly #scopeBehind: RegExp;
  readonly #scopeApart: RegExp;

  constructor(rules: FirstRules) {
    const { scopes, ranges, among, classifiers, verbs, batch } = rules;
    this.#rules = rules;
    this.#scopes = new Map(
      Object.entries(scopes).flatMap(([scope, words]) => words.map((word) => [word, scope as FirstScope])),
    );
    const scope = `(?<scope>${anyOf([...this.#scopes.keys()])})`;
    const range = `(?:${anyOf(ranges)})?`;
    const wide = `(?:${anyOf([...ranges, ...among])})?`;
    this.#firsts = new RegExp(`${batch}|(?:首|第一)(?:${anyOf(classifiers)})|${anyOf(verbs)}`, 'g');
    this.#nounScope = new RegExp(`${scope}${wide}$`);
    this.#verbScope = new RegExp(`(?:在${scope.replace('scope', 'place')}${wide}|${scope}${range})$`);
    this.#scopeBehind = new RegExp(`^在${scope}${wide}`);
    this.#scopeApart = new RegExp(`${scope}范围内(?=[^，。；：！？]*$)`);
    this.#subjects = new FirstSubjects(rules);
  }

  /** The claims of an item. Merges equal claims, also of title and content; each repetition adds evidence. */
  find(fields: readonly FieldText[]): FirstClaim[] {
    return fields.flatMap((field) => this.#findIn(field)).reduce<FirstClaim[]>(merge, []);
  }

  #findIn({ field, text, half, notFirsts }: FieldText): FirstClaim[] {
    const found = [...half.matchAll(this.#firsts)].flatMap(({ index, 0: first }) => {
      if (isWithin(notFirsts, index)) return [];
      const words = { start: index, end: index + first.length };
      return [{ first, ...this.#scopeOf(half, words, this.#rules.verbs.includes(first)) }];
    });
    return found.map(({ first, scope, ranges }, index): FirstClaim => {
      const next = found[index + 1]?.ranges[0]?.start ?? text.length;
      return {
        scope,
        kind: first === this.#rules.batch ? 'FIRST_BATCH' : 'FIRST',
        subject: this.#subjects.of(text, first, ranges, next),
        spans: ranges.map((range) => ({ field, ...range })),
      };
    });
  }

  #scopeOf(text: string, words: Range, isVerb: boolean): FoundScope {
    const before = text.slice(0, words.start);
    const adjoining = (isVerb ? this.#verbScope : this.#nounScope).exec(before);
    if (adjoining) {
      return { scope: this.#scopeNamed(adjoining), ranges: [{ start: adjoining.index, end: words.end }] };
    }
    const following = isVerb ? this.#scopeBehind.exec(text.slice(words.end)) : null;
    if (following) {
      return {
        scope: this.#scopeNamed(following),
        ranges: [{ start: words.start, end: words.end + following[0].length }],
      };
    }
    const apart = this.#scopeApart.exec(before);
    if (apart) {
      return {
        scope: this.#scopeNamed(apart),
        ranges: [{ start: apart.index, end: apart.index + apart[0].length }, words],
      };
    }
    return { scope: 'UNSPECIFIED', ranges: [words] };
  }

  #scopeNamed({ groups }: RegExpExecArray): FirstScope {
    return this.#scopes.get((groups?.scope ?? groups?.place) as string) as FirstScope;
  }
}

/** The minimum length, in characters, of a subject that can merge with a longer or reworded one. */
const SAME = 4;
/** The maximum edit distance between the subjects of title and content, as a share of the longer one. */
const REWORDED = 0.34;

function merge(claims: FirstClaim[], next: FirstClaim): FirstClaim[] {
  const index = claims.findIndex((claim) => saysTheSame(claim, next));
  const claim = claims[index];
  if (claim === undefined) return [...claims, next];
  const [shorter] = [claim.subject, next.subject].sort((a, b) => a.length - b.length) as [string, string];
  const merged = {
    ...claim,
    scope: claim.scope === 'UNSPECIFIED' ? next.scope : claim.scope,
    subject: shorter,
    spans: [...claim.spans, ...next.spans],
  };
  return claims.with(index, merged);
}

function saysTheSame(a: FirstClaim, b: FirstClaim): boolean {
  if (a.kind !== b.kind) return false;
  if (a.scope !== b.scope && a.scope !== 'UNSPECIFIED' && b.scope !== 'UNSPECIFIED') return false;
  const [short, long] = [a.subject, b.subject].sort((x, y) => x.length - y.length) as [string, string];
  if (short === long || (short.length >= SAME && long.startsWith(short))) return true;
  const isTitles = a.spans[0]?.field !== b.spans[0]?.field;
  return isTitles && short.length >= SAME && distance(short, long) <= long.length * REWORDED;
}
