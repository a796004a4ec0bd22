import type { Span } from '../../domain/evidence.ts';
import { ORGANIZATION_KINDS, type OrganizationKind } from '../../domain/facts.ts';
import type { FactRules } from './fact-rules.ts';
import type { MentionedOrganization } from './facts.ts';
import type { FieldText } from './field-text.ts';
import type { NameReader, NamesIn } from './name-reader.ts';
import { organizationKindOf } from './organization-kind.ts';
import { NamesByContext } from './organization-names.ts';
import { byFirstSpan, inReadingOrder } from './reading-order.ts';
import { contains, overlaps, type Range } from './sentences.ts';
import { readShortNames } from './short-names.ts';
import { type Suffix, type SuffixedName, SuffixedNames } from './suffixed-names.ts';

type Found = SuffixedName<OrganizationKind>;

/** Finds the companies, banks, courts, institutes, exchanges and platforms that a text names, but no agencies. */
export class OrganizationFinder {
  readonly #suffixed: SuffixedNames<OrganizationKind>;
  readonly #byContext: NamesByContext;
  readonly #kindOf: (name: string) => OrganizationKind;

  constructor(reader: NameReader, { organizations }: Pick<FactRules, 'organizations'>) {
    const suffixes = ORGANIZATION_KINDS.flatMap((kind) => {
      const { named = [], placed = [] } = organizations.suffixes[kind] ?? {};
      return [
        ...named.map((words): Suffix<OrganizationKind> => ({ words, kind, placed: false })),
        ...placed.map((words): Suffix<OrganizationKind> => ({ words, kind, placed: true })),
      ];
    });
    this.#suffixed = new SuffixedNames(reader, { ...organizations, suffixes });
    this.#kindOf = organizationKindOf(organizations);
    this.#byContext = new NamesByContext(this.#suffixed, organizations);
  }

  /**
   * @param isOther whether a name belongs to a zone or an agency
   * @param bodiesOf places of government agencies in a field: 天津市药品化妆品审评查验中心滨海办公室 does not name a 中心
   */
  find(
    fields: readonly FieldText[],
    namesOf: (field: FieldText) => NamesIn,
    isOther: (name: string) => boolean,
    bodiesOf: (field: FieldText) => readonly Range[],
  ): MentionedOrganization[] {
    const names = new Map<string, readonly string[]>();
    for (const field of fields) {
      for (const { start, end } of this.#placesOf(namesOf(field))) {
        const name = field.text.slice(start, end);
        if (isOther(name) || isPartOf(bodiesOf(field), { start, end })) continue;
        names.set(name, [...new Set([...(names.get(name) ?? []), ...readShortNames(field.text, end)])]);
      }
    }
    const found = withPlaces(fields, join(names), bodiesOf).map(({ name, ...rest }) => ({
      name,
      kind: this.#kindOf(name),
      ...rest,
    }));
    return byFirstSpan(found);
  }

  #placesOf(names: NamesIn): Found[] {
    const found = [...this.#suffixed.find(names), ...this.#byContext.find(names)];
    return found.filter((name) => !isPartOf(found, name));
  }
}

const lengthOf = ({ start, end }: Range): number => end - start;
const isLonger = (a: Range, b: Range): boolean => lengthOf(a) > lengthOf(b);
const isPartOf = (longer: readonly Range[], range: Range): boolean =>
  longer.some((other) => isLonger(other, range) && contains(other, range));

/**
 * Joins the names of one organization: the short names that the text defines, and names such as “碳汇宝”平台, if the
 * same item has the full name “碳汇宝”绿色交易综合服务平台.
 */
function join(names: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const fullNameOf = (name: string): string => {
    const mark = /^“[^”]+”/.exec(name)?.[0];
    if (mark !== undefined)
      return longest([...names.keys()].filter((other) => other.startsWith(mark))) ?? name;
    return [...names].find(([, shortNames]) => shortNames.includes(name))?.[0] ?? name;
  };
  const joined = new Map<string, readonly string[]>();
  for (const [name, shortNames] of names) {
    const full = fullNameOf(name);
    joined.set(full, [
      ...new Set([...(joined.get(full) ?? []), ...shortNames, ...(full === name ? [] : [name])]),
    ]);
  }
  return joined;
}

const longest = (names: readonly string[]): string | undefined =>
  [...names].sort((a, b) => b.length - a.length)[0];

/** Finds all places of each name and its short names. A longer name takes its places before a shorter one. */
function withPlaces(
  fields: readonly FieldText[],
  names: ReadonlyMap<string, readonly string[]>,
  bodiesOf: (field: FieldText) => readonly Range[],
): Omit<MentionedOrganization, 'kind'>[] {
  const words = [...names]
    .flatMap(([name, shortNames]) => [name, ...shortNames].map((each) => ({ name, each })))
    .sort((a, b) => b.each.length - a.each.length);
  const spans = new Map<string, Span[]>([...names.keys()].map((name) => [name, []]));
  for (const fieldText of fields) {
    const { field, text } = fieldText;
    const bodies = bodiesOf(fieldText);
    const taken: Range[] = [];
    for (const { name, each } of words) {
      for (let start = text.indexOf(each); start !== -1; start = text.indexOf(each, start + 1)) {
        const range = { start, end: start + each.length };
        if (isPartOf(bodies, range) || taken.some((other) => overlaps(other, range))) continue;
        taken.push(range);
        spans.get(name)?.push({ field, ...range });
      }
    }
  }
  return [...names].map(([name, shortNames]) => ({
    name,
    shortNames,
    spans: inReadingOrder(spans.get(name) ?? []),
  }));
}
