import { type EvidenceProperties, SOURCE_FIELDS, type Span } from '../domain/evidence.ts';
import { withRoom } from './with-room.ts';

/** What a relationship carries, as engines and documents have it. */
export type Properties = Readonly<Record<string, unknown>>;

/** The names that a few relationships carry, and most don't. */
interface Names {
  readonly printedName: string | undefined;
  readonly shortNames: string[];
}

/** What a relationship carries; all that those of any type do. */
export interface Carried extends EvidenceProperties {
  /** Counts an item's agencies from 1, as printed; 0 in all other relationships. */
  readonly order: number;
  readonly printedName: string | undefined;
  readonly shortNames: string[];
}

/** The row of what carries nothing. */
export const NOTHING = 0;
/** A row begins with its order, or 0, above the number of its spans; a span is its field above its start, and its end. */
const SPANS_BITS = 16;
const START_BITS = 30;
const MOST_SPANS = 2 ** SPANS_BITS - 1;
const MOST_ORDER = 2 ** (32 - SPANS_BITS) - 1;
const MOST_START = 2 ** START_BITS - 1;

/**
 * What relationships carry, as numbers: most of it is evidence, and millions of spans as objects would take many times
 * as much.
 */
export class CarriedList {
  #numbers = new Uint32Array(1024);
  /** Behind the row of what carries nothing. */
  #end = 1;
  readonly #names = new Map<number, Names>();

  /** Properties that no relationship of ours has are left out. @returns the row */
  push(properties: Properties): number {
    const spans = spansIn(properties);
    const order = Number.isInteger(properties.order) ? (properties.order as number) : 0;
    const names = namesIn(properties);
    if (spans.length === 0 && order === 0 && names === undefined) return NOTHING;
    const row = this.#make(1 + 2 * spans.length);
    this.#numbers[row] = Math.min(Math.max(order, 0), MOST_ORDER) * 2 ** SPANS_BITS + spans.length;
    for (const [index, { field, start, end }] of spans.entries()) {
      this.#numbers[row + 1 + 2 * index] = SOURCE_FIELDS.indexOf(field) * 2 ** START_BITS + start;
      this.#numbers[row + 2 + 2 * index] = end;
    }
    if (names !== undefined) this.#names.set(row, names);
    return row;
  }

  /** Copies a row of another list. @returns the row here */
  pushFrom(other: CarriedList, from: number): number {
    if (from === NOTHING) return NOTHING;
    const size = 1 + 2 * other.#spansOf(from);
    const row = this.#make(size);
    this.#numbers.set(other.#numbers.subarray(from, from + size), row);
    const names = other.#names.get(from);
    if (names !== undefined) this.#names.set(row, names);
    return row;
  }

  /** 0 where the relationship has none. */
  orderOf(row: number): number {
    return this.#numberAt(row) >>> SPANS_BITS;
  }

  shortNamesOf(row: number): readonly string[] {
    return this.#names.get(row)?.shortNames ?? [];
  }

  at(row: number): Carried {
    const [evidenceFields, evidenceStarts, evidenceEnds]: [Span['field'][], number[], number[]] = [
      [],
      [],
      [],
    ];
    for (let at = row + 1; at <= row + 2 * this.#spansOf(row); at += 2) {
      const head = this.#numberAt(at);
      evidenceFields.push(SOURCE_FIELDS[head >>> START_BITS] as Span['field']);
      evidenceStarts.push(head % 2 ** START_BITS);
      evidenceEnds.push(this.#numberAt(at + 1));
    }
    const names = this.#names.get(row);
    return {
      evidenceFields,
      evidenceStarts,
      evidenceEnds,
      order: this.orderOf(row),
      printedName: names?.printedName,
      shortNames: names?.shortNames ?? [],
    };
  }

  #spansOf(row: number): number {
    return this.#numberAt(row) % 2 ** SPANS_BITS;
  }

  #numberAt(at: number): number {
    return this.#numbers[at] as number;
  }

  #make(size: number): number {
    const row = this.#end;
    this.#end += size;
    this.#numbers = withRoom(this.#numbers, this.#end);
    return row;
  }
}

/** The spans that are ones: analysts may have written relationships of their own. */
function spansIn({ evidenceFields, evidenceStarts, evidenceEnds }: Properties): Span[] {
  if (![evidenceFields, evidenceStarts, evidenceEnds].every(Array.isArray)) return [];
  const [fields, starts, ends] = [evidenceFields, evidenceStarts, evidenceEnds] as [
    Span['field'][],
    number[],
    number[],
  ];
  const isPlace = (place: unknown): boolean =>
    Number.isInteger(place) && (place as number) >= 0 && (place as number) <= MOST_START;
  return fields
    .map((field, index) => ({ field, start: starts[index] as number, end: ends[index] as number }))
    .filter(({ field, start, end }) => SOURCE_FIELDS.includes(field) && isPlace(start) && isPlace(end))
    .slice(0, MOST_SPANS);
}

function namesIn(properties: Properties): Names | undefined {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const printedName = isText(properties.printedName) ? properties.printedName : undefined;
  const shortNames = Array.isArray(properties.shortNames) ? properties.shortNames.filter(isText) : [];
  return printedName === undefined && shortNames.length === 0 ? undefined : { printedName, shortNames };
}
