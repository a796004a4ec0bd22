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

/** An operation's cost, and its variables with the values that execution will use. */
export interface MeasuredOperation {
  readonly cost: QueryCost;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The number of costs to cache for one operation: clients use few different page sizes. */
const MAX_COSTS = 50;

interface Known {
  readonly variables: readonly {
    readonly name: string;
    readonly type: GraphQLInputType;
    readonly byText: boolean;
  }[];
  /** The key is the part of the variables that the costs depend on. */
  readonly costs: LRUCache<string, QueryCost>;
}

/** Calculates the cost of operations: once for each graph and each set of variable values that the cost depends on. */
export class MeasuredOperations {
  readonly #schema: GraphQLSchema;
  readonly #limits: QueryLimits;
  /** The graph that the cached costs belong to. Costs of an older graph are dropped. */
  #statistics: GraphStatistics | undefined;
  #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(schema: GraphQLSchema, limits: QueryLimits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /**
   * Calculates with the variables that execution will use, defaults included. It does not report invalid variables:
   * execution reports them and runs nothing.
   * @returns the cost, or undefined if variables are invalid
   * @throws QueryTooComplex, before any part of the operation runs
   */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Record<string, unknown>,
    statistics: GraphStatistics,
  ): MeasuredOperation | undefined {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given);
    // Stack overflow: nothing else limits the nesting depth of the variables' JSON.
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
