import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * The first alias in an introspection query, below the given fields. Without an alias, the answer cannot be longer than
 * the schema. Visits each fragment once.
 */
export function aliasWithin(
  fields: readonly FieldNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): string | undefined {
  const seen = new Set<string>();
  const visit = (set: SelectionSetNode | undefined): string | undefined => {
    for (const selection of set?.selections ?? []) {
      const found = visitOne(selection);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const visitOne = (selection: SelectionSetNode['selections'][number]): string | undefined => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { value } = selection.name;
      if (seen.has(value)) return undefined;
      seen.add(value);
      return visit(fragments[value]?.selectionSet);
    }
    if (selection.kind === Kind.FIELD && selection.alias && selection.alias.value !== selection.name.value)
      return selection.alias.value;
    return visit(selection.selectionSet);
  };
  return visit({
    kind: Kind.SELECTION_SET,
    selections: fields.flatMap((field) => field.selectionSet?.selections ?? []),
  });
}
