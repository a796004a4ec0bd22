import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What an operation asks for of a list, directly or in a fragment. */
export interface ListSelection {
  /** The cursors of its edges. */
  readonly cursors: boolean;
  /** Something of its edges that the nodes at their ends don't tell. */
  readonly ofEdges: boolean;
}

/** Documents are kept from request to request, and what a field of one selects depends on nothing else. */
const known = new WeakMap<FieldNode, ListSelection>();

export function listSelection(info: GraphQLResolveInfo): ListSelection {
  const [field, ...others] = info.fieldNodes as [FieldNode, ...FieldNode[]];
  // Where fields are merged, the first of them may be merged with none elsewhere.
  if (others.length > 0) return readSelection(info);
  const kept = known.get(field);
  if (kept !== undefined) return kept;
  const selection = readSelection(info);
  known.set(field, selection);
  return selection;
}

const OF_THE_END = new Set(['node', 'cursor', '__typename']);

function readSelection(info: GraphQLResolveInfo): ListSelection {
  const ofList = selected(info, info.fieldNodes);
  const ofEdges = selected(
    info,
    ofList.filter(({ name }) => name.value === 'edges'),
  );
  return {
    cursors: ofEdges.some(({ name }) => name.value === 'cursor'),
    ofEdges: ofEdges.some(({ name }) => !OF_THE_END.has(name.value)),
  };
}

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
