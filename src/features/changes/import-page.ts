import { type ImportRecord, importRecord } from '../../domain/change-record.ts';
import { GraphChanged } from '../../domain/errors.ts';
import type { PageParams } from '../../graphql/relay/connection.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { changedAtOf } from '../../store/graph-version.ts';
import { changesImports } from '../../store/statements.gen.ts';

/** An import on a page. */
export interface ImportEdge {
  /** The version that the import made. */
  readonly key: number;
  readonly node: ImportRecord;
}

/**
 * A page of the imports after version `since`, up to the version of the request's snapshot.
 * @throws GraphChanged if the database has been emptied and filled again since the snapshot was read
 */
export async function importPage(
  context: RequestContext,
  since: number,
  { first, afterKey, backward }: PageParams<number>,
): Promise<{ total: number; edges: ImportEdge[] }> {
  const { version, stamp } = context.snapshot;
  const [found] = await context.read(changesImports, {
    since,
    until: version,
    after: backward ? since : (afterKey ?? since),
    before: backward ? (afterKey ?? version + 1) : version + 1,
    first,
    newest: backward,
  });
  const { total = 0, untilAt = null, imports = [] } = found ?? {};
  if (untilAt !== null && untilAt !== changedAtOf(stamp)) throw new GraphChanged();
  const records = imports.map((each) => importRecord.parse(each));
  return { total, edges: records.map((node) => ({ key: node.version, node })) };
}
