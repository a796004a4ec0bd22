import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { Json } from './generated-operation.ts';
import type { GraphValues } from './graph-values.ts';
import type { Needs } from './need.ts';
import type { Random } from './random.ts';

/** The maximum depth of filters within filters. */
const MAX_NESTING = 3;
/** How often a text is one that the graph does not contain. */
const UNKNOWN = 0.06;
/** Arguments for which an unknown text is an error, not an empty answer. */
const MUST_BE_KNOWN = new Set([
  'of',
  'from',
  'to',
  'a',
  'b',
  'row',
  'column',
  'agencies',
  'asOf',
  'query',
  'id',
  'ids',
]);
const UNKNOWN_TEXTS = ['不存在', '?', 'Ａ', '"', '\\', 'no such\nname', '😀', ' '];

/** The place of a value: its name, the name of its container, and hints. */
export interface ValuePlace {
  readonly name: string;
  readonly outer: string;
  /** By `OUTER.NAME`: the key of the texts to use instead. */
  readonly hints: ReadonlyMap<string, string>;
}

/** Values for arguments: values of the graph if known, else any value of the type. */
export class ValueWriter {
  readonly #random: Random;
  readonly #needs: Needs;
  readonly #values: GraphValues;

  constructor(random: Random, needs: Needs, values: GraphValues) {
    this.#random = random;
    this.#needs = needs;
    this.#values = values;
  }

  write(type: GraphQLInputType, nodeIndex: ValuePlace, nesting = 0): Json {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.#list(nullable.ofType, nodeIndex, nesting);
    if (isEnumType(nullable)) return this.#enumValue(nullable);
    if (isInputObjectType(nullable)) return this.#object(nullable, nodeIndex, nesting);
    if (isScalarType(nullable)) return this.#scalar(nullable, nodeIndex);
    throw new TypeError(`no value for ${type}`);
  }

  #list(of: GraphQLInputType, nodeIndex: ValuePlace, nesting: number): Json {
    const item = (): Json => this.write(of, nodeIndex, nesting);
    // A single value stands for a list of one.
    if (this.#random.chance(0.15)) return item();
    const least = nodeIndex.name === 'agencies' || nodeIndex.name === 'ids' ? 1 : 0;
    const length = this.#random.chance(0.1)
      ? least
      : this.#random.int(1, isEnumType(getNullableType(of)) ? 10 : 3);
    return Array.from({ length }, item);
  }

  #enumValue(type: GraphQLEnumType): string {
    const needs = type.getValues();
    return this.#random.weighted(needs, ({ name }) => this.#needs.enumValue(type, name) ** 4).name;
  }

  #object(type: GraphQLInputObjectType, { name, hints }: ValuePlace, nesting: number): Json {
    const fields = Object.values(type.getFields());
    const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    const optional = fields.filter(
      (field) => !needed.includes(field) && (nesting < MAX_NESTING || !nestsIn(field.type, type)),
    );
    const more = this.#random.some(
      optional,
      this.#random.int(1, 3),
      (field) => this.#needs.inputField(type, field) ** 4,
    );
    const chosen = [...needed, ...more];
    return Object.fromEntries(
      chosen.map((field) => {
        const deeper =
          nesting + (isInputObjectType(getNullableType(field.type)) || nestsIn(field.type, type) ? 1 : 0);
        const isNull = !isNonNullType(field.type) && this.#random.chance(0.04);
        // The contents of and, or and not take the name of the object that contains these.
        return [
          field.name,
          isNull ? null : this.write(field.type, { name: field.name, outer: name, hints }, deeper),
        ];
      }),
    );
  }

  #scalar(type: GraphQLScalarType, nodeIndex: ValuePlace): Json {
    switch (type.name) {
      case 'Boolean':
        return this.#random.chance(0.5);
      case 'Int':
        return this.#number(nodeIndex, (value) => Number.isInteger(value));
      case 'Float':
        return this.#number(nodeIndex, () => true);
      default:
        return this.text(nodeIndex);
    }
  }

  #number(nodeIndex: ValuePlace, fits: (value: number) => boolean): number {
    const known = lookUp(this.#values.numbers, nodeIndex)?.filter(fits);
    return known && known.length > 0 ? this.#random.pick(known) : this.#random.int(1, 5);
  }

  text(nodeIndex: ValuePlace): string {
    if (!MUST_BE_KNOWN.has(nodeIndex.name) && this.#random.chance(UNKNOWN)) {
      return this.#random.pick(
        UNKNOWN_TEXTS.filter((text) => nodeIndex.name !== 'text' || text.trim() !== ''),
      );
    }
    const known = lookUp(this.#values.texts, nodeIndex) ?? Object.values(this.#values.texts).flat();
    return known.length === 0 ? '无' : this.#random.pick(known);
  }
}

function lookUp<T>(table: Readonly<Record<string, T>>, { name, outer, hints }: ValuePlace): T | undefined {
  const key = `${outer}.${name}`;
  return table[hints.get(key) ?? key] ?? table[name];
}

const nestsIn = (type: GraphQLInputType, within: GraphQLInputObjectType): boolean => {
  const nullable = getNullableType(type);
  return nullable === within || (isListType(nullable) && getNullableType(nullable.ofType) === within);
};
