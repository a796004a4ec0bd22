import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
} from 'graphql';
import { NotWritten, type Operation } from './writer.ts';

interface Field extends Operation {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly fieldNodes: readonly FieldNode[];
}

/**
 * What a resolver is told of its field. It is made once for the operation, so what differs from one execution to the
 * next is refused: an operation with a resolver that asks for it is executed by graphql-js.
 */
export const resolveInfo = ({
  schema,
  definition,
  fragments,
  parentType,
  field,
  fieldNodes,
}: Field): GraphQLResolveInfo => ({
  fieldName: field.name,
  fieldNodes,
  returnType: field.type,
  parentType,
  schema,
  fragments,
  operation: definition,
  rootValue: undefined,
  get path(): never {
    throw new NotWritten('a resolver asks for its path');
  },
  get variableValues(): never {
    throw new NotWritten('a resolver asks for variables');
  },
});
