import type { GraphQLArgument, GraphQLCompositeType, GraphQLField } from 'graphql';
import type { Json } from './generated-operation.ts';
import type { CursorSample, GraphValues } from './graph-values.ts';
import type { Needs } from './need.ts';
import type { Random } from './random.ts';

/** The length of a page without `first` and `last`, as the server sets it. */
const DEFAULT_PAGE = 20;

interface Page {
  readonly length: number;
  readonly given: Readonly<Record<string, Json>>;
  /** The arguments that the cursor depends on. With other values, the list would not be the cursor's. */
  readonly fixed: readonly string[];
}

export const isPaged = (field: GraphQLField<unknown, unknown>): boolean =>
  ['first', 'after', 'last', 'before'].every((name) => field.args.some((argument) => argument.name === name));

/** Usually small, so that nested lists stay small. */
export const pageSize = (random: Random, room: number): number =>
  Math.max(1, Math.min(Math.floor(room), random.chance(0.85) ? random.int(1, 3) : random.int(4, 40)));

/** A page of a list from either end, sometimes from a cursor of an earlier answer. */
export function pageArguments(
  random: Random,
  needs: Needs,
  { cursors }: GraphValues,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  room: number,
): Page {
  if (room >= DEFAULT_PAGE && random.chance(0.2)) return { length: DEFAULT_PAGE, given: {}, fixed: [] };
  const need = (name: string): number =>
    needs.argument(parent, field, field.args.find((each) => each.name === name) as GraphQLArgument);
  const [size, cursor] = random.weighted(
    [
      ['first', 'after'],
      ['last', 'before'],
    ] as const,
    (names) => Math.max(...names.map(need)),
  );
  const length = pageSize(random, room);
  const known: readonly CursorSample[] = cursors[`${parent.name}.${field.name}`] ?? [];
  if (!random.chance(Math.sqrt(need(cursor)))) return { length, given: { [size]: length }, fixed: [] };
  if (known.length === 0) return { length, given: { [size]: length, [cursor]: null }, fixed: [] };
  const sample = random.pick(known);
  return {
    length,
    given: { [size]: length, [cursor]: sample.cursor, ...sample.given },
    fixed: Object.keys(sample.given ?? {}),
  };
}
