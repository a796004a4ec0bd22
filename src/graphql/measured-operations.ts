import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { QueryTooComplex } from '../domain/errors.ts';
import { CostCalculator } from './cost/cost-calculator.ts';
import { essenceOf, variablesByText } from './cost/essence.ts';
import type { GraphStatistics } from './cost/graph-statistics.ts';
import type { QueryCost } from './cost/query-cost.ts';
import { assertWithinLimits, type QueryLimits } from './cost/query-limits.ts';

/** An operation's cost, and its variables as execution will see them. */
export interface MeasuredOperation {
  readonly cost: QueryCost;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many costs are kept of one operation: people ask for pages of few lengths. */
const MAX_COSTS = 50;

interface Known {
  readonly variables: readonly {
    readonly name: string;
    readonly type: GraphQLInputType;
    readonly byText: boolean;
  }[];
  /** By what of the variables they depend on. */
  readonly costs: LRUCache<string, QueryCost>;
}

/** Calculates what operations cost, each once for a graph and for all of its variables that the cost depends on. */
export class MeasuredOperations {
  readonly #schema: GraphQLSchema;
  readonly #limits: QueryLimits;
  /** The graph that the costs are of: none of an older one is held by them. */
  #statistics: GraphStatistics | undefined;
  #known = new WeakMap<OperationDefinitionNode, Known>();

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
  ): MeasuredOperation | undefined {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given);
    // The stack's end: nothing else bounds how deep the JSON of variables nests.
    if (errors?.some((error: Error) => error instanceof RangeError))
      throw new QueryTooComplex('the variables nest too deep');
    if (coerced === undefined) return undefined;
    const { variables, costs } = this.#knownOf(document, operation, statistics);
    const essences = variables.map(({ name, type, byText }) => essenceOf(type, coerced[name], byText));
    const key = JSON.stringify([statistics.textsIndexed, essences]);
    const cost =
      costs.get(key) ?? new CostCalculator(this.#schema, document, coerced, statistics).costOf(operation);
    costs.set(key, cost);
    assertWithinLimits(cost, this.#limits);
    return { cost, variables: coerced };
  }

  #knownOf(document: DocumentNode, operation: OperationDefinitionNode, statistics: GraphStatistics): Known {
    if (statistics !== this.#statistics) {
      this.#statistics = statistics;
      this.#known = new WeakMap();
    }
    const before = this.#known.get(operation);
    if (before !== undefined) return before;
    const byText = variablesByText(this.#schema, document);
    const variables = (operation.variableDefinitions ?? []).map(({ variable: { name }, type }) => ({
      name: name.value,
      type: typeFromAST(this.#schema, type as never) as GraphQLInputType,
      byText: byText.has(name.value),
    }));
    const known = { variables, costs: new LRUCache<string, QueryCost>({ max: MAX_COSTS }) };
    this.#known.set(operation, known);
    return known;
  }
}
