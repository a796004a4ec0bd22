import type { z } from 'zod';
import { SOURCE_FIELDS, type SourceField } from '../../domain/evidence.ts';
import { type GraphModel, hasEvidence } from '../../domain/graph-model.ts';
import { ensureCapacity } from './ensure-capacity.ts';
import type { Properties } from './graph-storage.ts';

/** The row of an edge without properties. */
export const NO_PROPERTIES = 0;

/**
 * The first number of a row holds its record number (the record has all properties except evidence) in the high bits,
 * and the number of spans in the low bits. The spans follow, two numbers each: the field (high bits) with the start
 * (low bits), then the end.
 */
const COUNT_BITS = 4;
/** If a row has at least this many spans, a separate number holds their count. */
const COUNTED_APART = 2 ** COUNT_BITS - 1;
const MAX_RECORDS = 2 ** (32 - COUNT_BITS);
const MAX_NUMBERS = 2 ** 32;
const START_BITS = 30;
const MAX_START = 2 ** START_BITS - 1;
const MAX_END = 2 ** 32 - 1;
/** Equal records are stored once. With more distinct records than this, searching for equal ones does not pay. */
const MAX_LOOKED_UP = 1_000_000;

interface TypeSchema {
  readonly properties: readonly (readonly [name: string, schema: z.ZodType])[];
  /** Whether it has the three lists of evidence, which are packed as spans. */
  readonly evidence: boolean;
}

/**
 * Packed properties of edges. Most of them are evidence: millions of spans as objects would take many times the memory
 * of these numbers. The other properties (a record) are stored once for all edges with equal ones. Evidence that the
 * numbers can't hold goes into the record, so that no value is truncated.
 */
export class EdgePropertyTable {
  #numbers = new Uint32Array(1024);
  /** Starts after the row of an edge without properties. */
  #end = 1;
  readonly #records: Properties[] = [Object.freeze({})];
  readonly #numberOfRecord = new Map<Properties, number>();
  readonly #numberOfText = new Map<string, number>([['{}', 0]]);
  readonly #maxNumbers: number;
  readonly #schemas = new Map<string, TypeSchema>();

  /** @param maxNumbers the maximum number of 32-bit numbers in the table */
  constructor(model: GraphModel, maxNumbers = MAX_NUMBERS) {
    this.#maxNumbers = maxNumbers;
    for (const [type, { shape }] of Object.entries(model.relationshipSchemas))
      this.#schemas.set(type, { properties: Object.entries(shape), evidence: hasEvidence(model, type) });
  }

  /**
   * Adds the properties that the type's schema has. Others, and those with invalid values, are left out.
   * @returns the row
   * @throws RangeError if the table is full
   */
  push(type: string, properties: Properties): number {
    const schema = this.#schemas.get(type);
    if (schema === undefined || schema.properties.length === 0) return NO_PROPERTIES;
    const spans = schema.evidence ? packableSpans(properties) : undefined;
    const record = this.#pushRecord(recordOf(schema, properties, spans !== undefined));
    if (record === 0 && spans === undefined) return NO_PROPERTIES;
    const count = spans?.evidenceStarts.length ?? 0;
    const [row, at] = this.#begin(record, count);
    for (let span = 0; span < count; span += 1) {
      const field = SOURCE_FIELDS.indexOf(spans?.evidenceFields[span] as SourceField);
      this.#numbers[at + 2 * span] = field * 2 ** START_BITS + (spans?.evidenceStarts[span] as number);
      this.#numbers[at + 2 * span + 1] = spans?.evidenceEnds[span] as number;
    }
    return row;
  }

  /** Copies a row of another table of the same model. @returns the row in this table */
  pushFrom(other: EdgePropertyTable, from: number): number {
    if (from === NO_PROPERTIES) return NO_PROPERTIES;
    const record = this.#pushRecord(other.#recordAt(from));
    const count = other.#countAt(from);
    const [row, at] = this.#begin(record, count);
    const start = other.#firstSpanOf(from);
    for (let index = 0; index < 2 * count; index += 1)
      this.#numbers[at + index] = other.#numberAt(start + index);
    return row;
  }

  /** Call after the last push: frees the memory that only pushes need. */
  trim(): void {
    this.#numbers = this.#numbers.slice(0, this.#end);
    this.#numberOfRecord.clear();
    this.#numberOfText.clear();
  }

