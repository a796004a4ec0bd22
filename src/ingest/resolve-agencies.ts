import { distance } from 'fastest-levenshtein';
import type { Span } from '../domain/evidence.ts';
import { bodiesByName } from './agency-names.ts';
import { keyOf } from './check-names.ts';
import type { AgencyEntry } from './vocabulary-entries.ts';

export interface ResponsibleAgency {
  readonly key: string;
  /** Undefined where the vocabulary has no such agency; it is kept under the name printed. */
  readonly entry: AgencyEntry | undefined;
  readonly printedName: string;
  /** Counted from 1, as printed. */
  readonly order: number;
  readonly span: Span;
}

/** Agencies are printed with spaces between, ASCII or full-width, or 、. */
const NAME = /[^\s\u3000、]+/gu;

export class AgencyDirectory {
  readonly #byName: ReadonlyMap<string, AgencyEntry>;

  /** @param published the day whose names the cells use, where it is known */
  constructor(agencies: readonly AgencyEntry[], published?: string) {
    this.#byName = bodiesByName(agencies, published);
  }

  /** The agencies of a 负责单位 cell, in printed order. */
  resolve(cell: string): ResponsibleAgency[] {
    return [...cell.matchAll(NAME)].map((match, index) => {
      const [printedName] = match;
      const entry = this.#byName.get(printedName);
      const span: Span = { field: 'AGENCIES', start: match.index, end: match.index + printedName.length };
      return { key: entry ? keyOf(entry) : printedName, entry, printedName, order: index + 1, span };
    });
  }

  /** The key of the agency that a text names, which is the name itself where the vocabulary has none. */
  keyOf(name: string): string {
    const entry = this.#byName.get(name);
    return entry ? keyOf(entry) : name;
  }

  /** The known names most like an unknown one, at most three, most like first. */
  nearest(name: string): string[] {
    return [...this.#byName.keys()]
      .map((known) => ({ known, edits: distance(name, known) }))
      .filter(({ known, edits }) => edits <= Math.max(known.length, name.length) / 2)
      .sort((a, b) => a.edits - b.edits || (a.known < b.known ? -1 : 1))
      .slice(0, 3)
      .map(({ known }) => known);
  }
}
