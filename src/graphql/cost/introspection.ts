import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * The first field within some fields of the schema's own description that goes by another name: nothing else makes the
 * answer longer than the schema. Looks at each fragment once.
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
