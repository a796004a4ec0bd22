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
 * The information about a field that its resolver gets. It is made once for the operation. So it refuses to return
 * values that differ between executions: if a resolver asks for one, graphql-js executes the operation.
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
