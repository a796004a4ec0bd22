import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Names of the fragments spread anywhere below the selections, including below those fragments. */
export function fragmentsBelow(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  names = new Set<string>(),
): Set<string> {
  for (const selection of selections) {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      if (selection.selectionSet) fragmentsBelow(selection.selectionSet, fragments, names);
    } else if (!names.has(selection.name.value)) {
      names.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) fragmentsBelow(fragment.selectionSet, fragments, names);
    }
  }
  return names;
}

/** The named operation of the document, with the fragments that it uses. */
export function executedPart(document: DocumentNode, operationName: string | undefined): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION &&
      (operationName === undefined || each.name?.value === operationName),
  );
  const used = operation ? fragmentsBelow(operation.selectionSet, fragments) : new Set<string>();
  return {
    ...document,
    definitions: document.definitions.filter(
      (each) => each === operation || (each.kind === Kind.FRAGMENT_DEFINITION && used.has(each.name.value)),
    ),
  };
}

/** Names of the variables that the operation needs, including those in fragments. */
export function variablesUsed(
  operation: OperationDefinitionNode,
  definitions: readonly FragmentDefinitionNode[],
): Set<string> {
  const fragments = new Map(definitions.map((each) => [each.name.value, each]));
  const below = [...fragmentsBelow(operation.selectionSet, fragments)].flatMap(
    (name) => fragments.get(name) ?? [],
  );
  const names = new Set<string>();
  for (const node of [operation.selectionSet, ...below]) {
    visit(node, {
      Variable({ name }) {
        names.add(name.value);
      },
    });
  }
  return names;
}
