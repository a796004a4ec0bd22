import type { GraphDocument } from '../../domain/graph-document.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../graph-snapshot.ts';
import type { GraphChanges } from '../storage/graph-storage.ts';

/**
 * Returns the graph as it would be after importing the document, so that its items can be compared with others. The
 * document replaces the existing items of its batch.
 */
export function previewImport(snapshot: GraphSnapshot, document: GraphDocument): Promise<GraphSnapshot> {
  const batch = snapshot.indexOf(document.batchId);
  const replaced = batch === undefined ? [] : [...snapshot.linked(batch, 'PUBLISHED_IN', false)];
  const idOf = (index: number): string => snapshot.nodes.idOf(index);
  return snapshot.with(snapshot.stamp, {
    nodes: new Map<string, AnyNode | undefined>([
      ...replaced.map((item) => [idOf(item), undefined] as const),
      ...document.nodes.map((node) => [node.id, node] as const),
    ]),
    edges: [...replaced.flatMap((item) => removalsOf(snapshot, item)), ...document.relationships],
  });
}

/** A replaced item loses all its relationships. */
const removalsOf = (snapshot: GraphSnapshot, item: number): GraphChanges['edges'] => {
  const idOf = (index: number): string => snapshot.nodes.idOf(index);
  return snapshot.steps(item).map(({ type, outward, other }) => {
    const [from, to] = outward ? [item, other] : [other, item];
    return { type, from: idOf(from), to: idOf(to), properties: undefined };
  });
};
