import { type ImportRecord, importRecord } from '../domain/change-record.ts';
import { changesImports } from './statements.gen.ts';
import type { Store } from './store.ts';

/** The imports that changed the graph after version `since`, oldest first, at most `first` of them. */
export async function readImports(
  store: Pick<Store, 'read'>,
  since: number,
  first: number,
): Promise<ImportRecord[]> {
  const [least, most] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const page = { until: most, after: least, before: most, newest: false };
  const [row] = await store.read(changesImports, { since, first, ...page });
  return (row?.imports ?? []).map((each) => importRecord.parse(each));
}
