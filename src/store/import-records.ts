import { type ImportRecord, importRecord } from '../domain/change-record.ts';
import { changesImports } from './statements.gen.ts';
import type { Store } from './store.ts';

/** The imports that changed the graph behind a version, oldest first. */
export async function readImports(
  store: Pick<Store, 'read'>,
  since: number,
  first: number,
): Promise<ImportRecord[]> {
  const page = { afterKey: null, afterId: null, backward: false, keyDown: false, withTotal: false };
  const [row] = await store.read(changesImports, { since, first, ...page });
  return (row?.edges ?? []).map(({ node }) => importRecord.parse(node));
}
