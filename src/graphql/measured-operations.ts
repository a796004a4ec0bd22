import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { QueryTooComplex } from '../domain/errors.ts';
import { assertWithinLimits, BOUNDS, type Measure, measureOf } from './limits.ts';

/** The measure of an operation, and its variables as execution will see them. */
export interface Measured extends Measure {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many measures are kept of one operation: people ask for pages of few lengths. */
const MOST_MEASURES = 50;

interface Known {
  /** The variables that the measure depends on. */
  readonly bounding: ReadonlySet<string>;
  readonly measures: LRUCache<string, Measure>;
}

/** Measures operations, each once for all that its measure depends on. */
export class MeasuredOperations {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /**
   * Measures with the variables that execution will see, defaults included. Where they are wrong it says nothing:
   * execution names them, and runs nothing.
   * @returns the measure, or undefined where variables are wrong
   * @throws QueryTooComplex, before anything of the operation is run
   */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Record<string, unknown>,
  ): Measured | undefined {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given);
    // The stack's end: nothing else bounds how deep the JSON of variables nests.
    if (errors?.some((error: Error) => error instanceof RangeError))
      throw new QueryTooComplex('the variables nest too deep');
    if (coerced === undefined) return undefined;
    const { bounding, measures } = this.#knownOf(document, operation);
    const key = keyOf(operation, bounding, coerced);
    const measure = measures.get(key) ?? measureOf(this.#schema, document, operation, coerced);
    measures.set(key, measure);
    assertWithinLimits(measure);
    return { ...measure, variables: coerced };
  }

  #knownOf(document: DocumentNode, operation: OperationDefinitionNode): Known {
    const known = this.#known.get(operation) ?? {
      bounding: boundingVariables(document),
      measures: new LRUCache<string, Measure>({ max: MOST_MEASURES }),
    };
    this.#known.set(operation, known);
    return known;
  }
}

function boundingVariables(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!BOUNDS.has(argument.name.value)) return false;
      visit(argument.value, {
        Variable({ name }) {
          names.add(name.value);
        },
      });
      return undefined;
    },
  });
  return names;
}

/** Of a list only its length matters; of what bounds nothing, whether it is there, as a null may be refused. */
const keyOf = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  bounding: ReadonlySet<string>,
  variables: Record<string, unknown>,
): string =>
  JSON.stringify(
    variableDefinitions.map(({ variable: { name } }) => {
      const value = variables[name.value];
      if (value === undefined || value === null) return value === null ? null : 0;
      if (!bounding.has(name.value)) return true;
      return [Array.isArray(value) ? [value.length] : value];
    }),
  );
