import {
  astFromValue,
  type ConstValueNode,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parseType,
  type ValueNode,
} from 'graphql';
import type { Json } from './generated-operation.ts';
import type { Random } from './random.ts';
import type { Variables } from './variables.ts';

interface Place {
  readonly type: GraphQLInputType;
  /** Whether the value may be left out although its type is not nullable. */
  readonly hasDefault: boolean;
  /** Whether something else depends on the value, so that it must not change. */
  readonly fixed: boolean;
  readonly again?: (() => Json) | undefined;
}

/** Ways to write a value in a document: a literal, a variable, a default, or nothing if that means the same. */
export class ValueExpression {
  readonly #random: Random;
  readonly #variables: Variables;

  constructor(random: Random, variables: Variables) {
    this.#random = random;
    this.#variables = variables;
  }

  of(value: Json, nodeIndex: Place): ValueNode {
    return this.#random.chance(0.35) ? this.#variable(value, nodeIndex) : this.literal(value, nodeIndex.type);
  }

  /** A variable with the value null, for a type that does not allow null: an error of the client. */
  forbiddenNull(type: GraphQLInputType): ValueNode {
    return this.#variables.declare(parseType(String(getNullableType(type))), { value: null });
  }

  #variable(value: Json, { type, hasDefault, fixed, again }: Place): ValueNode {
    const required = isNonNullType(type);
    const nullable = parseType(String(getNullableType(type)));
    const strict = parseType(`${getNullableType(type)}!`);
    const given = { value, again };
    const ways: (() => ValueNode)[] = [
      () => this.#variables.declare(parseType(String(type)), given),
      () => this.#variables.declare(strict, given),
    ];
    if (value !== null) {
      // A default that applies, and a default that the request overrides.
      const constant = this.#constant(value, type);
      ways.push(
        () => this.#variables.declare(nullable, undefined, constant),
        () => this.#variables.declare(nullable, given, constant),
        () => this.#variables.declare(strict, undefined, constant),
      );
    }
    if (fixed) return value === null ? this.literal(value, type) : this.#random.pick(ways)();
    if (!required) {
      ways.push(
        () => this.#variables.declare(nullable, undefined),
        () => this.#variables.declare(nullable, { value: null }),
      );
    } else if (hasDefault) {
      ways.push(
        () => this.#variables.declare(nullable, undefined),
        () => this.#variables.declare(nullable, given),
      );
    }
    return value === null ? this.#variables.declare(nullable, given) : this.#random.pick(ways)();
  }

  literal(value: Json, type: GraphQLInputType): ValueNode {
    const nullable = getNullableType(type);
    if (value === null) return { kind: Kind.NULL };
    if (isListType(nullable)) {
      const item = (each: Json): ValueNode => this.#part(each, nullable.ofType);
      return Array.isArray(value) ? { kind: Kind.LIST, values: value.map(item) } : item(value);
    }
    if (isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value).map(([name, inner]) => ({
          kind: Kind.OBJECT_FIELD,
          name: { kind: Kind.NAME, value: name },
          value: this.#part(inner as Json, (fields[name] as { type: GraphQLInputType }).type),
        })),
      };
    }
    if (isEnumType(nullable)) return { kind: Kind.ENUM, value: String(value) };
    const node = astFromValue(value, nullable) as ConstValueNode;
    const plain = typeof value === 'string' && value.trim() === value && value !== '';
    return node.kind === Kind.STRING && plain && this.#random.chance(0.05) ? { ...node, block: true } : node;
  }

  #part(value: Json, type: GraphQLInputType): ValueNode {
    if (value === null || !this.#random.chance(0.08)) return this.literal(value, type);
    return this.#variables.declare(parseType(`${getNullableType(type)}!`), { value });
  }

  /** The value as a literal without variables. */
  #constant(value: Json, type: GraphQLInputType): ConstValueNode {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return Array.isArray(value)
        ? { kind: Kind.LIST, values: value.map((item) => this.#constant(item, nullable.ofType)) }
        : this.#constant(value, nullable.ofType);
    }
    if (isInputObjectType(nullable) && value !== null) {
      const fields = nullable.getFields();
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value).map(([name, inner]) => ({
          kind: Kind.OBJECT_FIELD,
          name: { kind: Kind.NAME, value: name },
          value: this.#constant(inner as Json, (fields[name] as { type: GraphQLInputType }).type),
        })),
      };
    }
    return this.literal(value, type) as ConstValueNode;
  }
}
