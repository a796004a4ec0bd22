import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
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

/** Well above what is asked for: what occurs as often as this is not steered towards any more. */
const ENOUGH = 26;
/** What a step towards something takes off its need. */
const STEP = 0.9;
/** How far ahead needs are seen. */
const MAX_STEPS = 7;

/** From above 0 to 1, which is that of what was never covered. */
export const needOf = (coverage: Coverage, key: string): number =>
  Math.max(0.2, 1 - coverage.countOf(key) / ENOUGH);

/** What is needed at a field and below it, so that what lies deep is steered towards from the root. Right for as long as the counts are about the same. */
export class Needs {
  readonly #schema: GraphQLSchema;
  readonly #coverage: Coverage;
  readonly #fields = new Map<GraphQLField<unknown, unknown>, number>();
  readonly #types = new Map<string, number>();
  readonly #inputs = new Map<string, number>();

  constructor(schema: GraphQLSchema, coverage: Coverage) {
    this.#schema = schema;
    this.#coverage = coverage;
  }

  /** @param steps how many selections may nest below the field's own */
  field(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, steps: number): number {
    const named = getNamedType(field.type);
    const below =
      isCompositeType(named) && steps > 0 ? STEP * this.type(named, Math.min(steps, MAX_STEPS) - 1) : 0;
    return Math.max(below, this.#own(parent, field));
  }

  #own(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number {
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    const own = needOf(this.#coverage, fieldKey(parent.name, field.name));
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
    const own = needOf(this.#coverage, argumentKey(parent.name, field.name, argument.name));
    return Math.max(own, STEP * this.#input(argument.type));
  }

  #input(type: GraphQLInputType): number {
    const named = getNamedType(type);
    const known = this.#inputs.get(named.name);
    if (known !== undefined) return known;
    this.#inputs.set(named.name, 0);
    const needs = isEnumType(named)
      ? named.getValues().map(({ name }) => needOf(this.#coverage, enumValueKey(named.name, name)))
      : isInputObjectType(named)
        ? Object.values(named.getFields()).map((field) =>
            Math.max(
              needOf(this.#coverage, inputFieldKey(named.name, field.name)),
              STEP * this.#input(field.type),
            ),
          )
        : [];
    const need = Math.max(0, ...needs);
    this.#inputs.set(named.name, need);
    return need;
  }
}
