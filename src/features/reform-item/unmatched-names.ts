import type { Label } from '../../domain/model.ts';
import { jsonTextOf } from '../../graphql/json-text.ts';
import { toGlobalId } from '../../graphql/relay/global-id.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { nodeKindOf } from '../node/kinds.ts';
import { namesOfNode } from '../node/names.ts';
import { nearestNames } from '../node/nearest-names.ts';
import type { Resolve } from './filter-condition.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';
import { idsIn } from './resolve-filter.ts';
import { MAX_NEAREST, MAX_UNMATCHED, type UnmatchedName } from './unmatched.type.ts';

const LABEL_OF = {
  agencies: 'Agency',
  zones: 'PilotZone',
  themes: 'Theme',
  regions: 'Region',
  batch: 'Batch',
} as const satisfies Partial<Record<Parameters<Resolve>[0], Label>>;
type NamedKind = keyof typeof LABEL_OF;

interface GivenName {
  readonly kind: NamedKind;
  readonly name: string;
  readonly argument: string;
}

/** The first names in a filter that are not in the graph, each once, in the order of the filter, with similar names. */
export async function loadUnmatched(
  context: RequestContext,
  filter: ReformItemFilter | undefined | null,
  path = 'filter',
): Promise<UnmatchedName[]> {
  if (filter == null) return [];
  // All owners of a level share one filter.
  return context.computeCached(`unmatched ${path} ${jsonTextOf(filter)}`, () =>
    unmatchedIn(context.snapshot, filter, path),
  );
}

function* unmatchedIn(
  snapshot: GraphSnapshot,
  filter: ReformItemFilter,
  path: string,
): Pieces<UnmatchedName[]> {
  const resolve = idsIn(snapshot);
  const lacking = new Map<string, GivenName>();
  for (const given of namesIn(filter, path)) {
    if (lacking.size === MAX_UNMATCHED) break;
    const key = `${given.kind} ${given.name}`;
    if (!lacking.has(key) && resolve(given.kind, given.name).length === 0) lacking.set(key, given);
  }
  const unmatched: UnmatchedName[] = [];
  for (const given of lacking.values()) unmatched.push(yield* withNearest(snapshot, given));
  return unmatched;
}

function* withNearest(snapshot: GraphSnapshot, given: GivenName): Pieces<UnmatchedName> {
  const { kind, name, argument } = given;
  const near = yield* nearestNames(snapshot, [LABEL_OF[kind]], name, MAX_NEAREST);
  const nearest = near.map((each) => ({
    id: toGlobalId(snapshot.nodes.idOf(each.nodeIndex)),
    name: namesOfNode(snapshot, each.nodeIndex)[0] ?? each.name,
    kind: nodeKindOf(snapshot.labelOf(each.nodeIndex)),
  }));
  return { name, argument, nearest };
}

function* namesIn(filter: ReformItemFilter | undefined | null, path: string): Generator<GivenName> {
  if (filter == null) return;
  for (const kind of ['batch', 'regions'] as const) yield* listed(kind, filter[kind], `${path}.${kind}`);
  for (const kind of ['agencies', 'zones', 'themes'] as const)
    for (const part of ['anyOf', 'allOf', 'noneOf'] as const)
      yield* listed(kind, filter[kind]?.[part], `${path}.${kind}.${part}`);
  for (const part of ['and', 'or'] as const)
    for (const [index, inner] of (filter[part] ?? []).entries())
      yield* namesIn(inner, `${path}.${part}[${index}]`);
  yield* namesIn(filter.not, `${path}.not`);
}

function* listed(
  kind: NamedKind,
  names: readonly string[] | undefined | null,
  path: string,
): Generator<GivenName> {
  for (const [index, name] of (names ?? []).entries()) yield { kind, name, argument: `${path}[${index}]` };
}
