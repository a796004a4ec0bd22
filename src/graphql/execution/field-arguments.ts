import { type FieldNode, type GraphQLField, getArgumentValues, visit } from 'graphql';
import type { ArgumentValues, Run } from './writer.ts';

/** Numbers the fields whose arguments depend on variables. */
export interface FieldNumbers {
  next(): number;
}

/**
 * Reads a field's arguments. Arguments without variables are coerced once for the operation, others once for each
 * prepared request (see Ready). In both cases resolvers get the same object each time, and must not change it.
 */
export function argumentReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  numbers: FieldNumbers,
): (run: Run) => ArgumentValues {
  if (!hasVariables(node)) {
    let known: ArgumentValues | undefined;
    return () => {
      known ??= getArgumentValues(field, node, {});
      return known;
    };
  }
  const number = numbers.next();
  return ({ args, variables }) => {
    const known = args[number] ?? getArgumentValues(field, node, variables);
    args[number] = known;
    return known;
  };
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? [])
    visit(argument, {
      Variable: () => {
        found = true;
      },
    });
  return found;
}
