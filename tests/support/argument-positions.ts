import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { toGlobalId } from '../../src/graphql/relay/global-id.ts';

/** A position in a field's arguments: an argument, an item of its list, a field of its object, and so on. */
export interface Position {
  readonly field: FieldPlace;
  /** The path that errors print: `filter.or[0].text`. */
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  /** The field's required arguments and this one, with `value` at this position. */
  readonly argumentsWith: (value: string) => string;
}

/** A field of an object type, and the selections from Query that lead to objects of that type. */
export interface FieldPlace {
  readonly owner: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly within: (selection: string) => string;
}

const AGENCY_ID = toGlobalId('Agency:天津海关');

/** Values for required arguments. They find something in the seventh Tianjin bulletin. */
const SAMPLES: Readonly<Record<string, string>> = {
  'Query.agency.name': '"天津海关"',
  'Query.batch.code': '"tj-7"',
  'Query.batchComparison.a': '"tj-7"',
  'Query.batchComparison.b': '"tj-7"',
  'Query.changes.since': '0',
  'Query.crossTabulation.columns': 'ZONE',
  'Query.crossTabulation.rows': 'THEME',
  'Query.document.title': '"绿色融资租赁项目认定评价操作指引"',
  'Query.neighbourhood.of': '"天津海关"',
  'Query.node.id': `"${AGENCY_ID}"`,
  'Query.nodes.ids': `["${AGENCY_ID}"]`,
  'Query.organization.name': '"中化集团"',
  'Query.paths.from': '"天津海关"',
  'Query.paths.to': '"东疆"',
  'Query.pilotZone.name': '"东疆"',
  'Query.reformItem.code': '"tj-7-4"',
  'Query.region.name': '"京津冀"',
  'Query.search.query': '"保税"',
  'Query.theme.name': '"融资租赁"',
  'CoOwnershipMatrix.cell.column': '"天津海关"',
  'CoOwnershipMatrix.cell.row': '"天津市商务局"',
  'CrossTabulation.cell.column': '"东疆"',
  'CrossTabulation.cell.row': '"融资租赁"',
};

/**
 * All fields that take arguments, each with the shortest selection path to its type.
 * @throws Error if a required argument has no sample
 */
export function fieldsWithArguments(schema: GraphQLSchema): FieldPlace[] {
  const query = schema.getQueryType() as GraphQLObjectType;
  const found: FieldPlace[] = [];
  const seen = new Set([query.name]);
  const queue: [GraphQLObjectType, FieldPlace['within']][] = [[query, (selection) => `{ ${selection} }`]];
  for (const [type, within] of queue) {
    for (const field of concreteFirst(type)) {
      const place = { owner: type.name, field, within };
      if (field.args.length > 0) found.push(place);
      for (const next of objectTypesOf(schema, field.type)) {
        if (seen.has(next.name)) continue;
        seen.add(next.name);
        const call = `${field.name}${inBrackets([...samplesOf(place), ...shortPage(field)])}`;
        const isNarrowed = getNamedType(field.type).name !== next.name;
        queue.push([
          next,
          (selection) =>
            within(`${call} { ${isNarrowed ? `... on ${next.name} { ${selection} }` : selection} }`),
        ]);
      }
    }
  }
  return found;
}

/** Fields with a concrete type lead to it by their names; fields with the type `Node` need an id. */
const concreteFirst = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => {
  const fields = Object.values(type.getFields());
  const isAbstract = ({ type: of }: GraphQLField<unknown, unknown>): boolean =>
    isAbstractType(getNamedType(of));
  return [...fields.filter((field) => !isAbstract(field)), ...fields.filter(isAbstract)];
};

/** Keeps nested lists within the limits. */
const shortPage = ({ args }: GraphQLField<unknown, unknown>): string[] =>
  args.some(({ name }) => name === 'first') ? ['first: 2'] : [];

const objectTypesOf = (schema: GraphQLSchema, type: GraphQLOutputType): readonly GraphQLObjectType[] => {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isCompositeType(named) ? schema.getPossibleTypes(named) : [];
};

/** The required arguments, as written after the field's name. */
export const requiredArguments = (place: FieldPlace): string => inBrackets(samplesOf(place));

function samplesOf({ owner, field }: FieldPlace, besides?: GraphQLArgument): string[] {
  return field.args
    .filter((argument) => isRequiredArgument(argument) && argument !== besides)
    .map((argument) => {
      const key = `${owner}.${field.name}.${argument.name}`;
      const sample = SAMPLES[key];
      if (sample === undefined) throw new Error(`SAMPLES has no value for ${key}`);
      return `${argument.name}: ${sample}`;
    });
}

const inBrackets = (parts: readonly string[]): string => (parts.length > 0 ? `(${parts.join(', ')})` : '');

/** All positions in the arguments of the fields. Positions within an input type are listed only once. */
export function positionsOf(fields: readonly FieldPlace[]): Position[] {
  const walked = new Set<string>();
  return fields.flatMap((field) =>
    field.field.args.flatMap((argument) =>
      within(argument.type, walked).map(({ type, hasDefault, path, around }) => ({
        field,
        path: `${argument.name}${path}`,
        type,
        hasDefault: path === '' ? argument.defaultValue !== undefined : hasDefault,
        argumentsWith: (value: string) =>
          inBrackets([...samplesOf(field, argument), `${argument.name}: ${around(value)}`]),
      })),
    ),
  );
}

interface Inner {
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  readonly path: string;
  readonly around: (value: string) => string;
}

function within(type: GraphQLInputType, walked: Set<string>): Inner[] {
  const here: Inner = { type, hasDefault: false, path: '', around: (value) => value };
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    const items = within(nullable.ofType, walked);
    return [
      here,
      ...items.map((item) => ({
        ...item,
        path: `[0]${item.path}`,
        around: (value: string) => `[${item.around(value)}]`,
      })),
    ];
  }
  if (!isInputObjectType(nullable) || walked.has(nullable.name)) return [here];
  walked.add(nullable.name);
  const fields = Object.values(nullable.getFields());
  const inner = fields.flatMap((field) =>
    within(field.type, walked).map((each) => ({
      ...each,
      hasDefault: each.path === '' ? field.defaultValue !== undefined : each.hasDefault,
      path: `.${field.name}${each.path}`,
      around: (value: string) =>
        `{ ${[...requiredFields(fields, field), `${field.name}: ${each.around(value)}`].join(', ')} }`,
    })),
  );
  return [here, ...inner];
}

const requiredFields = (fields: readonly GraphQLInputField[], besides: GraphQLInputField): string[] =>
  fields
    .filter((field) => isRequiredInputField(field) && field !== besides)
    .map((field) => `${field.name}: ${anyValue(field.type)}`);

/** A literal of the type. */
export function anyValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return anyValue(type.ofType);
  if (isListType(type)) return `[${anyValue(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${anyValue(field.type)}`).join(', ')} }`;
  }
  const literals: Readonly<Record<string, string>> = { Int: '1', Float: '1.5', Boolean: 'true' };
  return literals[type.name] ?? '"x"';
}

/** The selection for a field's value: its fields without arguments, and __typename for the objects in it. */
export function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const fields = isObjectType(named) ? Object.values(named.getFields()) : [];
  const selected = fields
    .filter(({ args }) => args.length === 0)
    .map((field) => (isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`));
  return `{ ${['__typename', ...selected].join(' ')} }`;
}
