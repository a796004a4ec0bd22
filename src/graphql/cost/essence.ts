import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { wordsOfItemFilter } from './computing-time.ts';
import { declared } from './declarations.ts';
import { wordCount } from './word-count.ts';

/** Longer texts are replaced by their hashes in keys. */
const MAX_TEXT = 100;

/**
 * The part of a variable's value that a cost may depend on: a list's length, the number of words of a text or filter.
 * @param byText whether the cost may also depend on the words of texts
 */
export function essenceOf(type: GraphQLInputType, value: unknown, byText: boolean): unknown {
  if (value === undefined) return 0;
  if (value === null) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [(value as readonly unknown[]).length];
  if (isEnumType(nullable)) return { value };
  if (isScalarType(nullable)) return typeof value === 'string' ? essenceOfText(value, byText) : { value };
  if (!isInputObjectType(nullable)) return true;
  const words = wordsOfItemFilter(nullable, value);
  // In a filter, only its own text is used for search, not texts at deeper levels.
  const fields = Object.values(nullable.getFields()).filter(
    ({ extensions }) => words === undefined || (byText && extensions.words === true),
  );
  const essences = fields.map((field) =>
    essenceOf(field.type, (value as Record<string, unknown>)[field.name], byText),
  );
  return words === undefined ? essences : { words, essences };
}

function essenceOfText(text: string, byText: boolean): unknown {
  if (!byText) return [wordCount(text)];
  return text.length <= MAX_TEXT ? text : { hash: createHash('sha256').update(text).digest('base64') };
}

/** The variables of a document that are arguments of fields whose cost depends on the words of texts. */
export function variablesByText(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  const collect = { Variable: ({ name }: { name: { value: string } }): void => void names.add(name.value) };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef();
        if (field != null && declared(field).computes?.some(({ byText }) => byText))
          for (const argument of node.arguments ?? []) visit(argument, collect);
      },
    }),
  );
  return names;
}
