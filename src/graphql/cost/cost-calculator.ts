import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { QueryTooComplex } from '../../domain/errors.ts';
import { DEFAULT_PAGE } from '../relay/page-args.ts';
import { millisecondsOf } from './computing-time.ts';
import { declared, isConnection } from './declarations.ts';
import { type GraphStatistics, isLabel } from './graph-statistics.ts';
import { aliasWithin } from './introspection.ts';
import { anyOf, type Occurrences, ROOT } from './occurrences.ts';
import { QueryCost } from './query-cost.ts';

/** The maximum number of selections to visit. A document of MAX_TOKENS has fewer unless its fragments multiply them. */
const MAX_SELECTIONS = 3_000;

/** Fields with the same response name, which are executed as one. */
type FieldGroup = readonly FieldNode[];
type FieldGroups = ReadonlyMap<string, FieldGroup>;
type Arguments = Readonly<Record<string, unknown>>;

const NO_FIELDS: FieldGroups = new Map();

/**
 * Calculates upper bounds for an operation, from the root down. The number of objects at each place follows from the
 * number of their parents and from the contents of the graph. Selections are merged as execution merges them. Each is
 * calculated once for the same number of parents, even if fragments repeat it.
 */
export class CostCalculator {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  readonly #variables: Record<string, unknown>;
  readonly #statistics: GraphStatistics;
  /** For each selection: its fields, and its cost for each combination of numbers of parents. */
  readonly #fields = new Map<string, FieldGroups>();
  readonly #costs = new Map<string, QueryCost>();
  /** Numbers for fields and arguments, used in the keys of these maps. */
  readonly #numbers = new Map<object, number>();
  readonly #arguments = new Map<FieldNode, Arguments | undefined>();
  /** The number of fields visited. */
  selections = 0;

