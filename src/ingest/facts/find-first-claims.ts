import type { FirstScope } from '../../domain/facts.ts';
import type { FirstRules } from './fact-rules.ts';
import type { FirstClaim } from './facts.ts';
import type { FieldText } from './field-text.ts';
import { findExcluded, isWithin } from './find-excluded.ts';
import { FirstSubjects } from './first-subject.ts';
import type { Range } from './sentences.ts';
import { anyOf } from './word-pattern.ts';

interface FoundScope {
  readonly scope: FirstScope;
  /** The words of scope and claim together, or apart: 天津市范围内……首次. */
  readonly ranges: readonly Range[];
}

/** Finds what a text says to be the first of its kind. */
export class FirstClaimFinder {
  readonly #rules: FirstRules;
  readonly #subjects: FirstSubjects;
  readonly #firsts: RegExp;
  readonly #scopes: ReadonlyMap<string, FirstScope>;
  readonly #scopeBefore: RegExp;
  readonly #scopeBehind: RegExp;
  readonly #scopeApart: RegExp;

  constructor(rules: FirstRules) {
    const { scopes, between, classifiers, verbs, batch } = rules;
    this.#rules = rules;
    this.#scopes = new Map(
      Object.entries(scopes).flatMap(([scope, words]) => words.map((word) => [word, scope as FirstScope])),
    );
    const scope = `(?<scope>${anyOf([...this.#scopes.keys()])})`;
    const range = `(?:${anyOf(between)})?`;
    this.#firsts = new RegExp(`${batch}|(?:首|第一)(?:${anyOf(classifiers)})|${anyOf(verbs)}`, 'g');
    this.#scopeBefore = new RegExp(`(?<at>在)?${scope}${range}$`);
    this.#scopeBehind = new RegExp(`^在${scope}${range}`);
    this.#scopeApart = new RegExp(`${scope}范围内(?=[^，。；：！？]*$)`);
    this.#subjects = new FirstSubjects(rules);
  }

  /** The claims of an item: a title's and its content's are one, and each that says the same again is a proof more. */
  find(fields: readonly FieldText[]): FirstClaim[] {
    return fields.flatMap((field) => this.#findIn(field)).reduce<FirstClaim[]>(merge, []);
  }

  #findIn({ field, text, half }: FieldText): FirstClaim[] {
    const excluded = findExcluded(half, this.#rules.exclusions);
    const found = [...half.matchAll(this.#firsts)].flatMap(({ index, 0: first }) => {
      if (isWithin(excluded, index)) return [];
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
    const adjoining = this.#scopeBefore.exec(before);
    if (adjoining) {
      // 在全国率先 is one saying; in 在全国首单… the 在 belongs to what comes before.
      const skipped = adjoining.groups?.at !== undefined && !isVerb ? 1 : 0;
      return {
        scope: this.#scopeNamed(adjoining),
        ranges: [{ start: adjoining.index + skipped, end: words.end }],
      };
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
    return this.#scopes.get(groups?.scope as string) as FirstScope;
  }
}

/** How much of a subject must be the same for two claims to be one. */
const SAME = 4;

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

const saysTheSame = (a: FirstClaim, b: FirstClaim): boolean =>
  a.kind === b.kind &&
  (a.scope === b.scope || a.scope === 'UNSPECIFIED' || b.scope === 'UNSPECIFIED') &&
  (a.subject === b.subject ||
    (a.subject.length >= SAME &&
      b.subject.length >= SAME &&
      (a.subject.startsWith(b.subject) || b.subject.startsWith(a.subject))));
