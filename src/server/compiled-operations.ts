import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { GraphContext } from '../graphql/context.ts';

/** How many documents are kept compiled, those used last; far more than applications have. */
const MOST_DOCUMENTS = 200;
/** Larger ones are interpreted: the compiler writes each fragment out wherever it is spread. */
const MOST_FIELDS = 300;

/** Takes variables that have been checked and coerced. */
type Run = (
  context: GraphContext,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult> | ExecutionResult;

interface Known {
  uses: number;
  /** Null for one that can't be compiled. */
  run?: Run | null;
}

/** Stands for the type of any variable whose value has been checked and coerced before. */
const COERCED = new GraphQLScalarType({ name: 'Coerced' });

/** Operations that came often enough, compiled to functions. */
export class CompiledOperations {
  readonly #schema: GraphQLSchema;
  readonly #usesBefore: number;
  readonly #known = new LRUCache<DocumentNode, Map<string, Known>>({ max: MOST_DOCUMENTS });

  /** @param usesBefore how often an operation is interpreted before it is compiled */
  constructor(schema: GraphQLSchema, usesBefore: number) {
    const config = schema.toConfig();
    this.#schema = new GraphQLSchema({ ...config, types: [...config.types, COERCED] });
    this.#usesBefore = usesBefore;
  }

  /**
   * The operation as a function, or undefined where it is to be interpreted.
   * @param fields how many it has with its fragments written out
   */
  of(document: DocumentNode, operationName: string | null | undefined, fields: number): Run | undefined {
    if (fields > MOST_FIELDS) return undefined;
    const operations = this.#known.get(document) ?? new Map<string, Known>();
    this.#known.set(document, operations);
    const known = operations.get(operationName ?? '') ?? { uses: 0 };
    operations.set(operationName ?? '', known);
    known.uses += 1;
    if (known.uses <= this.#usesBefore) return undefined;
    if (known.run === undefined) known.run = this.#compile(document, operationName);
    return known.run ?? undefined;
  }

  #compile(document: DocumentNode, operationName: string | null | undefined): Run | null {
    const compiled = compileQuery(this.#schema, withoutTypes(document), operationName ?? undefined);
    if (!isCompiledQuery(compiled)) return null;
    return (context, variables) => compiled.query(undefined, context, variables);
  }
}

/** The document with variables of no type of their own: the compiler would write out those that hold themselves without end. */
const withoutTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ defaultValue: _applied, ...definition }) => ({
      ...definition,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
    }),
  });
