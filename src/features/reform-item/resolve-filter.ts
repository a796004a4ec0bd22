import type { ItemClause } from '../../domain/item-clause.ts';
import type { GraphContext } from '../../graphql/context.ts';
import type { RelationLoader } from '../../graphql/relation-loader.ts';
import { fromGlobalId } from '../../graphql/relay/global-id.ts';
import {
  agencyByNames,
  batchByCodes,
  batchByNumbers,
  batchPublishedUntil,
  pilotZoneByNames,
  regionByNames,
  themeCovers,
} from '../../store/statements.gen.ts';
import { namesIn, toCondition } from './filter-condition.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';

const STATEMENTS = {
  agencies: agencyByNames,
  zones: pilotZoneByNames,
  themes: themeCovers,
  regions: regionByNames,
  batches: batchByNumbers,
  batch: batchByCodes,
  asOf: batchPublishedUntil,
} as const;
type Kind = keyof typeof STATEMENTS;

/** One filter serves every owner of a level, so its meaning is worked out once for each version that is tried. */
const resolved = new WeakMap<RelationLoader, Map<string, Promise<ItemClause[]>>>();

/**
 * The clauses that the filter comes to, null for no filter. Costs one statement for each kind of name used.
 * @throws InvalidInput naming the place in the filter
 */
export async function resolveFilter(
  context: GraphContext,
  filter: ReformItemFilter | undefined | null,
  path = 'filter',
): Promise<ItemClause[] | null> {
  if (filter == null) return null;
  const names = namesIn(filter, path);
  const known = resolved.get(context.relations) ?? new Map<string, Promise<ItemClause[]>>();
  resolved.set(context.relations, known);
  const key = `${path} ${JSON.stringify(filter)}`;
  const clauses = known.get(key) ?? toClauses(context, filter, names, path);
  known.set(key, clauses);
  return clauses;
}

async function toClauses(
  context: GraphContext,
  filter: ReformItemFilter,
  names: ReturnType<typeof namesIn>,
  path: string,
): Promise<ItemClause[]> {
  const ids = new Map<string, string[]>();
  await Promise.all(
    (Object.keys(STATEMENTS) as Kind[]).flatMap((kind) =>
      [...names[kind]].map(async (name) => {
        const rows = await context.relations.load<{ ids: string[] }, { ownerId: string; id: string }>(
          STATEMENTS[kind],
          fromGlobalId(name) ?? name.trim(),
          {},
        );
        ids.set(
          `${kind} ${name}`,
          rows.map((row) => row.id),
        );
      }),
    ),
  );
  return [...toCondition(filter, (kind, name) => ids.get(`${kind} ${name}`) ?? [], path)];
}
