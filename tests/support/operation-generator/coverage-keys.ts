import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export const PLACES = ['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'] as const;
export type Place = (typeof PLACES)[number];
export const CONDITIONS = ['skip', 'include'] as const;
export type Condition = (typeof CONDITIONS)[number];
export const FORMS = ['literal', 'variable'] as const;
export type Form = (typeof FORMS)[number];

export const fieldKey = (type: string, field: string): string => `field ${type}.${field}`;
export const argumentKey = (type: string, field: string, argument: string): string =>
  `argument ${type}.${field}(${argument}:)`;
export const inputFieldKey = (type: string, field: string): string => `input field ${type}.${field}`;
export const enumValueKey = (type: string, value: string): string => `enum value ${type}.${value}`;
export const directiveKey = (nodeIndex: Place, condition: Condition, form: Form): string =>
  `directive @${condition} by ${form} on ${nodeIndex}`;

/** Everything that operations over the schema can contain. An enum counts if an argument takes it. */
export function coverageKeys(schema: GraphQLSchema): string[] {
  const keys = new Set<string>();
  const inputs = new Set<string>();
  const addInput = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (inputs.has(named.name)) return;
    inputs.add(named.name);
    if (isEnumType(named)) for (const { name } of named.getValues()) keys.add(enumValueKey(named.name, name));
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      keys.add(inputFieldKey(named.name, field.name));
      addInput(field.type);
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      keys.add(fieldKey(type.name, field.name));
      for (const argument of field.args as readonly GraphQLArgument[]) {
        keys.add(argumentKey(type.name, field.name, argument.name));
        addInput(argument.type);
      }
    }
  }
  for (const nodeIndex of PLACES)
    for (const condition of CONDITIONS)
      for (const form of FORMS) keys.add(directiveKey(nodeIndex, condition, form));
  return [...keys];
}
