import type { ItemClause } from '../../../src/domain/item-clause.ts';
import { foldText } from '../../../src/text/fold-text.ts';
import type { PlainGraph } from './plain-graph.ts';

/** Ids of the items that match at least one clause, by position; all items if there is no filter. */
export const plainItems = (graph: PlainGraph, filter: readonly ItemClause[] | null): string[] =>
  graph.ofLabel('ReformItem').filter((item) => filter?.some((clause) => meets(graph, item, clause)) ?? true);

function meets(graph: PlainGraph, item: string, clause: ItemClause): boolean {
  const agencies = graph.to(item, 'RESPONSIBLE_FOR');
  const zones = graph.from(item, 'PILOTED_IN');
  const themes = graph.from(item, 'HAS_THEME');
  const others = [...graph.from(item, 'PROMOTED_TO'), ...graph.from(item, 'PUBLISHED_IN')];
  const linked = [...agencies, ...zones, ...themes, ...others];
  const { title, content } = graph.item(item);
  const contains = (words: string): boolean =>
    [title, content].some((text) => foldText(text).includes(words));
  const failures = [
    clause.linkedToAll.some((id) => !linked.includes(id)),
    clause.linkedToAny.some((ids) => ids.filter((id) => linked.includes(id)).length === 0),
    clause.linkedToNone.some((id) => linked.includes(id)),
    clause.containsAll.some((words) => !contains(words)),
    clause.containsNone.some(contains),
    agencies.length < clause.minAgencies || agencies.length > clause.maxAgencies,
    zones.length < clause.minZones || zones.length > clause.maxZones,
    themes.length < clause.minThemes || themes.length > clause.maxThemes,
  ];
  return !failures.includes(true);
}
