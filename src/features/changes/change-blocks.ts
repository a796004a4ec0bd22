import DataLoader from 'dataloader';
import { GraphChanged } from '../../domain/errors.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { changesBlocks } from '../../store/statements.gen.ts';

type Blocks = DataLoader<string, readonly string[]>;

const loaders = new WeakMap<RequestContext, Blocks>();

/**
 * The entries of a block of changes, as JSON texts. One statement reads all blocks that a request asks for in the same
 * tick.
 * @throws GraphChanged if the block is missing: the database has been emptied since the import's record was read
 */
export function loadBlock(context: RequestContext, id: string): Promise<readonly string[]> {
  const loader = loaders.get(context) ?? loaderOf(context);
  loaders.set(context, loader);
  return loader.load(id);
}

const loaderOf = (context: RequestContext): Blocks =>
  new DataLoader<string, readonly string[]>(async (ids) => {
    const rows = await context.read(changesBlocks, { ids: [...ids] });
    const entries = new Map(rows.map((row) => [row.ownerId, row.entries]));
    return ids.map((id) => entries.get(id) ?? new GraphChanged());
  });
