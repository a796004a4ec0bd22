import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphStatistics } from '../cost/graph-statistics.ts';
import { documentBytes, textBytes } from '../document-bytes.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { MeasuredOperation, MeasuredOperations } from '../measured-operations.ts';
import type { RequestContext } from '../request-context.ts';
import type { NodeTextCache } from './node-text-cache.ts';
import { conditionVariables, type OperationWriter, operationWriter } from './operation-writer.ts';
import { NotWritten, type Operation, type Run } from './writer.ts';

/** The approximate memory limit for known operations, in bytes. */
const MAX_BYTES = 30_000_000;
/** The approximate size of one field of a writer, in bytes. */
const BYTES_PER_FIELD = 1500;
/** The maximum number of writers for one operation: one for each combination of its condition variables' values. */
const MAX_WRITERS = 16;

/** The operation that an HTTP request asks for. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

/** An operation with its variables, ready to be answered. */
export interface Ready {
  readonly name: string | null;
  readonly measure: MeasuredOperation;
  readonly writer: OperationWriter;
  /** The arguments of its fields, for the values of its variables; see Run. */
  readonly args: Run['args'];
}

/** The prepared operations for one graph. Those for an older graph are dropped. */
interface Prepared {
  readonly statistics: GraphStatistics;
  readonly textsIndexed: boolean;
  /** The key is the parsed body: the same object for all requests with the same body. */
  readonly ready: WeakMap<OperationRequest, Ready>;
}

interface Known {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly conditions: readonly string[];
  readonly writers: Map<string, OperationWriter | null>;
}

/** Operations that Apollo Server has parsed and validated before. Answers them again without Apollo Server. */
export class FastPath {
  readonly #schema: GraphQLSchema;
  readonly #measured: MeasuredOperations;
  readonly #texts: NodeTextCache;
  readonly #known = new LRUCache<string, Known>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ document, writers }, key) =>
      1000 +
      textBytes(key) +
      documentBytes(document) +
      [...writers.values()].reduce((sum, writer) => sum + (writer?.fields ?? 0) * BYTES_PER_FIELD, 0),
  });

  #prepared: Prepared | undefined;

  constructor(schema: GraphQLSchema, measured: MeasuredOperations, texts: NodeTextCache) {
    this.#schema = schema;
    this.#measured = measured;
    this.#texts = texts;
  }

  /** Stores a valid operation. */
  learn(
    query: string,
    operationName: string | null,
    document: DocumentNode,
    definition: OperationDefinitionNode,
  ): void {
    const key = keyOf(query, operationName);
    if (this.#known.has(key)) return;
    this.#known.set(key, {
      document,
      definition,
      conditions: conditionVariables(document),
      writers: new Map(),
    });
  }

  /** The prepared operation, if it is known and nothing is wrong with it. Otherwise Apollo Server reports the error. */
  prepare(asked: OperationRequest, statistics: GraphStatistics): Ready | undefined {
    const prepared = this.#preparedFor(statistics);
    const known = prepared.get(asked);
    if (known !== undefined) return known;
    const ready = this.#prepare(asked, statistics);
    if (ready !== undefined) prepared.set(asked, ready);
    return ready;
  }

  #preparedFor(statistics: GraphStatistics): WeakMap<OperationRequest, Ready> {
    const { textsIndexed } = statistics;
    if (this.#prepared?.statistics !== statistics || this.#prepared.textsIndexed !== textsIndexed)
      this.#prepared = { statistics, textsIndexed, ready: new WeakMap() };
    return this.#prepared.ready;
  }

  #prepare(
    { query, operationName, variables }: OperationRequest,
    statistics: GraphStatistics,
  ): Ready | undefined {
    const key = keyOf(query, operationName);
    const known = this.#known.get(key);
    if (known === undefined) return undefined;
    try {
      const measure = this.#measured.of(known.document, known.definition, variables, statistics);
      if (measure === undefined) return undefined;
      const writer = this.#writerOf(key, known, measure.variables);
      const name = known.definition.name?.value ?? null;
      return writer === null ? undefined : { name, measure, writer, args: [] };
    } catch {
      return undefined;
    }
  }

  /** The answer's `data` as JSON text, or undefined if graphql-js must answer in the same context. */
  answer({ writer, measure, args }: Ready, context: RequestContext): MaybePromise<string | undefined> {
    context.takeFastPath();
    const leave = (): undefined => {
      context.leaveFastPath();
    };
    const run: Run = { context, variables: measure.variables, args, texts: [] };
    try {
      context.letIn(measure);
      const text = writer.write(run);
      return text instanceof Promise ? text.catch(leave) : text;
    } catch {
      return leave();
    }
  }

  #writerOf(key: string, known: Known, variables: MeasuredOperation['variables']): OperationWriter | null {
    const { document, definition, conditions, writers } = known;
    const values = Object.fromEntries(conditions.map((name) => [name, variables[name]]));
    const name = JSON.stringify(values);
    const made = writers.get(name);
    if (made !== undefined) return made;
    const writer = compile({ schema: this.#schema, document, definition }, values, this.#texts);
    const [oldest] = writers.keys();
    if (writers.size >= MAX_WRITERS && oldest !== undefined) writers.delete(oldest);
    writers.set(name, writer);
    // Set again, because its size has grown.
    this.#known.set(key, { ...known });
    return writer;
  }
}

/** Returns null for an operation that only graphql-js can execute. */
function compile(
  operation: Operation,
  conditions: Record<string, unknown>,
  texts: NodeTextCache,
): OperationWriter | null {
  try {
    return operationWriter(operation, conditions, texts);
  } catch (error) {
    if (error instanceof NotWritten) return null;
    throw error;
  }
}

/** Usually no name is given: then the key is the text alone. No valid text begins with a NUL. */
const keyOf = (query: string, operationName: string | null): string =>
  operationName === null ? query : `\0${operationName.length} ${operationName}${query}`;
