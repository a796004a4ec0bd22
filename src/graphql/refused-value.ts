import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { InvalidInput } from '../domain/errors.ts';

/** An operation as it was executed. */
export interface Executed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VALUE_KINDS: ReadonlySet<string> = new Set([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/**
 * Finds the null argument value that made graphql-js refuse a field. Validation allows a nullable variable in a
 * non-null position if there is a default value, and in lists. So the null is found only when the field is executed:
 * graphql-js then throws an error without a code. We report it at this point and not earlier: a field is not refused
 * if it is skipped or has no parent object.
 * @returns undefined for an error of any other kind
 */
export function refusedValue(error: GraphQLError, executed: Executed): InvalidInput | undefined {
  const node = refusedNode(error);
  if (node === undefined) return undefined;
  const typeInfo = new TypeInfo(executed.schema);
  let found: { argument: ArgumentNode; type: GraphQLInputType } | undefined;
  visit(
    executed.document,
    visitWithTypeInfo(typeInfo, {
      Argument(argument) {
        const type = typeInfo.getArgument()?.type;
        if (argument.value === node && type) found = { argument, type };
        return false;
      },
    }),
  );
  if (found === undefined) return undefined;
  const { argument, type } = found;
  const { coerced = {} } = getVariableValues(
    executed.schema,
    executed.operation.variableDefinitions ?? [],
    executed.variables,
  );
  const name = argument.name.value;
  const { path, variable } = nullWithin(type, argument.value, coerced, name) ?? { path: name };
  return new InvalidInput(
    path,
    variable === undefined
      ? thrownBy(error).message
      : `null is not allowed here, and the variable $${variable} ${coerced[variable] === null ? 'is null' : 'was not provided'}`,
  );
}

/** The error as it was thrown, before graphql-js added the path of a field. */
function thrownBy(error: GraphQLError): GraphQLError {
  return error.originalError instanceof GraphQLError ? thrownBy(error.originalError) : error;
}

/** The value that graphql-js refused: its own execution errors of this kind point at a value, not at a field. */
function refusedNode(error: GraphQLError): ASTNode | undefined {
  const { originalError, nodes, extensions } = thrownBy(error);
  const [node, ...others] = nodes ?? [];
  const isOurs = originalError !== undefined || extensions.code !== undefined;
  return !isOurs && others.length === 0 && node !== undefined && VALUE_KINDS.has(node.kind)
    ? node
    : undefined;
}

interface NullWithin {
  readonly path: string;
  readonly variable?: string;
}

/** The first position in a value where a variable is null or missing and the type does not allow null. */
function nullWithin(
  type: GraphQLInputType,
  value: ValueNode,
  variables: Readonly<Record<string, unknown>>,
  path: string,
): NullWithin | undefined {
  if (value.kind === Kind.VARIABLE) {
    const name = value.name.value;
    return isNonNullType(type) && variables[name] == null ? { path, variable: name } : undefined;
  }
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    if (value.kind !== Kind.LIST) return nullWithin(inner.ofType, value, variables, path);
    return firstOf(value.values, (item, index) =>
      nullWithin(inner.ofType, item, variables, `${path}[${index}]`),
    );
  }
  if (!isInputObjectType(inner) || value.kind !== Kind.OBJECT) return undefined;
  const fields = inner.getFields();
  return firstOf(value.fields, ({ name, value: given }) => {
    const field = fields[name.value];
    const takesDefault =
      given.kind === Kind.VARIABLE &&
      variables[given.name.value] === undefined &&
      field?.defaultValue !== undefined;
    return field === undefined || takesDefault
      ? undefined
      : nullWithin(field.type, given, variables, `${path}.${name.value}`);
  });
}

function firstOf<T, R>(
  values: readonly T[],
  find: (value: T, index: number) => R | undefined,
): R | undefined {
  for (const [index, value] of values.entries()) {
    const found = find(value, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
