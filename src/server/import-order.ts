import type { GraphDocument } from '../domain/graph-document.ts';

/**
 * Keeps the given order, but puts each document after the documents whose items it continues. Batches that continue
 * each other keep their order: the import of the first one then names the items that are missing.
 */
export function inImportOrder<T extends { readonly document: GraphDocument }>(list: readonly T[]): T[] {
  const ordered: T[] = [];
  const visited = new Set<T>();
  const visit = (each: T): void => {
    if (visited.has(each)) return;
    visited.add(each);
    const continued = new Set(each.document.continuations.map(({ to }) => to));
    if (continued.size > 0)
      for (const other of list) if (other.document.nodes.some(({ id }) => continued.has(id))) visit(other);
    ordered.push(each);
  };
  for (const each of list) visit(each);
  return ordered;
}
