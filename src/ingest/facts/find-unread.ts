import type { FactRules } from './fact-rules.ts';
import type { ItemFacts } from './facts.ts';
import { FACT_KINDS } from './facts.ts';
import type { FieldText } from './field-text.ts';
import { overlaps, type Range } from './sentences.ts';
import { anyOf } from './word-pattern.ts';

/** Words that look like a fact, but that no rule reads and no exclusion covers. */
export interface Unread extends Range {
  readonly field: FieldText['field'];
  readonly kind: 'NUMBER' | 'DOCUMENT' | 'FIRST';
}

/** Finds digits, Chinese numerals with a unit, 《, 》, 首 and 率先 that no rule reads and no exclusion covers. */
export function unreadFinder(rules: FactRules): (fields: readonly FieldText[], facts: ItemFacts) => Unread[] {
  const units = anyOf(Object.values(rules.numbers.units).flat());
  const number = new RegExp(
    String.raw`\d+|[〇零一二两三四五六七八九十百千万亿]+\s*[余多]?\s*(?:${units})`,
    'g',
  );

  return (fields, facts) => {
    const spans = FACT_KINDS.flatMap((kind) => [...facts[kind]]).flatMap((fact) => fact.spans);
    return fields.flatMap((fieldText) => {
      const { field, half, dates, documents, notNumbers, notFirsts } = fieldText;
      const read: Range[] = [...spans.filter((span) => span.field === field), ...dates];
      const find = (kind: Unread['kind'], pattern: RegExp, passed: readonly Range[]): Unread[] =>
        [...half.matchAll(pattern)]
          .map(({ index, 0: words }) => ({ field, kind, start: index, end: index + words.length }))
          .filter((place) => ![...read, ...passed].some((range) => overlaps(range, place)));
      return [
        ...find('NUMBER', number, notNumbers),
        ...find('DOCUMENT', /[《》]/g, documents),
        ...find('FIRST', /首|率先/g, notFirsts),
      ].sort((a, b) => a.start - b.start);
    });
  };
}
