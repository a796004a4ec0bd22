import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import { andThen } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** The inner resolver of each counting resolver; undefined if the field reads a property. */
const counted = new WeakMap<Resolve, Resolve | undefined>();

/**
 * Makes every field that returns objects count them, in the same way as `cost/` calculates them: each object of the
 * answer except the root. graphql-js calls these resolvers. A writer counts what it writes, and calls the resolver from
 * `withoutCount`. Introspection types are not counted.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isCompositeType(getNamedType(field.type))) field.resolve = counting(field.resolve);
  }
}

/** The field's resolver for a caller that counts objects itself, and whether the objects must be counted. */
export function withoutCount({ resolve }: GraphQLField<unknown, unknown>): {
  readonly resolve: Resolve | undefined;
  readonly counts: boolean;
} {
  const counts = resolve !== undefined && counted.has(resolve as Resolve);
  return { resolve: (counts ? counted.get(resolve as Resolve) : resolve) as Resolve | undefined, counts };
}

function counting(inner: Resolve | undefined): Resolve {
  const resolve = inner ?? (defaultFieldResolver as Resolve);
  const outer: Resolve = (source, args, context, info) =>
    andThen(resolve(source, args, context, info), (value) => {
      context.count(objectsIn(value));
      return value;
    });
  counted.set(outer, inner);
  return outer;
}

/** The number of objects that a resolver returns: one, or the number of list members; 0 for null. */
function objectsIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (!Array.isArray(value)) return 1;
  let objects = 0;
  for (const each of value) objects += objectsIn(each);
  return objects;
}
