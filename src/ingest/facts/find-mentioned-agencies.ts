import type { Span } from '../../domain/evidence.ts';
import { type Phrase, PhraseFinder } from '../find-phrases.ts';
import type { AgencyEntry } from '../vocabulary-entries.ts';
import type { FactRules } from './fact-rules.ts';
import type { MentionedAgency } from './facts.ts';
import type { FieldText } from './field-text.ts';
import type { NameReader, NamesIn } from './name-reader.ts';
import { contains, type Range } from './sentences.ts';
import { SuffixedNames } from './suffixed-names.ts';

/** Finds the government agencies that a text names: 北疆海事局, 国家药监局, 市公安局出入境管理局. */
export class MentionedAgencyFinder {
  readonly #suffixed: SuffixedNames<'AGENCY'>;
  readonly #known: PhraseFinder<true>;
  readonly #canonical: ReadonlyMap<string, string>;

  /** @param zoneNames names that are also places, such as 中心商务片区: in a text they mean the place */
  constructor(
    reader: NameReader,
    { agencies }: Pick<FactRules, 'agencies'>,
    vocabulary: readonly AgencyEntry[],
    zoneNames: ReadonlySet<string>,
  ) {
    const suffix = (placed: boolean) => (words: string) => ({ words, kind: 'AGENCY' as const, placed });
    this.#suffixed = new SuffixedNames(reader, {
      ...agencies,
      suffixes: [...agencies.suffixes.map(suffix(false)), ...agencies.placedSuffixes.map(suffix(true))],
    });
    // A current name or alias maps to the canonical name, a former name to itself: the directory resolves it by date.
    const entries = vocabulary.flatMap(({ name, aliases, formerNames }) => [
      ...formerNames.map((former) => [former.name, former.name] as const),
      ...[name, ...aliases].map((each) => [each, name] as const),
    ]);
    this.#canonical = new Map(entries.filter(([each]) => !zoneNames.has(each)));
    this.#known = new PhraseFinder<true>(
      [...new Set([...this.#canonical.keys(), ...agencies.known])].map(
        (words): Phrase<true> => ({ words, meaning: true }),
      ),
    );
  }

  /** All places of government agencies in a field, including the responsible ones. */
  placesIn(names: NamesIn): Range[] {
    const found: Range[] = [...this.#suffixed.find(names), ...this.#known.find(names.text)];
    return found.filter(
      (place, index) =>
        !found.some((other, at) => contains(other, place) && (!contains(place, other) || at < index)),
    );
  }

  /**
   * The agencies that the item names but that are not responsible for it.
   * @param placesOf returns the result of placesIn for a field
   * @param taken places of other names: 中国铁路北京局 within the name of a company is not an agency
   * @param responsible the responsible agencies: canonical names, or names as printed
   */
  find(
    fields: readonly FieldText[],
    placesOf: (field: FieldText) => readonly Range[],
    taken: readonly Span[],
    responsible: ReadonlySet<string>,
  ): MentionedAgency[] {
    const spans = new Map<string, Span[]>();
    for (const fieldText of fields) {
      const { field, text } = fieldText;
      const others = taken.filter((span) => span.field === field);
      const places = [...placesOf(fieldText)].sort((a, b) => a.start - b.start);
      for (const { start, end } of places) {
        const printed = text.slice(start, end);
        const name = this.#canonical.get(printed) ?? printed;
        if (responsible.has(name) || others.some((other) => contains(other, { start, end }))) continue;
        spans.set(name, [...(spans.get(name) ?? []), { field, start, end }]);
      }
    }
    return [...spans].map(([name, places]) => ({ name, spans: places }));
  }
}
