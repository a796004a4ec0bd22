import {
  type DirectiveNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import {
  argumentKey,
  type Condition,
  coverageKeys,
  directiveKey,
  enumValueKey,
  fieldKey,
  inputFieldKey,
  type Place,
} from './coverage-keys.ts';
import { executedPart } from './executed-part.ts';
import type { GeneratedOperation, Json } from './generated-operation.ts';

const PLACE_OF: Partial<Record<Kind, Place>> = {
  [Kind.FIELD]: 'FIELD',
  [Kind.FRAGMENT_SPREAD]: 'FRAGMENT_SPREAD',
  [Kind.INLINE_FRAGMENT]: 'INLINE_FRAGMENT',
};

/** How often operations contain each part of the schema, counted from the text of any operation. */
export class Coverage {
  readonly #schema: GraphQLSchema;
  readonly #counts: Map<string, number>;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#counts = new Map(coverageKeys(schema).map((key) => [key, 0]));
  }

  /** Returns 0 also for keys that the schema lacks. */
  countOf(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** The keys that occur fewer than `least` times, each with its count. */
  below(least: number): [key: string, count: number][] {
    return [...this.#counts].filter(([, count]) => count < least);
  }

  /** The key with the lowest count, if that count is below `enough`. */
  least(enough: number): string | undefined {
    let [least, key]: [number, string | undefined] = [enough, undefined];
    for (const [each, count] of this.#counts) if (count < least) [least, key] = [count, each];
    return key;
  }

  /** A line for each kind of key: the number of keys, and the count of the least covered one. */
  summary(): string[] {
    const kinds = new Map<string, number[]>();
    for (const [key, count] of this.#counts) {
      const kind = key.slice(0, key.search(/ [A-Z@]/));
      kinds.set(kind, [...(kinds.get(kind) ?? []), count]);
    }
    return [...kinds].map(([kind, counts]) => {
      const sorted = counts.toSorted((a, b) => a - b);
      const middle = sorted[Math.floor(sorted.length / 2)];
      return `${kind}: ${sorted.length}, each at least ${sorted[0]} times (median ${middle})`;
    });
  }

  /** Counts the executed operation. Other operations in its document do not count. */
  add(operation: GeneratedOperation, whole: DocumentNode = parse(operation.query)): void {
    const document = executedPart(whole, operation.operationName);
    this.#addDocument(document);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const { variable, type } of definition.variableDefinitions ?? []) {
        const value = operation.variables?.[variable.name.value];
        const inputType = typeFromAST(this.#schema, type as never) as unknown as GraphQLInputType | undefined;
        if (value !== undefined && inputType !== undefined) this.#addValue(value, inputType);
      }
    }
  }

  #addDocument(document: DocumentNode): void {
    const info = new TypeInfo(this.#schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        enter: (node) => {
          if (node.kind === Kind.FIELD || node.kind === Kind.ARGUMENT) {
            const [parent, field] = [info.getParentType(), info.getFieldDef()];
            if (node.kind === Kind.FIELD && parent && field) this.#count(fieldKey(parent.name, field.name));
            // A directive's argument also stands below a field.
            else if (node.kind === Kind.ARGUMENT && parent && field && info.getDirective() == null)
              this.#count(argumentKey(parent.name, field.name, node.name.value));
          }
          if (node.kind === Kind.OBJECT_FIELD) {
            const parent = getNamedType(info.getParentInputType());
            if (parent) this.#count(inputFieldKey(parent.name, node.name.value));
          }
          if (node.kind === Kind.ENUM) {
            const type = getNamedType(info.getInputType());
            if (type) this.#count(enumValueKey(type.name, node.value));
          }
          const nodeIndex = PLACE_OF[node.kind];
          const directives = ('directives' in node ? node.directives : undefined) as
            | readonly DirectiveNode[]
            | undefined;
          if (nodeIndex) for (const directive of directives ?? []) this.#addDirective(nodeIndex, directive);
        },
      }),
    );
  }

  #addDirective(nodeIndex: Place, { name, arguments: [given] = [] }: DirectiveNode): void {
    const form = given?.value.kind === Kind.VARIABLE ? 'variable' : 'literal';
    this.#count(directiveKey(nodeIndex, name.value as Condition, form));
  }

  #addValue(value: Json, type: GraphQLInputType): void {
    const nullable = getNullableType(type);
    if (value === null) return;
    if (isListType(nullable)) {
      for (const item of Array.isArray(value) ? value : [value]) this.#addValue(item, nullable.ofType);
    } else if (isEnumType(nullable)) {
      this.#count(enumValueKey(nullable.name, String(value)));
    } else if (isInputObjectType(nullable)) {
      for (const [name, inner] of Object.entries(value)) {
        const field = nullable.getFields()[name];
        if (field === undefined) continue;
        this.#count(inputFieldKey(nullable.name, name));
        this.#addValue(inner as Json, field.type);
      }
    }
  }

  #count(key: string): void {
    const count = this.#counts.get(key);
    if (count !== undefined) this.#counts.set(key, count + 1);
  }
}
