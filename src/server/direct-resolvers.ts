import { type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { labelOf, type NodeId } from '../domain/node-id.ts';

/** A resolver's method as type-graphql's decorators describe it; as much of it as is used here. */
interface Method {
  readonly target: new () => object;
  readonly methodName: string;
  readonly schemaName: string;
  readonly middlewares?: readonly unknown[];
  readonly params?: readonly Param[];
  getObjectType?(): unknown;
}
interface Param {
  readonly index: number;
  readonly kind: string;
  readonly name?: string;
  readonly propertyName?: string;
}
type Values = [root: unknown, args: Record<string, unknown>, context: unknown, info: unknown];

/**
 * Calls the resolvers' methods as they are. type-graphql puts a chain of promises before each, for validators,
 * middlewares and containers of which none is used here, and that chain is most of what a field costs; and it asks for
 * the type of a node by a promise, which compiled operations can't wait for.
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  const instances = new Map<Method['target'], object>();
  const instanceOf = (target: Method['target']): object => {
    const known = instances.get(target) ?? new target();
    instances.set(target, known);
    return known;
  };
  for (const method of storage.queries as unknown as readonly Method[])
    put(schema, 'Query', method, instanceOf);
  for (const method of storage.fieldResolvers as unknown as readonly (Method & { kind: string })[]) {
    if (method.kind !== 'external') continue;
    // Of the type itself, and of those that inherit the field.
    const owner = method.getObjectType?.();
    for (const { target, name } of storage.objectTypes)
      if (target === owner || target.prototype instanceof (owner as never))
        put(schema, name, method, instanceOf);
  }
  // All of them are kinds of nodes, whose ids say which.
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = ({ id }: { id: string }) => labelOf(id as NodeId);
}

function put(
  schema: GraphQLSchema,
  typeName: string,
  method: Method,
  instanceOf: (target: Method['target']) => object,
): void {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[method.schemaName] : undefined;
  if (field === undefined || (method.middlewares ?? []).length > 0) return;
  const instance = instanceOf(method.target) as Record<string, (...values: unknown[]) => unknown>;
  const params = [...(method.params ?? [])].sort((a, b) => a.index - b.index).map(readerOf);
  const call = instance[method.methodName]?.bind(instance);
  if (call === undefined) return;
  field.resolve = ((root, args, context, info) =>
    call(...params.map((param) => param([root, args, context, info])))) as GraphQLFieldResolver<
    unknown,
    unknown
  >;
}

/** What a decorator of a parameter stands for. */
function readerOf({ kind, name, propertyName }: Param): (values: Values) => unknown {
  const own = (value: unknown): unknown =>
    propertyName === undefined ? value : (value as Record<string, unknown>)[propertyName];
  switch (kind) {
    case 'root':
      return ([root]) => own(root);
    case 'args':
      return ([, args]) => args;
    case 'arg':
      return ([, args]) => args[name as string];
    case 'context':
      return ([, , context]) => own(context);
    case 'info':
      return ([, , , info]) => info;
    default:
      throw new TypeError(`a resolver takes a parameter of kind ${kind}, which nothing here knows`);
  }
}
