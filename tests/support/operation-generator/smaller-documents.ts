import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { fragmentsBelow, variablesUsed } from './executed-part.ts';

type Edit = () => ASTNode;

/** The document with one part less, in every possible way, the largest parts first. Not all results are valid. */
export function* smallerDocuments(document: DocumentNode): Generator<DocumentNode> {
  const operations = document.definitions.filter(isOperation);
  if (operations.length > 1) for (const each of operations) yield tidy(without(document, each));
  const fragments = fragmentsOf(document);
  const sites: { node: ASTNode; edits: Edit[] }[] = [];
  visit(document, {
    enter(node) {
      const edits = editsOf(node, fragments);
      if (edits.length > 0) sites.push({ node, edits });
    },
  });
  for (const { node, edits } of sites) {
    for (const edit of edits) {
      yield tidy(visit(document, { enter: (each) => (each === node ? edit() : undefined) }));
    }
  }
}

function editsOf(node: ASTNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Edit[] {
  const edits: Edit[] = [];
  if (node.kind === Kind.SELECTION_SET) {
    const { selections } = node;
    selections.forEach((selection, index) => {
      if (selections.length > 1) edits.push(() => ({ ...node, selections: selections.toSpliced(index, 1) }));
      const within = contentsOf(selection, fragments);
      if (within) edits.push(() => ({ ...node, selections: selections.toSpliced(index, 1, ...within) }));
    });
  }
  for (const list of ['directives', 'arguments', 'fields', 'values'] as const) {
    const items = (node as unknown as Record<string, readonly ASTNode[] | undefined>)[list];
    if (node.kind === Kind.DIRECTIVE || items === undefined) continue;
    for (const index of items.keys())
      edits.push(() => ({ ...node, [list]: items.toSpliced(index, 1) }) as ASTNode);
  }
  return edits;
}

/** The selections of a fragment, to replace the fragment. */
const contentsOf = (
  selection: SelectionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly SelectionNode[] | undefined =>
  selection.kind === Kind.INLINE_FRAGMENT
    ? selection.selectionSet.selections
    : selection.kind === Kind.FRAGMENT_SPREAD
      ? fragments.get(selection.name.value)?.selectionSet.selections
      : undefined;

/** Removes fragments and variables that are no longer used. */
function tidy(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter(isOperation);
  const used = new Set(operations.flatMap((each) => [...fragmentsBelow(each.selectionSet, fragments)]));
  return {
    ...document,
    definitions: document.definitions.flatMap((each): DefinitionNode[] => {
      if (each.kind === Kind.FRAGMENT_DEFINITION && !used.has(each.name.value)) return [];
      if (!isOperation(each)) return [each];
      const names = variablesUsed(each, [...fragments.values()]);
      return [
        {
          ...each,
          variableDefinitions: (each.variableDefinitions ?? []).filter(({ variable }) =>
            names.has(variable.name.value),
          ),
        },
      ];
    }),
  };
}

const isOperation = (node: ASTNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );

const without = (document: DocumentNode, dropped: ASTNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter((each) => each !== dropped),
});
