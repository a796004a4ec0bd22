import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { RequestContext } from '../request-context.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Makes every field that gives objects count them, as `cost/` calculates them: each object of the answer but the root.
 * Both ways of executing call these resolvers, so both count the same. What describes the schema is not counted.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isCompositeType(getNamedType(field.type)))
        field.resolve = counting(field.resolve ?? (defaultFieldResolver as Resolve));
  }
}

const counting =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const value = resolve(source, args, context, info);
    return value instanceof Promise
      ? value.then((known) => counted(known, context))
      : counted(value, context);
  };

function counted(value: unknown, context: RequestContext): unknown {
  context.count(objectsIn(value));
  return value;
}

/** How many objects a resolver gives: its list's members, or itself; null is none. */
function objectsIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (!Array.isArray(value)) return 1;
  let objects = 0;
  for (const each of value) objects += objectsIn(each);
  return objects;
}
