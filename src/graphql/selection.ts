import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether the operation asks for this field of the value being resolved, directly or in a fragment. */
export const selects = (info: GraphQLResolveInfo, field: string): boolean =>
  selected(info, info.fieldNodes).some(({ name }) => name.value === field);

/** Whether it asks for something of the list's edges that the nodes at their ends don't tell. */
export const selectsOfEdges = (info: GraphQLResolveInfo): boolean =>
  selectedOfEdges(info).some(({ name }) => !OF_THE_END.has(name.value));

/** Whether it asks for the cursors of the list's edges. */
export const selectsCursors = (info: GraphQLResolveInfo): boolean =>
  selectedOfEdges(info).some(({ name }) => name.value === 'cursor');

const selectedOfEdges = (info: GraphQLResolveInfo): FieldNode[] =>
  selected(
    info,
    selected(info, info.fieldNodes).filter(({ name }) => name.value === 'edges'),
  );

const OF_THE_END = new Set(['node', 'cursor', '__typename']);

/** What is selected within these fields. */
function selected({ fragments }: GraphQLResolveInfo, fields: readonly FieldNode[]): FieldNode[] {
  const found: FieldNode[] = [];
  // Each fragment once: fragments that spread others twice over would else take time without end.
  const seen = new Set<string>();
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) found.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        visit(fragments[selection.name.value]?.selectionSet);
      }
    }
  };
  for (const { selectionSet } of fields) visit(selectionSet);
  return found;
}