  /** @param variables as execution will see them, defaults included */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Record<string, unknown>,
    statistics: GraphStatistics,
  ) {
    this.#schema = schema;
    this.#variables = variables;
    this.#statistics = statistics;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[definition.name.value] = definition;
  }

  /** @throws QueryTooComplex if there is too much to calculate */
  costOf({ operation, selectionSet }: OperationDefinitionNode): QueryCost {
    const type = this.#schema.getRootType(operation);
    if (type == null) return new QueryCost();
    const fields = orRefused(() =>
      collectFields(this.#schema, this.#fragments, this.#variables, type, selectionSet),
    );
    return this.#fieldsCost(type, fields ?? NO_FIELDS, ROOT);
  }

  #fieldsCost(type: GraphQLObjectType, fields: FieldGroups, parents: Occurrences): QueryCost {
    const cost = new QueryCost();
    for (const [name, group] of fields) this.#addField(cost, type, name, group, parents);
    return cost;
  }

  #addField(
    cost: QueryCost,
    type: GraphQLObjectType,
    name: string,
    group: FieldGroup,
    parents: Occurrences,
  ): void {
    this.selections += 1;
    if (this.selections > MAX_SELECTIONS)
      throw new QueryTooComplex(
        `the query comes to more than ${MAX_SELECTIONS} fields when its fragments are written out`,
        { limit: MAX_SELECTIONS },
      );
    const [node] = group as [FieldNode];
    if (node.name.value !== name) cost.addAlias(node.name.value);
    if (node.name.value.startsWith('__')) {
      cost.values += parents.count;
      cost.introspectionAlias ??= aliasWithin(group, this.#fragments);
      return;
    }
    const field = type.getFields()[node.name.value];
    if (field === undefined) return;
    const args = this.#argumentsOf(field, node);
    if (args === undefined) return;
    const found = occurrencesOf(field, parents, args, this.#statistics);
    const milliseconds = millisecondsOf(field, args, parents, this.#statistics);
    if (node.selectionSet === undefined) {
      cost.addField(name, { objects: 0, values: Math.max(parents.count, found.count), milliseconds });
    } else {
      const objects = isConnection(field) ? parents.count : found.count;
      cost.addField(name, { objects, values: 0, milliseconds }, this.#innerCost(field, group, found));
    }
  }

  /** The cost of a field's selection. For an interface or union: the cost for each possible type. */
  #innerCost({ type }: GraphQLField<unknown, unknown>, group: FieldGroup, found: Occurrences): QueryCost {
    const named = getNamedType(type);
    if (isObjectType(named)) return this.#selectionCost(named, group, found);
    const cost = new QueryCost();
    if (!isAbstractType(named)) return cost;
    for (const kind of this.#schema.getPossibleTypes(named)) {
      const most = isLabel(kind.name) ? this.#statistics.nodes(kind.name) * found.repeats : found.count;
      cost.addKind(this.#selectionCost(kind, group, { ...found, count: Math.min(found.count, most) }));
    }
    return cost;
  }

  #selectionCost(type: GraphQLObjectType, group: FieldGroup, parents: Occurrences): QueryCost {
    const label = isLabel(type.name) ? type.name : undefined;
    const selection = `${type.name} ${group.map((node) => this.#numberOf(node)).join(' ')}`;
    const key = `${selection}: ${this.#keyOf(parents)}`;
    const known = this.#costs.get(key);
    if (known !== undefined) return known;
    const fields =
      this.#fields.get(selection) ??
      orRefused(() => collectSubfields(this.#schema, this.#fragments, this.#variables, type, group)) ??
      NO_FIELDS;
    this.#fields.set(selection, fields);
    const cost = this.#fieldsCost(type, fields, { ...parents, label });
    this.#costs.set(key, cost);
    return cost;
  }

  #keyOf({ count, repeats, nodeRepeats, lists, members, likelyMembers, args, page }: Occurrences): string {
    const numbers = [count, repeats, nodeRepeats, lists, members, likelyMembers, this.#numberOf(args)].join(
      ' ',
    );
    return page === undefined ? numbers : `${numbers} of ${this.#keyOf(page)}`;
  }

  #numberOf(object: object): number {
    const number = this.#numbers.get(object) ?? this.#numbers.size;
    this.#numbers.set(object, number);
    return number;
  }

  /** Returns undefined if execution refuses the field. */
  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments | undefined {
    if (this.#arguments.has(node)) return this.#arguments.get(node);
    const args = orRefused(() => getArgumentValues(field, node, this.#variables));
    this.#arguments.set(node, args);
    return args;
  }
}

/** A null argument or condition that the type does not allow. Execution refuses only that field and runs the rest. */
function orRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** The objects or other values that a field of some objects returns. For a connection: also its page. */
function occurrencesOf(
  field: GraphQLField<unknown, unknown>,
  parents: Occurrences,
  args: Arguments,
  statistics: GraphStatistics,
): Occurrences {
  const { lists, page, sameNode } = declared(field);
  if (page !== undefined) {
    const found = parents.page ?? anyOf(0);
    return page === 'edges' ? found : { ...found, repeats: found.nodeRepeats };
  }
  if (sameNode) return { ...parents, repeats: parents.nodeRepeats };
  const single = { ...anyOf(parents.count), args };
  if (lists === undefined) return single;
  const size = sizeOf(args);
  if (!isConnection(field)) {
    const found = lists(parents, size, statistics);
    return { ...found, repeats: isOfNodes(field) ? found.nodeRepeats : found.repeats, args };
  }
  const found = lists(parents, Number.isFinite(size) ? size : DEFAULT_PAGE, statistics);
  return { ...single, page: { ...found, args } };
}

/** Whether a list contains nodes, not objects between its owner and a node (edges). Every abstract type is of nodes. */
function isOfNodes({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isAbstractType(named) || isLabel(named.name);
}

/** The requested length of a list. */
function sizeOf({ first, last, limit, ids }: Arguments): number {
  const size = first ?? last ?? limit;
  if (typeof size === 'number') return Math.max(0, size);
  return Array.isArray(ids) ? ids.length : Number.POSITIVE_INFINITY;
}
