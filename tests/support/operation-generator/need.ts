import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Coverage } from './coverage.ts';
import { argumentKey, enumValueKey, fieldKey, inputFieldKey } from './coverage-keys.ts';

/** A little above the required count. Parts with this count are no longer preferred. */
const ENOUGH = 23;
const OF_ENOUGH = 0.1;
/** The need of the least covered part, which is preferred from everywhere. */
const OF_GOAL = 3;
/** Each step on the way to a part multiplies its need by this. */
const STEP = 0.92;
/** The number of steps that needs look ahead. */
const MAX_STEPS = 7;

/** The need at a field and below it, so that the root steers towards deep parts. Valid while counts change little. */
export class Needs {
  readonly #schema: GraphQLSchema;
  readonly #coverage: Coverage;
  readonly #goal: string | undefined;
  readonly #fields = new Map<GraphQLField<unknown, unknown>, number>();
  readonly #types = new Map<string, number>();
  readonly #inputs = new Map<string, number>();

  constructor(schema: GraphQLSchema, coverage: Coverage) {
    this.#schema = schema;
    this.#coverage = coverage;
    this.#goal = coverage.least(ENOUGH);
  }

  /** @param steps the number of selections that may nest below the field's own */
  field(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, steps: number): number {
    const named = getNamedType(field.type);
    const below =
      isCompositeType(named) && steps > 0 ? STEP * this.type(named, Math.min(steps, MAX_STEPS) - 1) : 0;
    return Math.max(below, this.#own(parent, field));
  }

  #own(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number {
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    const own = this.#need(fieldKey(parent.name, field.name));
    const given = field.args.map((argument) => STEP * this.argument(parent, field, argument));
    const need = Math.max(own, ...given);
    this.#fields.set(field, need);
    return need;
  }

  type(type: GraphQLCompositeType, steps: number): number {
    const key = `${type.name} ${steps}`;
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    this.#types.set(key, 0);
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const members = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    const need = Math.max(
      0,
      ...fields.map((field) => this.field(type, field, steps)),
      ...members.map((member) => STEP * this.type(member, steps)),
    );
    this.#types.set(key, need);
    return need;
  }

  argument(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    argument: GraphQLArgument,
  ): number {
    const own = this.#need(argumentKey(parent.name, field.name, argument.name));
    return Math.max(own, STEP * this.#input(argument.type));
  }

  enumValue(type: GraphQLEnumType, name: string): number {
    return this.#need(enumValueKey(type.name, name));
  }

  inputField(type: GraphQLInputObjectType, field: GraphQLInputField): number {
    return Math.max(this.#need(inputFieldKey(type.name, field.name)), STEP * this.#input(field.type));
  }

  /** From 1 for a part that was never covered down to a half, then OF_ENOUGH. */
  #need(key: string): number {
    if (key === this.#goal) return OF_GOAL;
    const count = this.#coverage.countOf(key);
    return count < ENOUGH ? 1 - (0.5 * count) / ENOUGH : OF_ENOUGH;
  }

  #input(type: GraphQLInputType): number {
    const named = getNamedType(type);
    const known = this.#inputs.get(named.name);
    if (known !== undefined) return known;
    this.#inputs.set(named.name, 0);
    const needs = isEnumType(named)
      ? named.getValues().map(({ name }) => this.enumValue(named, name))
      : isInputObjectType(named)
        ? Object.values(named.getFields()).map((field) => this.inputField(named, field))
        : [];
    const need = Math.max(0, ...needs);
    this.#inputs.set(named.name, need);
    return need;
  }
}
