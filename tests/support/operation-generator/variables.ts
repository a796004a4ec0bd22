import {
  type ConstValueNode,
  Kind,
  type NamedTypeNode,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { Json } from './generated-operation.ts';
import type { Random } from './random.ts';

/** A value, and a function that chooses another one for the same place. */
export interface Choice {
  readonly value: Json;
  readonly again?: (() => Json) | undefined;
}

interface Variable {
  readonly definition: VariableDefinitionNode;
  /** undefined if the request leaves the variable out. */
  readonly given: Choice | undefined;
}

/** The variables of a document. Each operation declares those that it uses. */
export class Variables {
  readonly #random: Random;
  readonly #all = new Map<string, Variable>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** @param given undefined leaves the variable out of the request */
  declare(type: TypeNode, given: Choice | undefined, defaultValue?: ConstValueNode): VariableNode {
    const name = `v${this.#all.size + 1}`;
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
    const definition: VariableDefinitionNode = {
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type,
      ...(defaultValue ? { defaultValue } : {}),
    };
    this.#all.set(name, { definition, given });
    return variable;
  }

  /** A variable that a Boolean condition accepts, or null if there is none. */
  anyCondition(): VariableNode | null {
    const conditions = [...this.#all.values()].filter(
      ({ definition: { type, defaultValue } }) => isBoolean(type) || (isBoolean(type, true) && defaultValue),
    );
    return conditions.length === 0 ? null : this.#random.pick(conditions).definition.variable;
  }

  definitionsOf(names: ReadonlySet<string>): VariableDefinitionNode[] {
    return [...this.#all].flatMap(([name, { definition }]) => (names.has(name) ? [definition] : []));
  }

  /** The variables of a request. Sometimes more than the operation declares, like clients with several operations. */
  values(names: ReadonlySet<string>): Record<string, Json> {
    return this.#valuesBy(names, ({ value }) => value);
  }

  /** Other values for the same operation: conditions are often inverted, texts and numbers chosen again. */
  otherValues(names: ReadonlySet<string>): Record<string, Json> {
    return this.#valuesBy(names, ({ value, again }) =>
      typeof value === 'boolean' && this.#random.chance(0.7) ? !value : (again?.() ?? value),
    );
  }

  #valuesBy(names: ReadonlySet<string>, choose: (choice: Choice) => Json): Record<string, Json> {
    const given: Record<string, Json> = {};
    for (const [name, variable] of this.#all)
      if (names.has(name) && variable.given) given[name] = choose(variable.given);
    return given;
  }
}

function isBoolean(type: TypeNode, nullable = false): boolean {
  const named = nullable ? type : type.kind === Kind.NON_NULL_TYPE ? type.type : null;
  return named?.kind === Kind.NAMED_TYPE && (named as NamedTypeNode).name.value === 'Boolean';
}

/** The JSON value of a literal. Enum values and texts are both strings in JSON. */
export function jsonOf(node: ValueNode): Json {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map(jsonOf);
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, jsonOf(value)]));
    case Kind.VARIABLE:
      throw new TypeError(`a variable has no value of its own: $${node.name.value}`);
    default:
      return node.value;
  }
}
