import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { QueryTooComplex } from '../domain/errors.ts';
import { wordsOfItemFilter } from './cost/computing-time.ts';
import { CostCalculator } from './cost/cost-calculator.ts';
import type { GraphStatistics } from './cost/graph-statistics.ts';
import type { QueryCost } from './cost/query-cost.ts';
import { assertWithinLimits, type QueryLimits } from './cost/query-limits.ts';
import { wordCount } from './cost/word-count.ts';

/** An operation's cost, and its variables as execution will see them. */
export interface Measured {
  readonly cost: QueryCost;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many costs are kept of one operation: people ask for pages of few lengths. */
const MAX_COSTS = 50;

interface Known {
  /** The graph that the costs are of. */
  readonly statistics: GraphStatistics;
  readonly variables: readonly (readonly [name: string, type: GraphQLInputType])[];
  /** By what of the variables they depend on. */
  readonly costs: LRUCache<string, QueryCost>;
}

/** Calculates what operations cost, each once for a graph and for all of its variables that the cost depends on. */
export class MeasuredOperations {
  readonly #schema: GraphQLSchema;
  readonly #limits: QueryLimits;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(schema: GraphQLSchema, limits: QueryLimits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /**
   * Calculates with the variables that execution will see, defaults included. Where they are wrong it says nothing:
   * execution names them, and runs nothing.
   * @returns the cost, or undefined where variables are wrong
   * @throws QueryTooComplex, before anything of the operation is run
   */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Record<string, unknown>,
    statistics: GraphStatistics,
  ): Measured | undefined {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given);
    // The stack's end: nothing else bounds how deep the JSON of variables nests.
    if (errors?.some((error: Error) => error instanceof RangeError))
      throw new QueryTooComplex('the variables nest too deep');
    if (coerced === undefined) return undefined;
    const { variables, costs } = this.#knownOf(operation, statistics);
    const key = JSON.stringify(variables.map(([name, type]) => essenceOf(type, coerced[name])));
    const cost =
      costs.get(key) ?? new CostCalculator(this.#schema, document, coerced, statistics).costOf(operation);
    costs.set(key, cost);
    assertWithinLimits(cost, this.#limits);
    return { cost, variables: coerced };
  }

  #knownOf(operation: OperationDefinitionNode, statistics: GraphStatistics): Known {
    const before = this.#known.get(operation);
    if (before?.statistics === statistics) return before;
    const variables = (operation.variableDefinitions ?? []).map(
      ({ variable, type }) =>
        [variable.name.value, typeFromAST(this.#schema, type as never) as GraphQLInputType] as const,
    );
    const known = { statistics, variables, costs: new LRUCache<string, QueryCost>({ max: MAX_COSTS }) };
    this.#known.set(operation, known);
    return known;
  }
}

/** What a cost may depend on of a value: of a list its length, of a text or a filter how many words it has. */
function essenceOf(type: GraphQLInputType, value: unknown): unknown {
  if (value === undefined) return 0;
  if (value === null) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [(value as readonly unknown[]).length];
  if (isEnumType(nullable)) return { value };
  if (isScalarType(nullable)) return typeof value === 'string' ? [wordCount(value)] : { value };
  if (!isInputObjectType(nullable)) return true;
  const words = wordsOfItemFilter(nullable, value);
  if (words !== undefined) return { words };
  return Object.values(nullable.getFields()).map((field) =>
    essenceOf(field.type, (value as Record<string, unknown>)[field.name]),
  );
}