  /** The properties of the row's edge. Lists in it may be shared, and are frozen. */
  at(row: number): Properties {
    const [record, count] = [this.#recordAt(row), this.#countAt(row)];
    if (count === 0) return record;
    const evidenceFields = new Array<SourceField>(count);
    const evidenceStarts = new Array<number>(count);
    const evidenceEnds = new Array<number>(count);
    const start = this.#firstSpanOf(row);
    for (let span = 0; span < count; span += 1) {
      const head = this.#numberAt(start + 2 * span);
      evidenceFields[span] = SOURCE_FIELDS[head >>> START_BITS] as SourceField;
      evidenceStarts[span] = head & MAX_START;
      evidenceEnds[span] = this.#numberAt(start + 2 * span + 1);
    }
    return { evidenceFields, evidenceStarts, evidenceEnds, ...record };
  }

  /** The value of one property, or undefined if it is absent. */
  valueAt(row: number, property: string): unknown {
    const record = this.#recordAt(row);
    if (Object.hasOwn(record, property)) return record[property];
    return this.#countAt(row) > 0 ? this.at(row)[property] : undefined;
  }

  #recordAt(row: number): Properties {
    return this.#records[this.#numberAt(row) >>> COUNT_BITS] as Properties;
  }

  #countAt(row: number): number {
    const count = this.#numberAt(row) & COUNTED_APART;
    return count === COUNTED_APART ? this.#numberAt(row + 1) : count;
  }

  #firstSpanOf(row: number): number {
    return (this.#numberAt(row) & COUNTED_APART) === COUNTED_APART ? row + 2 : row + 1;
  }

  #numberAt(at: number): number {
    return this.#numbers[at] as number;
  }

  /** @returns the new row, and the position of its first span */
  #begin(record: number, count: number): [row: number, at: number] {
    const row = this.#end;
    const at = row + (count < COUNTED_APART ? 1 : 2);
    const end = at + 2 * count;
    if (end > this.#maxNumbers)
      throw new RangeError(`what edges carry takes over ${this.#maxNumbers} numbers`);
    this.#end = end;
    this.#numbers = ensureCapacity(this.#numbers, this.#end);
    this.#numbers[row] = record * 2 ** COUNT_BITS + Math.min(count, COUNTED_APART);
    if (count >= COUNTED_APART) this.#numbers[row + 1] = count;
    return [row, at];
  }

  /** @returns the record's number, the same for equal records */
  #pushRecord(record: Properties): number {
    const same = this.#numberOfRecord.get(record);
    if (same !== undefined) return same;
    const text = JSON.stringify(record);
    const known = this.#numberOfText.get(text);
    if (known !== undefined) return known;
    const number = this.#records.push(frozen(record)) - 1;
    if (number >= MAX_RECORDS) throw new RangeError(`edges may carry ${MAX_RECORDS} different values`);
    if (number < MAX_LOOKED_UP) {
      this.#numberOfText.set(text, number);
      this.#numberOfRecord.set(record, number);
    }
    return number;
  }
}

const frozen = (record: Properties): Properties => {
  for (const value of Object.values(record)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(record);
};

/** The properties that match the schema, in schema order; without evidence if it is packed. */
function recordOf(
  { properties: schemas, evidence }: TypeSchema,
  properties: Properties,
  isPacked: boolean,
): Properties {
  const record: Record<string, unknown> = {};
  for (const [name, schema] of schemas) {
    const value = properties[name];
    if (value === undefined || (evidence && isPacked && EVIDENCE.has(name))) continue;
    const { success, data } = schema.safeParse(value);
    if (success) record[name] = data;
  }
  return record;
}

const EVIDENCE = new Set(['evidenceFields', 'evidenceStarts', 'evidenceEnds']);
const FIELDS: readonly unknown[] = SOURCE_FIELDS;

interface Spans {
  readonly evidenceFields: readonly SourceField[];
  readonly evidenceStarts: readonly number[];
  readonly evidenceEnds: readonly number[];
}

/** The evidence, if the numbers can hold all its spans. Such evidence matches its schema. */
function packableSpans(properties: Properties): Spans | undefined {
  const { evidenceFields, evidenceStarts, evidenceEnds } = properties;
  if (!Array.isArray(evidenceFields) || !Array.isArray(evidenceStarts) || !Array.isArray(evidenceEnds))
    return undefined;
  const { length } = evidenceFields;
  if (length === 0 || length !== evidenceStarts.length || length !== evidenceEnds.length) return undefined;
  const isPacked =
    evidenceFields.every((field) => FIELDS.includes(field)) &&
    evidenceStarts.every((start) => isWhole(start, MAX_START)) &&
    evidenceEnds.every((end) => isWhole(end, MAX_END));
  return isPacked ? { evidenceFields, evidenceStarts, evidenceEnds } : undefined;
}

const isWhole = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
