import { type EvidenceProperties, SOURCE_FIELDS, type Span } from '../domain/evidence.ts';
import { withRoom } from './with-room.ts';

/** What a relationship carries, as engines and documents have it. */
export type Properties = Readonly<Record<string, unknown>>;

/** What a relationship carries; all that those of any type do. */
export interface Carried extends EvidenceProperties {
  /** Counts an item's agencies from 1, as printed; 0 in all other relationships. */
  readonly order: number;
  readonly printedName: string | undefined;
  readonly shortNames: string[];
}

/** The row of what carries nothing. */
export const NOTHING = 0;
/** A row begins with its order, above whether it has a printed name, above the number of its spans. */
const MOST_ORDER = 0xffff;
const ORDER_BITS = 16;
const NAMED = 0x8000;
const MOST_SPANS = 0x7fff;
/** Then come the name's number, if there is one, and for each span its field above its start, and its end. */
const START_BITS = 30;
const MOST_START = 2 ** START_BITS - 1;

/**
 * What relationships carry, as numbers: most of it is evidence, and millions of spans as objects would take many times
 * as much.
 */
export class CarriedList {
  #numbers = new Uint32Array(1024);
  /** Behind the row of what carries nothing. */
  #end = 1;
  /** Printed names, each once: there are as many as agencies have names. */
  readonly #names: string[] = [];
  readonly #numberOf = new Map<string, number>();
  /** By row, where there are any. */
  readonly #shortNames = new Map<number, string[]>();

  /** Properties that no relationship of ours has are left out. @returns the row */
  push(properties: Properties): number {
    const spans = spansIn(properties);
    const order = Number.isInteger(properties.order) ? (properties.order as number) : 0;
    const name = isText(properties.printedName) ? [this.#numberOfName(properties.printedName)] : [];
    const shortNames = Array.isArray(properties.shortNames) ? properties.shortNames.filter(isText) : [];
    const head =
      Math.min(Math.max(order, 0), MOST_ORDER) * 2 ** ORDER_BITS +
      (name.length > 0 ? NAMED : 0) +
      spans.length;
    if (head === 0 && shortNames.length === 0) return NOTHING;
    const packed = spans.flatMap(({ field, start, end }) => [
      SOURCE_FIELDS.indexOf(field) * 2 ** START_BITS + start,
      end,
    ]);
    const numbers = [head, ...name, ...packed];
    const row = this.#make(numbers.length);
    this.#numbers.set(numbers, row);
    if (shortNames.length > 0) this.#shortNames.set(row, shortNames);
    return row;
  }

  /** Copies a row of another list. @returns the row here */
  pushFrom(other: CarriedList, from: number): number {
    if (from === NOTHING) return NOTHING;
    const row = this.#make(other.#endOf(from) - from);
    for (let at = row; at < this.#end; at += 1) this.#numbers[at] = other.#numberAt(from + at - row);
    const name = other.#nameOf(from);
    if (name !== undefined) this.#numbers[row + 1] = this.#numberOfName(name);
    const shortNames = other.#shortNames.get(from);
    if (shortNames !== undefined) this.#shortNames.set(row, shortNames);
    return row;
  }

  /** Ends the adding, and gives back the room that was left. */
  trim(): void {
    this.#numbers = this.#numbers.slice(0, this.#end);
    this.#numberOf.clear();
  }

  /** 0 where the relationship has none. */
  orderOf(row: number): number {
    return this.#numberAt(row) >>> ORDER_BITS;
  }

  shortNamesOf(row: number): readonly string[] | undefined {
    return this.#shortNames.get(row);
  }

  at(row: number): Carried {
    const [evidenceFields, evidenceStarts, evidenceEnds]: [Span['field'][], number[], number[]] = [
      [],
      [],
      [],
    ];
    const end = this.#endOf(row);
    for (let at = this.#firstSpan(row); at < end; at += 2) {
      const head = this.#numberAt(at);
      evidenceFields.push(SOURCE_FIELDS[head >>> START_BITS] as Span['field']);
      evidenceStarts.push(head & MOST_START);
      evidenceEnds.push(this.#numberAt(at + 1));
    }
    return {
      evidenceFields,
      evidenceStarts,
      evidenceEnds,
      order: this.orderOf(row),
      printedName: this.#nameOf(row),
      shortNames: this.#shortNames.get(row) ?? [],
    };
  }

  #firstSpan(row: number): number {
    return row + 1 + ((this.#numberAt(row) & NAMED) === 0 ? 0 : 1);
  }

  #endOf(row: number): number {
    return this.#firstSpan(row) + 2 * (this.#numberAt(row) & MOST_SPANS);
  }

  #nameOf(row: number): string | undefined {
    return (this.#numberAt(row) & NAMED) === 0 ? undefined : this.#names[this.#numberAt(row + 1)];
  }

  #numberOfName(name: string): number {
    const number = this.#numberOf.get(name) ?? this.#names.push(name) - 1;
    this.#numberOf.set(name, number);
    return number;
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

const isText = (value: unknown): value is string => typeof value === 'string';

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
