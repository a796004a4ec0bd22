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
import { refusedValue } from './faults.ts';
import type { Json } from './generated-operation.ts';
import type { GraphValues } from './graph-values.ts';
import type { Needs } from './need.ts';
import { isPaged, pageArguments, pageSize } from './page-arguments.ts';
import type { Random } from './random.ts';
import type { ValueExpression } from './value-expression.ts';
import { type ValuePlace, ValueWriter } from './value-writer.ts';

/** Arguments that limit a list, for fields that are not connections. */
const SIZES: ReadonlySet<string> = new Set(['first', 'limit']);
/** From this need on, an argument is nearly always given. */
const OF_NEED = 0.3;
/** The assumed length of a list without a limit. */
const UNBOUNDED_LENGTH = 3;
/** Types whose lists are parts of a list that is already counted. */
const WHOLE_LIST = /(Connection|^Subgraph)$/;

export interface WrittenArguments {
  readonly nodes: readonly ArgumentNode[];
  /** The estimated number of objects that the field returns. */
  readonly length: number;
  /** For the selections below the field; see ValuePlace. */
  readonly hints: ReadonlyMap<string, string>;
}

interface Tools {
  readonly random: Random;
  readonly values: GraphValues;
  readonly needs: Needs;
  readonly expression: ValueExpression;
  /** Whether this operation must contain a value that the server refuses. */
  readonly faulty: boolean;
}

/** Writes a field's arguments. Takes into account which of them the resolver uses together. */
export class ArgumentWriter {
  readonly #tools: Tools;
  readonly #valueWriter: ValueWriter;
  #faulty: boolean;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#faulty = tools.faulty;
    this.#valueWriter = new ValueWriter(tools.random, tools.needs, tools.values);
  }

  /** Returns null if there is no room for the field: its list can't be made short enough. */
  write(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    room: number,
    hints: ReadonlyMap<string, string>,
  ): WrittenArguments | null {
    const { random, values, needs } = this.#tools;
    const chosen = new Map<string, Json>();
    let length = lengthWithoutArguments(parent, field);
    const fixed = new Set<string>();
    if (isPaged(field)) {
      const page = pageArguments(random, needs, values, parent, field, room);
      length = page.length;
      for (const name of page.fixed) fixed.add(name);
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
        (fixed.size === 0 && random.chance(needs.argument(parent, field, argument) > OF_NEED ? 0.85 : 0.15));
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
    for (const name of adjust(chosen, (nodeIndex) => this.#valueWriter.text(nodeIndex))) fixed.add(name);
    return {
      nodes: random
        .some([...chosen], chosen.size)
        .map(([name, value]) => this.#node(field, name, value, hints, fixed.has(name))),
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
    fixed: boolean,
  ): ArgumentNode {
    const { type, defaultValue } = field.args.find((each) => each.name === name) as GraphQLArgument;
    return {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value:
        this.#fault(name, type, defaultValue !== undefined) ??
        this.#tools.expression.of(value, {
          type,
          fixed,
          hasDefault: defaultValue !== undefined,
          again: AGAIN.has(name)
            ? () => this.#valueWriter.write(type, { name, outer: field.name, hints })
            : undefined,
        }),
    };
  }

  /** At most one fault in a document, so that the rest of it is answered. */
  #fault(name: string, type: GraphQLArgument['type'], hasDefault: boolean): ValueNode | undefined {
    const { random, expression } = this.#tools;
    if (!this.#faulty || !random.chance(0.3)) return undefined;
    if (hasDefault && isNonNullType(type) && random.chance(0.3)) {
      this.#faulty = false;
      return expression.forbiddenNull(type);
    }
    const refused = refusedValue(random, name);
    if (refused === undefined) return undefined;
    this.#faulty = false;
    return expression.of(refused, { type, hasDefault: false, fixed: true });
  }
}

/** Arguments whose value depends on no other argument, so that the next use can have another value. */
const AGAIN: ReadonlySet<string> = new Set(['name', 'code', 'title', 'id', 'ids', 'kinds', 'through', 'in']);

function lengthWithoutArguments(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number {
  if (!isListType(getNullableType(field.type))) return 1;
  return WHOLE_LIST.test(parent.name) ? 1 : UNBOUNDED_LENGTH;
}

/**
 * Changes combinations that resolvers refuse: a path that ends where it begins, relevance order without words.
 * @returns the arguments that must then not be left out
 */
function adjust(chosen: Map<string, Json>, text: (nodeIndex: ValuePlace) => string): readonly string[] {
  const nodeIndex = (name: string, outer: string): ValuePlace => ({ name, outer, hints: new Map() });
  for (let tries = 0; chosen.has('from') && chosen.get('from') === chosen.get('to') && tries < 20; tries += 1)
    chosen.set('to', text(nodeIndex('to', 'paths')));
  const order = chosen.get('orderBy') as { field?: string } | null | undefined;
  if (order?.field !== 'RELEVANCE') return [];
  if (!(chosen.get('filter') as { text?: string } | null)?.text)
    chosen.set('filter', { text: text(nodeIndex('text', 'filter')) });
  return ['filter', 'orderBy'];
}

/** A cell is selected by a row and a column of its table. */
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
