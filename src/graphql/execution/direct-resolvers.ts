import { type GraphQLAbstractType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import { assertKnown, type Method, type Param, type Storage } from './resolver-metadata.ts';

type Resolve = (root: unknown, args: Record<string, unknown>, context: unknown, info: unknown) => unknown;

/**
 * Makes the schema call the resolvers' methods directly. type-graphql calls each method through a chain of promises,
 * for validators, middlewares and containers. We use none of these, and the chain is most of the cost of a field.
 * type-graphql also returns a promise for the type of a node.
 * @throws TypeError naming the method, if the metadata contains something that a direct call would leave out
 */
export function resolveDirectly(
  schema: GraphQLSchema,
  storage: Storage = getMetadataStorage() as unknown as Storage,
): void {
  assertKnown(storage);
  const instances = new Map<Method['target'], object>();
  const instanceOf = (target: Method['target']): object => {
    const known = instances.get(target) ?? new target();
    instances.set(target, known);
    return known;
  };
  for (const method of storage.queries) put(schema, 'Query', method, instanceOf);
  for (const method of storage.fieldResolvers) {
    // The type itself, and the types that inherit the field.
    const owner = method.getObjectType?.();
    for (const { target, name } of storage.objectTypes)
      if (target === owner || target.prototype instanceof (owner as never))
        put(schema, name, method, instanceOf);
  }
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) resolveByLabel(schema, type);
}

function put(
  schema: GraphQLSchema,
  typeName: string,
  method: Method,
  instanceOf: (target: Method['target']) => object,
): void {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[method.schemaName] : undefined;
  // A schema built from only some resolvers does not have the other fields.
  if (field === undefined) return;
  const instance = instanceOf(method.target) as Record<string, (...values: unknown[]) => unknown>;
  const call = instance[method.methodName];
  if (typeof call !== 'function')
    throw new TypeError(`${method.target.name}.${method.methodName} is no method`);
  const params = [...(method.params ?? [])].sort((a, b) => a.index - b.index).map(readerOf);
  field.resolve = resolverOf(call.bind(instance), params);
}

/** Avoids a list of parameters for up to four, as nearly all methods have. The list is most of the cost of a call. */
function resolverOf(call: (...values: unknown[]) => unknown, params: readonly Resolve[]): Resolve {
  // The same order as graphql-js passes them, so no wrapper is needed.
  if (params.every((param, at) => param === IN_ORDER[at])) return call;
  const [p, q, r, s] = params as [Resolve, Resolve, Resolve, Resolve];
  switch (params.length) {
    case 0:
      return () => call();
    case 1:
      return (a, b, c, d) => call(p(a, b, c, d));
    case 2:
      return (a, b, c, d) => call(p(a, b, c, d), q(a, b, c, d));
    case 3:
      return (a, b, c, d) => call(p(a, b, c, d), q(a, b, c, d), r(a, b, c, d));
    case 4:
      return (a, b, c, d) => call(p(a, b, c, d), q(a, b, c, d), r(a, b, c, d), s(a, b, c, d));
    default:
      return (a, b, c, d) => call(...params.map((param) => param(a, b, c, d)));
  }
}

const ROOT: Resolve = (root) => root;
const ARGS: Resolve = (_root, args) => args;
const CONTEXT: Resolve = (_root, _args, context) => context;
const INFO: Resolve = (_root, _args, _context, info) => info;
const IN_ORDER = [ROOT, ARGS, CONTEXT, INFO];

/** The function that reads the value for a parameter's decorator. */
function readerOf({ kind, name, propertyName }: Param): Resolve {
  const own = (value: unknown): unknown => (value as Record<string, unknown>)[propertyName as string];
  switch (kind) {
    case 'root':
      return propertyName === undefined ? ROOT : (root) => own(root);
    case 'args':
      return ARGS;
    case 'arg':
      return (_root, args) => args[name as string];
    case 'context':
      return propertyName === undefined ? CONTEXT : (_root, _args, context) => own(context);
    case 'info':
      return INFO;
    default:
      throw new TypeError(`a resolver has a parameter of the unknown kind ${kind}`);
  }
}

/** Members of interfaces and unions are nodes. Their ids contain their label. */
function resolveByLabel(schema: GraphQLSchema, type: GraphQLAbstractType): void {
  for (const member of schema.getPossibleTypes(type))
    if (!member.getInterfaces().some(({ name }) => name === 'Node'))
      throw new TypeError(`${member.name} is a member of ${type.name}, and no Node: its type is not known`);
  type.resolveType = ({ id }: { id: string }) => labelOf(id as NodeId);
}
