import type { Span } from '../../domain/evidence.ts';
import type { OrganizationKind } from '../../domain/facts.ts';
import type { Problems } from '../problems.ts';
import { precisionOfIso } from './calendar.ts';
import type { Correction, Corrections } from './corrections.ts';
import type { FactKind, ItemFacts } from './facts.ts';
import type { FieldText } from './field-text.ts';
import { describeQuoted, locate } from './quoted-words.ts';
import { byFirstSpan, inReadingOrder } from './reading-order.ts';
import { overlaps } from './sentences.ts';

type AnyFact = ItemFacts[keyof ItemFacts][number];

/** Applies the corrections of one bulletin's items, in order, to the facts that the rules found. */
export class Corrector {
  readonly #corrections: Corrections;
  readonly #kindOf: (organization: string) => OrganizationKind;
  readonly #problems: Problems;
  readonly #seen = new Set<string>();

  constructor(
    corrections: Corrections,
    kindOf: (organization: string) => OrganizationKind,
    problems: Problems,
  ) {
    this.#corrections = corrections;
    this.#kindOf = kindOf;
    this.#problems = problems;
  }

  correct(item: string, fields: readonly FieldText[], facts: ItemFacts): ItemFacts {
    this.#seen.add(item);
    return this.#corrections.list
      .filter((correction) => correction.item === item)
      .reduce((current, correction) => this.#apply(correction, fields, current), facts);
  }

  /** Refuses the corrections of items that the batch does not have. @param batch its code, such as tj-7 */
  finish(batch: string): void {
    for (const correction of this.#corrections.list) {
      const { item } = correction;
      if (item.slice(0, item.lastIndexOf('-')) === batch && !this.#seen.has(item)) {
        this.#refuse(correction, `there is no item ${item}`, 'correct its code, or remove the correction');
      }
    }
  }

  #apply(correction: Correction, fields: readonly FieldText[], facts: ItemFacts): ItemFacts {
    const { kind, at, evidence, add, change } = correction;
    const places: Span[] = [];
    for (const quoted of [at, ...evidence]) {
      const place = locate(quoted, fields);
      if (place === undefined) {
        const message = `item ${correction.item} has these words no more: ${describeQuoted(quoted)}`;
        this.#refuse(correction, message, 'quote the text as it is now, or remove the correction');
        return facts;
      }
      places.push(place);
    }
    const all: readonly AnyFact[] = facts[kind];
    const there = all.filter(({ spans }) => spans.some((span) => isSamePlace(span, places[0] as Span)));
    const [old] = there;
    if (there.length !== (add === undefined ? 1 : 0)) {
      const fix = add ? 'change it, or remove it first' : 'quote the words of one that is there, or add one';
      this.#refuse(
        correction,
        `${there.length === 0 ? 'none' : there.length} of ${kind} is at these words`,
        fix,
      );
      return facts;
    }
    const others = all.filter((fact) => fact !== old);
    if (add === undefined && change === undefined) return { ...facts, [kind]: others };
    const corrected = this.#complete(kind, { ...old, ...add, ...change });
    const spans = old === undefined || evidence.length > 0 ? inReadingOrder(places) : old.spans;
    return { ...facts, [kind]: byFirstSpan([...others, { ...corrected, spans } as AnyFact]) };
  }

  /** A null removes an optional attribute. The attributes that depend on others are computed again. */
  #complete(kind: FactKind, attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
    if (kind === 'organizations') given.kind = this.#kindOf(given.name as string);
    if (kind === 'milestones') given.precision = precisionOfIso(given.date as string);
    return given;
  }

  #refuse({ at, line, column }: Correction, message: string, fix: string): void {
    const { file } = this.#corrections;
    this.#problems.add({ file, line, column, text: describeQuoted(at), message, fix });
  }
}

const isSamePlace = (a: Span, b: Span): boolean => a.field === b.field && overlaps(a, b);
