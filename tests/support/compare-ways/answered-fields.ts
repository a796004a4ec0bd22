import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { executedPart } from '../operation-generator/executed-part.ts';
import type { GeneratedOperation, Json } from '../operation-generator/generated-operation.ts';
import type { Answer } from './keep-alive-client.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fields that had an answer: neither null nor an empty list. */
export class AnsweredFields {
  readonly #schema: GraphQLSchema;
  readonly #answered = new Set<string>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Fields of object types that no answer contained. */
  get silent(): string[] {
    return Object.values(this.#schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((field) => !this.#answered.has(field));
  }

  add({ query, operationName }: GeneratedOperation, { body }: Answer): void {
    const document = executedPart(parse(query), operationName);
    const fragments: Fragments = new Map(
      document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
    const { data } = JSON.parse(body) as { data?: Json };
    this.#value(data ?? null, this.#schema.getQueryType() ?? undefined, rootsOf(document), fragments);
  }

  /** Values of an abstract type count only if the answer names their type. Other operations cover the rest. */
  #value(
    value: Json,
    declared: GraphQLNamedType | undefined,
    sets: readonly SelectionSetNode[],
    fragments: Fragments,
  ): void {
    if (Array.isArray(value)) for (const each of value) this.#value(each, declared, sets, fragments);
    else if (value !== null && typeof value === 'object') {
      const object = value as Record<string, Json>;
      const type = isAbstractType(declared) ? this.#schema.getType(String(object.__typename)) : declared;
      if (!isObjectType(type)) return;
      const below = new Map<string, { name: string; sets: SelectionSetNode[] }>();
      for (const set of sets) this.#collect(set, type.name, fragments, below);
      for (const [key, { name, sets: inner }] of below) {
        const field = type.getFields()[name];
        const answer = object[key];
        if (field === undefined || answer == null || (Array.isArray(answer) && answer.length === 0)) continue;
        this.#answered.add(`${type.name}.${name}`);
        if (inner.length > 0) this.#value(answer, getNamedType(field.type), inner, fragments);
      }
    }
  }

  #collect(
    { selections }: SelectionSetNode,
    typeName: string,
    fragments: Fragments,
    into: Map<string, { name: string; sets: SelectionSetNode[] }>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = into.get(key) ?? { name: selection.name.value, sets: [] };
        into.set(key, known);
        if (selection.selectionSet) known.sets.push(selection.selectionSet);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && this.#applies(fragment.typeCondition?.name.value, typeName))
        this.#collect(fragment.selectionSet, typeName, fragments, into);
    }
  }

  #applies(condition: string | undefined, typeName: string): boolean {
    if (condition === undefined || condition === typeName) return true;
    const [type, object] = [this.#schema.getType(condition), this.#schema.getType(typeName)];
    return (
      isCompositeType(type) &&
      isAbstractType(type) &&
      isObjectType(object) &&
      this.#schema.isSubType(type, object)
    );
  }
}

const rootsOf = ({ definitions }: DocumentNode): SelectionSetNode[] =>
  definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.selectionSet] : []));
