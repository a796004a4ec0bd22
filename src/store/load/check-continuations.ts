import { IngestFailed, type Problem } from '../../domain/errors.ts';
import type { Continuation, GraphDocument } from '../../domain/graph-document.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { AnyNode, BatchNode } from '../../domain/nodes.ts';
import { loadContinuedBy, loadContinues, nodeByIds } from '../statements.gen.ts';
import type { Transaction } from '../store.ts';

const codeOf = (id: string): string => id.slice('ReformItem:'.length);
const batchOf = (itemId: string): string => codeOf(itemId).replace(/-\d+$/, '');

/**
 * Checks that the graph has the items that the document continues, and that none of them leads back to the item itself.
 * @throws IngestFailed naming the place in the metadata
 */
export async function assertContinuable(
  transaction: Transaction,
  { continuations, batchId }: GraphDocument,
): Promise<void> {
  if (continuations.length === 0) return;
  const wanted = new Set(continuations.flatMap(({ to }) => [to, `Batch:${batchOf(to)}`]));
  const rows = await transaction.run(nodeByIds, { ids: [...wanted] });
  const known = new Set(rows.map(({ node }) => node.id));
  const missing = continuations.filter(({ to }) => !known.has(to));
  if (missing.length > 0) {
    throw new IngestFailed(
      missing.map(({ to, location }) => ({ ...location, text: codeOf(to), ...absence(batchOf(to), known) })),
    );
  }
  const circles = await circlesOf(transaction, continuations, batchId);
  if (circles.length > 0) throw new IngestFailed(circles);
}

const absence = (batch: string, known: ReadonlySet<string>): Pick<Problem, 'message' | 'fix'> =>
  known.has(`Batch:${batch}`)
    ? { message: `batch ${batch} has no such item`, fix: 'write the code of an item that it has' }
    : { message: `batch ${batch} is not in the graph`, fix: `import ${batch} first` };

/** Continuations that form a circle. For the batch's own items the document counts, not the graph. */
async function circlesOf(
  transaction: Transaction,
  continuations: readonly Continuation[],
  batchId: string,
): Promise<Problem[]> {
  const own = groupBy(continuations, ({ from }) => from);
  const next = new Map([...own].map(([from, list]) => [from, list.map(({ to }) => to)]));
  const isOwn = (id: string): boolean => `Batch:${batchOf(id)}` === batchId;
  for (let ends = continuations.map(({ to }) => to); ends.length > 0; ) {
    const unread = [...new Set(ends)].filter((id) => !next.has(id) && !isOwn(id));
    const rows = await transaction.run(loadContinues, { ids: unread });
    const byOwner = groupBy(rows, ({ ownerId }) => ownerId);
    for (const id of unread) next.set(id, byOwner.get(id)?.map((row) => row.id) ?? []);
    ends = rows.map((row) => row.id);
  }
  return continuations.flatMap(({ from, to, location }): Problem[] => {
    const way = wayTo(from, to, next, new Set());
    if (way === undefined) return [];
    const message = `${[from, ...way].map(codeOf).join(' continues ')}: a circle`;
    return [{ ...location, text: codeOf(to), message, fix: 'remove the continuation that is wrong' }];
  });
}

function wayTo(
  goal: string,
  at: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): string[] | undefined {
  if (at === goal) return [at];
  if (seen.has(at)) return undefined;
  seen.add(at);
  for (const each of next.get(at) ?? []) {
    const way = wayTo(goal, each, next, seen);
    if (way) return [at, ...way];
  }
  return undefined;
}

/**
 * Checks that no item of another batch continues an item that this edition of the batch no longer has.
 * @throws IngestFailed naming the items that do
 */
export async function assertNotContinued(
  transaction: Transaction,
  removed: readonly AnyNode[],
  batch: BatchNode | undefined,
): Promise<void> {
  const ids = removed.map(({ id }) => id).filter((id) => id.startsWith('ReformItem:'));
  if (ids.length === 0) return;
  const rows = await transaction.run(loadContinuedBy, { ids });
  if (rows.length === 0) return;
  throw new IngestFailed(
    rows.map(({ ownerId, id }) => ({
      file: batch?.fileName ?? batchOf(ownerId),
      text: codeOf(ownerId),
      message: `${codeOf(id)} continues this item, and this edition has it no more`,
      fix: `keep the item; or take it out of the continuations of ${batchOf(id)}, and import that first`,
    })),
  );
}
