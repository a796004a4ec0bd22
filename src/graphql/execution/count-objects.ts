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

/** What a counting resolver counts the objects of; undefined where it reads a property. */
const counted = new WeakMap<Resolve, Resolve | undefined>();

/**
 * Makes every field that gives objects count them, as `cost/` calculates them: each object of the answer but the root.
 * graphql-js calls these resolvers; a writer counts what it writes, and asks for `withoutCount`. What describes the schema
 * is not counted.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isCompositeType(getNamedType(field.type))) field.resolve = counting(field.resolve);
  }
}

/** The field's resolver for who counts objects himself, and whether they are to be counted. */
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

/** How many objects a resolver gives: its list's members, or itself; null is none. */
function objectsIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (!Array.isArray(value)) return 1;
  let objects = 0;
  for (const each of value) objects += objectsIn(each);
  return objects;
}
