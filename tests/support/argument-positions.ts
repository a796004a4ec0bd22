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

/** A place in the value of a field's argument: the argument itself, an item of its list, a field of its object, and so on. */
export interface Position {
  readonly field: FieldPlace;
  /** As errors name it: `filter.or[0].text`. */
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  /** The field's arguments, those that are required and this one, with a value put at the place. */
  readonly argumentsWith: (value: string) => string;
}

/** A field of an object type, and the selections from Query that lead to objects of that type. */
export interface FieldPlace {
  readonly owner: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly within: (selection: string) => string;
}

const AGENCY_ID = toGlobalId('Agency:天津海关');

/** Values that find something in the seventh Tianjin bulletin, for arguments that must be given. */
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
 * Every field that takes arguments, by the shortest way to its type.
 * @throws Error where an argument is required and there is no sample of it
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

/** Fields of one type lead to it by their names; those of a `Node` need an id. */
const concreteFirst = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => {
  const fields = Object.values(type.getFields());
  const isAbstract = ({ type: of }: GraphQLField<unknown, unknown>): boolean =>
    isAbstractType(getNamedType(of));
  return [...fields.filter((field) => !isAbstract(field)), ...fields.filter(isAbstract)];
};

/** So that lists within lists stay within the limits. */
const shortPage = ({ args }: GraphQLField<unknown, unknown>): string[] =>
  args.some(({ name }) => name === 'first') ? ['first: 2'] : [];

const objectTypesOf = (schema: GraphQLSchema, type: GraphQLOutputType): readonly GraphQLObjectType[] => {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isCompositeType(named) ? schema.getPossibleTypes(named) : [];
};

/** The arguments that must be given, as they are written after the field's name. */
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

/** Every place in the arguments of the fields; what is within an input type, once for all of them. */
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

/** What is asked of a field's value: what it tells without arguments, and of which kind the objects in it are. */
export function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const fields = isObjectType(named) ? Object.values(named.getFields()) : [];
  const told = fields
    .filter(({ args }) => args.length === 0)
    .map((field) => (isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`));
  return `{ ${['__typename', ...told].join(' ')} }`;
}
