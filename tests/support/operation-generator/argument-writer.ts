import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { Coverage } from './coverage.ts';
import { refusedValue } from './faults.ts';
import type { Json } from './generated-operation.ts';
import type { GraphValues } from './graph-values.ts';
import type { Needs } from './need.ts';
import { isPaged, pageArguments, pageSize } from './page-arguments.ts';
import type { Random } from './random.ts';
import type { ValueExpression } from './value-expression.ts';
import { type ValuePlace, ValueWriter } from './value-writer.ts';

/** Arguments that bound a list, where it is no connection. */
const SIZES: ReadonlySet<string> = new Set(['first', 'limit']);
/** How long a list is taken to be where nothing bounds it. */
const UNBOUNDED_LENGTH = 3;
/** Types whose lists are parts of one that is counted already. */
const WHOLE_LIST = /(Connection|^Subgraph)$/;

export interface WrittenArguments {
  readonly nodes: readonly ArgumentNode[];
  /** How many objects the field yields, by estimate. */
  readonly length: number;
  /** For what stands below the field; see ValuePlace. */
  readonly hints: ReadonlyMap<string, string>;
}

interface Tools {
  readonly random: Random;
  readonly coverage: Coverage;
  readonly values: GraphValues;
  readonly needs: Needs;
  readonly expression: ValueExpression;
  /** Whether this operation shall be refused something. */
  readonly faulty: boolean;
}

/** Arguments of a field, with regard to what its resolver takes together. */
export class ArgumentWriter {
  readonly #tools: Tools;
  readonly #valueWriter: ValueWriter;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#valueWriter = new ValueWriter(tools.random, tools.coverage, tools.values);
  }

  /** null where the field has no room: its list can't be made short enough. */
  write(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    room: number,
    hints: ReadonlyMap<string, string>,
  ): WrittenArguments | null {
    const { random, coverage, values, needs } = this.#tools;
    const chosen = new Map<string, Json>();
    let length = lengthWithoutArguments(parent, field);
    let fixed = false;
    if (isPaged(field)) {
      const page = pageArguments(random, coverage, values, parent.name, field, room);
      ({ length, fixed } = page);
      for (const [name, value] of Object.entries(page.given)) chosen.set(name, value);
    }
    const others = isPaged(field)
      ? field.args.filter(({ name }) => !/^(first|after|last|before)$/.test(name))
      : field.args;
    for (const argument of others) {
      const isSize = SIZES.has(argument.name);
      const usual = isSize ? Number(argument.defaultValue ?? length) : length;
      const needed = isNonNullType(argument.type) && argument.defaultValue === undefined;
      const wanted =
        needed ||
        (isSize && usual > room) ||
        (!fixed && random.chance(needs.argument(parent, field, argument) ** 1.5));
      if (chosen.has(argument.name)) continue;
      if (!wanted) {
        length = usual;
        continue;
      }
      const value = isSize
        ? pageSize(random, Math.min(room, 20))
        : this.#choose(argument, field, hints, room);
      if (isSize) length = Number(value);
      if (argument.name === 'ids' && Array.isArray(value)) length = Math.max(1, value.length);
      chosen.set(argument.name, value);
    }
    if (length > room) return null;
    adjust(chosen, (place) => this.#valueWriter.text(place));
    return {
      nodes: random
        .some([...chosen], chosen.size)
        .map(([name, value]) => this.#node(field, name, value, hints)),
      length,
      hints: hintsBelow(field, chosen),
    };
  }

  #choose(
    { name, type }: GraphQLArgument,
    field: GraphQLField<unknown, unknown>,
    hints: ReadonlyMap<string, string>,
    room: number,
  ): Json {
    if (!isNonNullType(type) && this.#tools.random.chance(0.05)) return null;
    const value = this.#valueWriter.write(type, { name, outer: field.name, hints });
    return Array.isArray(value) && name === 'ids' ? value.slice(0, Math.max(1, room)) : value;
  }

  #node(
    field: GraphQLField<unknown, unknown>,
    name: string,
    value: Json,
    hints: ReadonlyMap<string, string>,
  ): ArgumentNode {
    const { type, defaultValue } = field.args.find((each) => each.name === name) as GraphQLArgument;
    return {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value:
        this.#fault(name, type) ??
        this.#tools.expression.of(value, {
          type,
          hasDefault: defaultValue !== undefined,
          again: AGAIN.has(name)
            ? () => this.#valueWriter.write(type, { name, outer: field.name, hints })
            : undefined,
        }),
    };
  }

  #fault(name: string, type: GraphQLArgument['type']): ValueNode | undefined {
    const { random, faulty, expression } = this.#tools;
    if (!faulty || !random.chance(0.5)) return undefined;
    if (isNonNullType(type) && random.chance(0.1)) return undefined;
    const refused = refusedValue(random, name);
    return refused === undefined ? undefined : expression.of(refused, { type, hasDefault: false });
  }
}

/** Arguments whose value depends on nothing beside it, and that can be another one at the next use. */
const AGAIN: ReadonlySet<string> = new Set(['name', 'code', 'title', 'id', 'ids', 'kinds', 'through', 'in']);

function lengthWithoutArguments(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number {
  if (!isListType(getNullableType(field.type))) return 1;
  return WHOLE_LIST.test(parent.name) ? 1 : UNBOUNDED_LENGTH;
}

/** What resolvers refuse together: a path to where it begins, a table of one thing by itself, relevance to no words. */
function adjust(chosen: Map<string, Json>, text: (place: ValuePlace) => string): void {
  const place = (name: string, outer: string): ValuePlace => ({ name, outer, hints: new Map() });
  for (let tries = 0; chosen.has('from') && chosen.get('from') === chosen.get('to') && tries < 20; tries += 1)
    chosen.set('to', text(place('to', 'paths')));
  const order = chosen.get('orderBy') as { field?: string } | null | undefined;
  if (order?.field === 'RELEVANCE' && !(chosen.get('filter') as { text?: string } | null)?.text)
    chosen.set('filter', { text: text(place('text', 'filter')) });
}

/** A cell is asked for by a row and a column of its table. */
function hintsBelow(
  field: GraphQLField<unknown, unknown>,
  chosen: ReadonlyMap<string, Json>,
): ReadonlyMap<string, string> {
  if (getNamedType(field.type).name !== 'CrossTabulation') return new Map();
  return new Map([
    ['cell.row', `dimension.${chosen.get('rows')}`],
    ['cell.column', `dimension.${chosen.get('columns')}`],
  ]);
}
