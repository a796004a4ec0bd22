import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { QueryTooComplex } from '../domain/errors.ts';
import { DEFAULT_PAGE } from './relay/page-args.ts';

/** How many selections may nest; a relationship takes two or three of them. */
export const MAX_DEPTH = 16;
/** How many objects an answer may hold, every page taken to be full. */
export const MAX_COST = 20_000;
/** How many tokens a document may have: far more than a person writes. */
export const MAX_TOKENS = 4000;

/** How many fields may go by another name: each asks for the same once more. */
export const MAX_ALIASES = 30;

/** Types that stand for a whole list of objects, whose own lists are parts of it. */
const WHOLE_LIST = /(Connection|^Subgraph)$/;
const CONNECTION = /Connection$/;
/** The fields of a connection that there are as many of as its page is long. */
const PAGE_FIELDS: ReadonlySet<string> = new Set(['edges', 'nodes']);
/** How long a list is taken to be where no argument bounds it. */
const ASSUMED_LENGTH = 10;
/** What a scalar costs, an object being 1. */
const SCALAR_COST = 0.2;
const INTROSPECTION: Readonly<Record<string, string>> = { __schema: '__Schema', __type: '__Type' };

export interface Measure {
  readonly depth: number;
  readonly cost: number;
  /** The part of the cost that a connection has once, however long its page: that of its facets and totalCount. */
  readonly costOnce: number;
  readonly aliases: number;
  /** How many fields it has with its fragments written out, once for each kind of object that may be there. */
  readonly fields: number;
  /** Whether any object is asked for, and not scalars alone. */
  readonly objects: boolean;
}
const NOTHING: Measure = { depth: 0, cost: 0, costOnce: 0, aliases: 0, fields: 0, objects: false };

/** The arguments that bound lists: of all others the measure does not depend, but for whether one is null. */
export const BOUNDS: ReadonlySet<string> = new Set(['first', 'last', 'limit', 'ids']);

/** @param variables as execution will see them, defaults included */
export const measureOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Measure => new Ruler(schema, document, variables).operation(operation);

/** @throws QueryTooComplex, before anything of the operation is run */
export function assertWithinLimits({ depth, cost, aliases }: Measure): void {
  if (depth > MAX_DEPTH) {
    throw new QueryTooComplex(
      `the query nests ${depth} selections, and ${MAX_DEPTH} are allowed: ask in two queries`,
    );
  }
  if (aliases > MAX_ALIASES) {
    throw new QueryTooComplex(
      `the query has ${aliases} aliases, and ${MAX_ALIASES} are allowed: ask in two queries`,
    );
  }
  if (cost > MAX_COST) {
    throw new QueryTooComplex(
      `the query may return ${Math.ceil(cost)} objects, and ${MAX_COST} are allowed: lower first or last, or nest fewer lists`,
    );
  }
}

/** Measures each fragment once, so that fragments within fragments cost no more than the document is long. */
class Ruler {
  readonly #schema: GraphQLSchema;
  readonly #variables: Record<string, unknown>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Measure>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
    this.#schema = schema;
    this.#variables = variables;
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  operation({ operation, selectionSet }: OperationDefinitionNode): Measure {
    return this.#set(selectionSet, this.#schema.getRootType(operation)?.name);
  }

  #set(set: SelectionSetNode | undefined, typeName: string | undefined): Measure {
    return (set?.selections ?? []).reduce<Measure>((total, selection) => {
      const part =
        selection.kind === Kind.FIELD
          ? this.#field(selection, typeName)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.#set(selection.selectionSet, selection.typeCondition?.name.value ?? typeName)
            : this.#fragment(selection.name.value);
      return {
        depth: Math.max(total.depth, part.depth),
        cost: total.cost + part.cost,
        costOnce: total.costOnce + part.costOnce,
        aliases: total.aliases + part.aliases,
        fields: total.fields + part.fields,
        objects: total.objects || part.objects,
      };
    }, NOTHING);
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const measure = this.#set(fragment?.selectionSet, fragment?.typeCondition.name.value);
    this.#measured.set(name, measure);
    return measure;
  }

  #field(node: FieldNode, typeName: string | undefined): Measure {
    const aliased = node.alias !== undefined && node.alias.value !== node.name.value ? 1 : 0;
    if (node.name.value.startsWith('__'))
      return {
        ...NOTHING,
        // What the schema says of itself is interpreted: it is asked for once.
        fields: node.name.value === '__typename' ? 1 : Number.POSITIVE_INFINITY,
        aliases: aliased + this.#introspection(node),
      };
    const type = typeName === undefined ? undefined : this.#schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined) return NOTHING;
    const inner = this.#set(node.selectionSet, getNamedType(field.type).name);
    const objects = node.selectionSet !== undefined;
    const cost = objects
      ? this.#length(field, node, inner, typeName) * (1 + inner.cost) + inner.costOnce
      : SCALAR_COST;
    const once = CONNECTION.test(typeName ?? '') && !PAGE_FIELDS.has(node.name.value);
    return {
      depth: inner.depth + 1,
      cost: once ? 0 : cost,
      costOnce: once ? cost : 0,
      aliases: inner.aliases + aliased,
      fields: inner.fields * this.#kindsOf(field) + 1,
      objects,
    };
  }

  #kindsOf({ type }: GraphQLField<unknown, unknown>): number {
    const named = getNamedType(type);
    return isAbstractType(named) ? this.#schema.getPossibleTypes(named).length : 1;
  }

  /**
   * The schema is of one size, and its own rule bounds how deep it is asked for; so it costs nothing, as long as
   * nothing in it is asked for twice: an alias there counts as all that are allowed.
   */
  #introspection(node: FieldNode): number {
    const { aliases } = this.#set(node.selectionSet, INTROSPECTION[node.name.value]);
    return aliases > 0 ? MAX_ALIASES + aliases : 0;
  }

  /** How many objects the field yields. A connection counts its whole page, so its edges and nodes don't again. */
  #length(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    inner: Measure,
    typeName: string | undefined,
  ): number {
    const { name } = getNamedType(field.type);
    if (WHOLE_LIST.test(name) && !inner.objects) return 1; // asked for its totalCount only
    const args = this.#arguments(field, node);
    const size = args.first ?? args.last ?? args.limit;
    if (typeof size === 'number') return Math.max(1, size);
    if (Array.isArray(args.ids)) return Math.max(1, args.ids.length);
    if (WHOLE_LIST.test(name)) return DEFAULT_PAGE;
    return isList(field.type) && !WHOLE_LIST.test(typeName ?? '') ? ASSUMED_LENGTH : 1;
  }

  /** None where a null stands for what may not be null: execution refuses that field alone, and runs the rest. */
  #arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    try {
      return getArgumentValues(field, node, this.#variables);
    } catch (error) {
      if (error instanceof GraphQLError) return {};
      throw error;
    }
  }
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
