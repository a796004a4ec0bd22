import type { FirstRules } from './fact-rules.ts';
import type { Range } from './sentences.ts';
import { anyOf } from './word-pattern.ts';

/** Finds what a claim says to be the first: the noun phrase without the claim's own words. */
export class FirstSubjects {
  readonly #rules: FirstRules;
  readonly #leading: RegExp;

  constructor(rules: FirstRules) {
    this.#rules = rules;
    this.#leading = new RegExp(`^(?:${anyOf(rules.leadingVerbs)})[了起]?`);
  }

  /**
   * Behind the claim to the end of its clause: 全国首单“二手车出口+保税+中欧班列”发运模式. Where scope and claim stand
   * apart, what is between: 天津市范围内药品监管专业技术服务的首次延伸. Where nothing follows, what stands before: 该模式为全国首创.
   * @param next where the next claim begins: no subject reaches into it
   */
  of(text: string, first: string, ranges: readonly Range[], next: number): string {
    const [outer, inner] = ranges as [Range, Range | undefined];
    if (inner) return text.slice(outer.end, inner.start).replace(/的$/, '');
    const behind = clauseFrom(text, outer.end);
    const upToNext =
      next < outer.end + behind.length ? text.slice(outer.end, next).replace(/[、和及与，]$/, '') : behind;
    const clause = upToNext.replace(/^(?:的|\s)+/, '');
    const subject = this.#isVerb(first) ? this.#object(clause) : this.#noun(clause);
    return subject || clauseBefore(text, outer.start) || text.slice(outer.start, outer.end);
  }

  #isVerb = (first: string): boolean => this.#rules.verbs.includes(first) && first !== '首创';

  #object = (clause: string): string => (clause.replace(this.#leading, '') || clause).trim();

  /** 全国首单离岸发动机融资租赁业务完成 ends before 完成, unless that is within marks. */
  #noun(clause: string): string {
    const outside = clause.replace(/“[^”]*”/g, (quoted) => '“'.repeat(quoted.length));
    const ends = this.#rules.subjectEnds.map((word) => outside.indexOf(word)).filter((at) => at > 0);
    return clause.slice(0, Math.min(clause.length, ...ends)).trim();
  }
}

/** To the mark that ends the clause; marks within “…” and 《…》 don't. */
const clauseFrom = (text: string, start: number): string =>
  /^(?:“[^”]*”|《[^》]*》|[^，。；：！？\n“”《》（()）])*/.exec(text.slice(start))?.[0] ?? '';

const clauseBefore = (text: string, end: number): string =>
  (/[^，。；：！？\n]*$/.exec(text.slice(0, end))?.[0] ?? '')
    .replace(/(?:均|都|皆)?(?:为|是|系|属于|属)?(?:在)?$/, '')
    .trim();
