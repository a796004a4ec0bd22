import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLID,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { withoutCount } from './count-objects.ts';
import { argumentReader } from './field-arguments.ts';
import { leafWriter } from './leaf-writer.ts';
import type { NodeTextCache } from './node-text-cache.ts';
import { type FieldWriter, listWriter, objectWriter } from './object-writer.ts';
import { resolveInfo } from './resolve-info.ts';
import {
  NotWritten,
  type Operation,
  type Run,
  refuseNull,
  resolvedWriter,
  type Write,
  writeNull,
} from './writer.ts';

/** Larger operations are left to graphql-js: a writer copies each fragment for every spread. */
const MAX_FIELDS = 2000;

export interface OperationWriter {
  /** The number of fields. Those of a fragment count once for each spread. */
  readonly fields: number;
  readonly write: (run: Run) => ReturnType<Write>;
}

type Variables = Readonly<Record<string, unknown>>;
type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Compiles the operation to a function that writes its `data` as JSON text.
 * @param conditions the variables of `@skip` and `@include`: the writer is valid for these values only
 * @throws NotWritten if the operation needs something that only graphql-js can execute
 */
export function operationWriter(
  operation: Operation,
  conditions: Variables,
  texts: NodeTextCache,
): OperationWriter {
  const { schema, definition } = operation;
  const query = schema.getQueryType();
  if (definition.operation !== 'query' || !query) throw new NotWritten('no query');
  const compiler = new Compiler(operation, conditions, texts);
  const fields = collectFields(schema, compiler.fragments, conditions, query, definition.selectionSet);
  const write = compiler.object(query, fields, false);
  return { fields: compiler.fieldCount, write: (run) => write(undefined, run) };
}

/** The variables that `@skip` and `@include` depend on. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) =>
      visit(directive, {
        Variable: ({ name }) => {
          names.add(name.value);
        },
      }),
  });
  return [...names];
}

class Compiler {
  readonly fragments: Record<string, FragmentDefinitionNode> = {};
  readonly #operation: Operation;
  readonly #conditions: Variables;
  readonly #texts: NodeTextCache;
  fieldCount = 0;
  #fieldNumbers = 0;
  #selectionNumbers = 0;

  constructor(operation: Operation, conditions: Variables, texts: NodeTextCache) {
    this.#operation = operation;
    this.#conditions = conditions;
    this.#texts = texts;
    for (const each of operation.document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.fragments[each.name.value] = each;
  }

  /** @param counts whether each object is counted as an object of the answer */
  object(type: GraphQLObjectType, selected: Selected, counts: boolean): Write {
    if (type.isTypeOf) throw new NotWritten(`${type.name} has isTypeOf`);
    const fields = [...selected].flatMap(([key, nodes]) => this.#field(type, key, nodes) ?? []);
    return objectWriter(
      fields.map((field, at) => ({ ...field, head: `${at === 0 ? '{' : ','}${field.head}` })),
      counts,
    );
  }

  /** A field that the type does not have writes nothing, as in graphql-js. */
  #field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldWriter | undefined {
    this.fieldCount += 1;
    if (this.fieldCount > MAX_FIELDS) throw new NotWritten(`more than ${MAX_FIELDS} fields`);
    const [node] = nodes as [FieldNode];
    const name = node.name.value;
    const head = `${JSON.stringify(key)}:`;
    if (name === '__typename') {
      const text = JSON.stringify(type.name);
      return { head, resolve: () => text, write: () => text };
    }
    if (name.startsWith('__')) throw new NotWritten('the schema is asked about itself');
    const field = type.getFields()[name];
    if (field === undefined) return undefined;
    const { resolve, counts } = withoutCount(field);
    return {
      head,
      resolve: this.#resolver(type, field, resolve, nodes),
      write: this.#value(field.type, nodes, counts),
      property: resolve === undefined ? name : undefined,
      isText: isText(getNullableType(field.type)),
    };
  }

  #resolver(
    parentType: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    resolve: ReturnType<typeof withoutCount>['resolve'],
    fieldNodes: readonly FieldNode[],
  ): FieldWriter['resolve'] {
    const { name } = field;
    const info = resolveInfo({
      ...this.#operation,
      fragments: this.fragments,
      parentType,
      field,
      fieldNodes,
    });
    const readArguments = argumentReader(field, fieldNodes[0] as FieldNode, {
      next: () => this.#fieldNumbers++,
    });
    if (resolve) return (source, run) => resolve(source, readArguments(run), run.context, info);
    return (source, run) => {
      const value = (source as Record<string, unknown> | undefined)?.[name];
      return typeof value === 'function' ? value.call(source, readArguments(run), run.context, info) : value;
    };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], counts: boolean): Write {
    return isNonNullType(type)
      ? resolvedWriter(this.#present(type.ofType, nodes, counts), refuseNull)
      : resolvedWriter(this.#present(type, nodes, counts), writeNull);
  }

  #present(type: GraphQLOutputType, nodes: readonly FieldNode[], counts: boolean): Write {
    if (isListType(type)) return listWriter(this.#value(type.ofType, nodes, counts));
    if (isLeafType(type)) return leafWriter(type);
    if (!isAbstractType(type)) return this.#selection(type as GraphQLObjectType, nodes, counts);
    const { resolveType } = type;
    const writes = new Map(
      this.#operation.schema
        .getPossibleTypes(type)
        .map((each) => [each.name, this.#selection(each, nodes, counts)] as const),
    );
    return (value, run) => {
      const name = resolveType?.(value, run.context, undefined as never, type);
      const write = typeof name === 'string' ? writes.get(name) : undefined;
      if (write === undefined) throw new NotWritten(`${type.name} resolves to no type of its own`);
      return write(value, run);
    };
  }

  #selection(type: GraphQLObjectType, nodes: readonly FieldNode[], counts: boolean): Write {
    const { schema } = this.#operation;
    const selected = collectSubfields(schema, this.fragments, this.#conditions, type, nodes);
    const before = this.#fieldNumbers;
    const write = this.object(type, selected, counts);
    const isConstant = this.#fieldNumbers === before;
    return isConstant && isNode(type) ? this.#kept(write, selected) : write;
  }

  /** Reads the cached text of a node, if there is one. */
  #kept(write: Write, selection: object): Write {
    const kept = this.#texts;
    if (!kept.keeps) return write;
    const number = this.#selectionNumbers++;
    return (node, run) => {
      const { context } = run;
      const texts = run.texts[number] ?? kept.of(context.snapshot, selection);
      if (texts === undefined) return write(node, run);
      run.texts[number] = texts;
      const known = texts.get(node);
      if (known !== undefined) {
        context.count(known.objects);
        return known.text;
      }
      const before = context.counted;
      const text = write(node, run);
      if (typeof text === 'string')
        kept.keep(context.snapshot, texts, node, { text, objects: context.counted - before });
      return text;
    };
  }
}

/** Whether a string value is written to JSON without `serialize`. */
const isText = (type: GraphQLOutputType): boolean => type === GraphQLString || type === GraphQLID;

const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');
