import { distance } from 'fastest-levenshtein';
import type { Span } from '../domain/evidence.ts';
import { bodiesByName } from './agency-names.ts';
import { keyOf } from './check-names.ts';
import type { AgencyEntry } from './vocabulary-entries.ts';

export interface ResponsibleAgency {
  readonly key: string;
  /** Undefined if the vocabulary has no such agency; its key is then the printed name. */
  readonly entry: AgencyEntry | undefined;
  readonly printedName: string;
  /** The position in the printed list, counted from 1. */
  readonly order: number;
  readonly span: Span;
}

/** The separators between printed agencies are spaces, ASCII or full-width, and 、. */
const NAME = /[^\s\u3000、]+/gu;

export class AgencyDirectory {
  readonly #byName: ReadonlyMap<string, AgencyEntry>;

  /** @param published the day of publication, if known: names have their meaning on that day */
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

  /** The key of the agency with this name; the name itself if the vocabulary has no such agency. */
  keyOf(name: string): string {
    const entry = this.#byName.get(name);
    return entry ? keyOf(entry) : name;
  }

  /** The known names that are most similar to an unknown one: at most three, the most similar first. */
  nearest(name: string): string[] {
    return [...this.#byName.keys()]
      .map((known) => ({ known, edits: distance(name, known) }))
      .filter(({ known, edits }) => edits <= Math.max(known.length, name.length) / 2)
      .sort((a, b) => a.edits - b.edits || (a.known < b.known ? -1 : 1))
      .slice(0, 3)
      .map(({ known }) => known);
  }
}
