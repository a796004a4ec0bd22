import type { FirstRules } from './fact-rules.ts';
import type { Range } from './sentences.ts';
import { anyOf } from './word-pattern.ts';

/** Finds the subject of a claim: the noun phrase that is the first of its kind, without the claim's own words. */
export class FirstSubjects {
  readonly #rules: FirstRules;
  readonly #leading: RegExp;

  constructor(rules: FirstRules) {
    this.#rules = rules;
    this.#leading = new RegExp(`^(?:${anyOf(rules.leadingVerbs)})[了起]?`);
  }

  /**
   * The words after the claim, to the end of its clause: 全国首单“二手车出口+保税+中欧班列”发运模式. If scope and claim are
   * apart, the words between them: 天津市范围内药品监管专业技术服务的首次延伸. If nothing follows, the words before:
   * 该模式为全国首创.
   * @param next the start of the next claim; the subject ends before it
   */
  of(text: string, first: string, ranges: readonly Range[], next: number): string {
    const [outer, inner] = ranges as [Range, Range | undefined];
    if (inner) return text.slice(outer.end, inner.start).replace(/的$/, '');
    const following = clauseFrom(text, outer.end);
    const upToNext =
      next < outer.end + following.length
        ? text.slice(outer.end, next).replace(/[、和及与，]$/, '')
        : following;
    const clause = upToNext.replace(/^(?:的|\s)+/, '');
    const subject = this.#isVerb(first) ? this.#object(clause) : this.#noun(clause);
    return subject || clauseBefore(text, outer.start) || text.slice(outer.start, outer.end);
  }

  #isVerb = (first: string): boolean => this.#rules.verbs.includes(first) && first !== '首创';

  #object = (clause: string): string => (clause.replace(this.#leading, '') || clause).trim();

  /** The subject in 全国首单离岸发动机融资租赁业务完成 ends before 完成, but not before a 完成 within “…”. */
  #noun(clause: string): string {
    const outside = clause.replace(/“[^”]*”/g, (quoted) => '“'.repeat(quoted.length));
    const ends = this.#rules.subjectEnds.map((word) => outside.indexOf(word)).filter((at) => at > 0);
    return clause.slice(0, Math.min(clause.length, ...ends)).trim();
  }
}

/** The text up to the mark that ends the clause. Marks within “…” and 《…》 do not end it. */
const clauseFrom = (text: string, start: number): string =>
  /^(?:“[^”]*”|《[^》]*》|[^，。；：！？\n“”《》（()）])*/.exec(text.slice(start))?.[0] ?? '';

const clauseBefore = (text: string, end: number): string =>
  (/[^，。；：！？\n]*$/.exec(text.slice(0, end))?.[0] ?? '')
    .replace(/(?:均|都|皆)?(?:为|是|系|属于|属)?(?:在)?$/, '')
    .trim();
