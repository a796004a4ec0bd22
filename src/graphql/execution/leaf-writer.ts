import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { encodedText } from './encoded-text.ts';
import { NotWritten, type Write } from './writer.ts';

/** Writes scalars and enum values. Usual values of built-in scalars are written without the type's `serialize`. */
export function leafWriter(type: GraphQLLeafType): Write {
  if (isEnumType(type)) return enumWriter(type);
  switch (type.name) {
    case 'String':
    case 'ID':
      return (value) => (typeof value === 'string' ? encodedText(value) : serialized(type, value));
    case 'Int':
      return (value) =>
        typeof value === 'number' && (value | 0) === value ? `${value}` : serialized(type, value);
    case 'Boolean':
      return (value) => (value === true ? 'true' : value === false ? 'false' : serialized(type, value));
    default:
      return (value) => serialized(type, value);
  }
}

function enumWriter(type: GraphQLEnumType): Write {
  const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? serialized(type, value);
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  const text = JSON.stringify(type.serialize(value));
  if (text === undefined || text === 'null') throw new NotWritten(`${type.name} serializes to nothing`);
  return text;
}
