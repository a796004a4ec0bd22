import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { leafWriter } from '../../../../src/graphql/execution/leaf-writer.ts';
import type { Run } from '../../../../src/graphql/execution/writer.ts';

const VALUES: readonly unknown[] = [
  '',
  '文字',
  '"\\\n\u2028',
  '\ud800',
  '12',
  'RED',
  0,
  -0,
  1,
  -1,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  1e21,
  0.1 + 0.2,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  5n,
  {},
  { valueOf: () => 3 },
  { toJSON: () => 'text' },
  [],
  [1],
  Symbol.iterator,
  () => 1,
  new Date(0),
];
const colour = new GraphQLEnumType({
  name: 'Colour',
  values: { RED: {}, ONE: { value: 1 }, YES: { value: true } },
});
const nothing = new GraphQLScalarType({ name: 'Nothing', serialize: () => null });

/** Completes a leaf like graphql-js; undefined stands for an error. */
function completed(type: GraphQLLeafType, value: unknown): string | undefined {
  try {
    const serialized = type.serialize(value);
    return serialized == null ? undefined : JSON.stringify(serialized);
  } catch {
    return undefined;
  }
}

test.each([GraphQLString, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLBoolean, colour, nothing])(
  '%s is written as graphql-js serializes it, or not at all',
  (type) => {
    const write = leafWriter(type);
    for (const value of VALUES) {
      let text: unknown;
      try {
        text = write(value, {} as Run);
      } catch {
        text = undefined;
      }
      expect([value, text]).toEqual([value, completed(type, value)]);
    }
  },
);
