import {
  doTypesOverlap,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type NameNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { ArgumentWriter } from './argument-writer.ts';
import type { DirectiveWriter } from './directive-writer.ts';
import type { Fragments, NamedFragment } from './fragments.ts';
import type { Needs } from './need.ts';
import type { SelectionPlace } from './place.ts';
import type { Random } from './random.ts';
import { ResponseShape, type WrittenField } from './response-shape.ts';

/** Some aliases are field names, to test that keys and fields are distinguished. */
const ALIASES = ['a', 'b', 'c', 'name', 'id', 'nodes', 'title', 'kind', 'x1', '_', 'toString', 'totalCount'];
const MAX_FRAGMENTS = 5;
/** The number of fragments that nest without a field between them. */
export const MAX_NESTED = 4;

interface Tools {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly needs: Needs;
  readonly argumentWriter: ArgumentWriter;
  readonly directives: DirectiveWriter;
  readonly fragments: Fragments;
}

/** The number of fields and aliases that a document may still get. */
export interface Allowance {
  fields: number;
  aliases: number;
}

/** Writes selection sets that are valid in their place and can be merged with the selections already there. */
export class SelectionWriter {
  readonly #tools: Tools;
  #left: Allowance;

  constructor(tools: Tools, left: Allowance) {
    this.#tools = tools;
    this.#left = left;
  }

  write(type: GraphQLCompositeType, nodeIndex: SelectionPlace, most = 5): SelectionSetNode {
    const { random } = this.#tools;
    const selections: SelectionNode[] = [];
    for (let count = random.int(2, most); count > 0; count -= 1) {
      const selection = this.#selection(type, nodeIndex);
      if (selection) selections.push(selection);
    }
    if (selections.length === 0) selections.push(this.#typename(nodeIndex));
    return { kind: Kind.SELECTION_SET, selections };
  }

  #selection(type: GraphQLCompositeType, nodeIndex: SelectionPlace): SelectionNode | null {
    const { random } = this.#tools;
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const abstract = isAbstractType(type);
    const write = random.weighted<[weight: number, write: () => SelectionNode | null]>(
      [
        [hasFields ? (abstract ? 15 : 70) : 0, () => this.#anyField(type, nodeIndex)],
        [nodeIndex.fragments === 0 ? 0 : abstract ? 50 : 9, () => this.#inlineFragment(type, nodeIndex)],
        [abstract ? 14 : 9, () => this.#spread(type, nodeIndex)],
        [nodeIndex.shape.has('__typename') ? 1 : 5, () => this.#typename(nodeIndex)],
        [hasFields ? 8 : 0, () => this.#again(type, nodeIndex)],
      ],
      ([weight]) => weight,
    )[1];
    return write();
  }

  #typename(nodeIndex: SelectionPlace): FieldNode {
    const { random, directives } = this.#tools;
    const key = this.#key('__typename', (each) =>
      nodeIndex.shape.takes(each, null, '__typename', TypeNameMetaFieldDef.type),
    );
    if (key !== null) nodeIndex.shape.add(key, null, '__typename', TypeNameMetaFieldDef.type);
    return {
      kind: Kind.FIELD,
      name: nameNode('__typename'),
      ...(key !== null && key !== '__typename' ? { alias: nameNode(key) } : {}),
      directives: directives.write('FIELD', random.chance(0.5) ? 0.1 : 0),
    };
  }

  #anyField(type: GraphQLCompositeType, nodeIndex: SelectionPlace): FieldNode | null {
    const { random, needs } = this.#tools;
    const fields = Object.values(
      (type as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields(),
    );
    // A repeated field can hide an error in the first one, so repeat rarely. #again repeats for more selections below.
    const possible = fields.filter(
      (field) => this.#fits(field, nodeIndex) && (!nodeIndex.shape.has(field.name) || random.chance(0.05)),
    );
    if (possible.length === 0) return null;
    const field = random.weighted(possible, (each) => needs.field(type, each, nodeIndex.levels - 1) ** 4);
    return this.#field(type, field, nodeIndex);
  }

  #fits(field: GraphQLField<unknown, unknown>, { levels, room }: SelectionPlace): boolean {
    return !isCompositeType(getNamedType(field.type)) || (levels > 1 && room >= 1 && this.#left.fields > 0);
  }

  #field(
    type: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    nodeIndex: SelectionPlace,
  ): FieldNode | null {
    const { argumentWriter } = this.#tools;
    const args = argumentWriter.write(type, field, nodeIndex.room, nodeIndex.hints);
    if (args === null) return null;
    const plain: FieldNode = { kind: Kind.FIELD, name: nameNode(field.name), arguments: args.nodes };
    const asked = askedBy(plain);
    const key = this.#key(field.name, (each) => nodeIndex.shape.takes(each, type, asked, field.type));
    if (key === null) return null;
    const head = key === field.name ? plain : { ...plain, alias: nameNode(key) };
    const written = { field, head, length: args.length, hints: args.hints };
    nodeIndex.shape.written.push(written);
    return this.#complete(type, written, nodeIndex);
  }

  /** The field with its conditions and the selections below it. */
  #complete(
    parent: GraphQLCompositeType,
    { field, head, length, hints }: WrittenField,
    nodeIndex: SelectionPlace,
  ): FieldNode {
    this.#left.fields -= 1;
    const key = keyOf(head);
    const shape = nodeIndex.shape.add(key, parent, askedBy(head), field.type);
    const named = getNamedType(field.type);
    const directives = this.#tools.directives.write('FIELD', 0.07);
    if (!isCompositeType(named)) return { ...head, directives };
    const below = {
      shape,
      levels: nodeIndex.levels - 1,
      fragments: MAX_NESTED,
      room: nodeIndex.room / length,
      hints,
    };
    const isList = isListType(getNullableType(field.type));
    const selectionSet = this.write(named, below, isList ? 5 : 7);
    return { ...head, directives, selectionSet };
  }

  /** A field that already stands there, selected again with other selections below it. */
  #again(type: GraphQLCompositeType, nodeIndex: SelectionPlace): FieldNode | null {
    const fields = (type as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields();
    const repeatsLeaf = this.#tools.random.chance(0.2);
    const known = nodeIndex.shape.written.filter(
      ({ head, field, length }) =>
        fields[field.name] !== undefined &&
        String(fields[field.name]?.type) === String(field.type) &&
        this.#fits(field, nodeIndex) &&
        (isCompositeType(getNamedType(field.type)) || repeatsLeaf) &&
        length <= nodeIndex.room &&
        nodeIndex.shape.takes(keyOf(head), type, askedBy(head), field.type) &&
        (head.alias === undefined || this.#left.aliases > 0),
    );
    if (known.length === 0) return null;
    const again = this.#tools.random.pick(known);
    if (again.head.alias !== undefined) this.#left.aliases -= 1;
    return this.#complete(type, again, nodeIndex);
  }

  #inlineFragment(type: GraphQLCompositeType, nodeIndex: SelectionPlace): SelectionNode {
    const { random, directives } = this.#tools;
    const condition = random.chance(isAbstractType(type) ? 0.04 : 0.3) ? null : this.#conditionWithin(type);
    const within = { ...nodeIndex, fragments: nodeIndex.fragments - 1 };
    const selectionSet = this.write(condition ?? type, within, 3);
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(condition ? { typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(condition.name) } } : {}),
      directives: directives.write('INLINE_FRAGMENT', 0.3),
      selectionSet,
    };
  }

  #conditionWithin(type: GraphQLCompositeType): GraphQLCompositeType {
    const { schema, random, needs } = this.#tools;
    if (isObjectType(type) && random.chance(0.6)) return type;
    const types = isObjectType(type)
      ? [type, ...abstractTypes(schema).filter((each) => schema.isSubType(each, type))]
      : [
          ...abstractTypes(schema).filter((each) => doTypesOverlap(schema, each, type)),
          ...schema.getPossibleTypes(type),
        ];
    return random.weighted(types, (each) => needs.type(each, 2) ** 2 + 0.02);
  }

  #spread(type: GraphQLCompositeType, nodeIndex: SelectionPlace): SelectionNode | null {
    const { random, fragments, directives } = this.#tools;
    const known = fragments.fitting(type, nodeIndex, this.#left.aliases);
    const fragment =
      known.length > 0 && (random.chance(0.6) || fragments.count >= MAX_FRAGMENTS)
        ? random.pick(known)
        : this.#newFragment(type, nodeIndex);
    if (fragment === null) return null;
    this.#left.aliases -= fragment.aliases;
    nodeIndex.shape.addAll(fragment.nodeIndex.shape);
    return {
      kind: Kind.FRAGMENT_SPREAD,
      name: nameNode(fragment.definition.name.value),
      directives: directives.write('FRAGMENT_SPREAD', 0.35),
    };
  }

  /** The fragment gets only a part of the allowance, so that it also fits in other places. */
  #newFragment(type: GraphQLCompositeType, nodeIndex: SelectionPlace): NamedFragment | null {
    const { random, fragments } = this.#tools;
    if (fragments.count >= MAX_FRAGMENTS || nodeIndex.fragments === 0 || this.#left.fields <= 0) return null;
    const condition = random.chance(0.75) ? type : this.#conditionWithin(type);
    const own: SelectionPlace = {
      shape: new ResponseShape(),
      levels: Math.min(nodeIndex.levels, random.int(1, 4)),
      fragments: nodeIndex.fragments - 1,
      room: Math.min(nodeIndex.room, random.pick([1, 6, 25])),
      hints: nodeIndex.hints,
    };
    const outside = this.#left;
    const inside = { fields: Math.min(outside.fields, 8), aliases: Math.min(outside.aliases, 3) };
    const before = { ...inside };
    this.#left = inside;
    const selectionSet = this.write(condition, own, 4);
    this.#left = outside;
    outside.fields -= before.fields - inside.fields;
    // If its fields conflict with those of this place, the fragment is used nowhere and dropped.
    if (!nodeIndex.shape.takesAll(own.shape)) return null;
    return fragments.end(condition, selectionSet, own, before.aliases - inside.aliases);
  }

  /** Usually the field's name. Sometimes an alias, also if the name is taken there. null if none fits. */
  #key(name: string, takes: (key: string) => boolean): string | null {
    const { random } = this.#tools;
    if (!random.chance(0.08) && takes(name)) return name;
    const alias = this.#left.aliases > 0 ? random.some(ALIASES, ALIASES.length).find(takes) : undefined;
    if (alias === undefined) return takes(name) ? name : null;
    if (alias !== name) this.#left.aliases -= 1;
    return alias;
  }
}

const abstractTypes = (schema: GraphQLSchema): GraphQLAbstractType[] =>
  Object.values(schema.getTypeMap()).filter(isAbstractType);

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;
/** The field with sorted arguments, because their order makes no difference. */
const askedBy = ({ name, arguments: given = [] }: FieldNode): string =>
  [name.value, ...given.map(print).sort()].join(' ');
