import type { ItemClause } from '../domain/item-clause.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';

/** What a clause asks of an item, read from the snapshot. */
interface ItemFacts {
  readonly linked: ReadonlySet<string>;
  readonly agencies: number;
  readonly zones: number;
  readonly themes: number;
  /** Lower-case title and content, made when a clause looks at them. */
  words(): string;
}

/**
 * The places of the reform items that meet at least one clause, by position; all of them where `clauses` is null.
 * The in-memory twin of the item-filter block of the query files: tests hold the two to the same answers.
 */
export function meetingItems(snapshot: GraphSnapshot, clauses: readonly ItemClause[] | null): number[] {
  const items = snapshot.ofLabel('ReformItem');
  if (clauses === null) return [...items];
  return items.filter((place) => {
    const facts = factsOf(snapshot, place);
    return clauses.some((clause) => meets(facts, clause));
  });
}

const meets = (facts: ItemFacts, clause: ItemClause): boolean =>
  facts.agencies >= clause.minAgencies &&
  facts.agencies <= clause.maxAgencies &&
  facts.zones >= clause.minZones &&
  facts.zones <= clause.maxZones &&
  facts.themes >= clause.minThemes &&
  facts.themes <= clause.maxThemes &&
  clause.linkedToAll.every((id) => facts.linked.has(id)) &&
  clause.linkedToAny.every((ids) => ids.some((id) => facts.linked.has(id))) &&
  !clause.linkedToNone.some((id) => facts.linked.has(id)) &&
  clause.containsAll.every((words) => facts.words().includes(words)) &&
  !clause.containsNone.some((words) => facts.words().includes(words));

function factsOf(snapshot: GraphSnapshot, place: number): ItemFacts {
  const agencies = snapshot.linked(place, 'RESPONSIBLE_FOR', false);
  const zones = snapshot.linked(place, 'PILOTED_IN', true);
  const themes = snapshot.linked(place, 'HAS_THEME', true);
  const others = [snapshot.linked(place, 'PROMOTED_TO', true), snapshot.linked(place, 'PUBLISHED_IN', true)];
  const linked = new Set<string>();
  for (const ends of [agencies, zones, themes, ...others]) {
    for (const end of ends) linked.add(snapshot.node(end).id);
  }
  let words: string | undefined;
  return {
    linked,
    agencies: agencies.length,
    zones: zones.length,
    themes: themes.length,
    words: () => {
      const { title, content } = snapshot.nodeOf('ReformItem', place);
      words ??= `${title}\n${content}`.toLowerCase();
      return words;
    },
  };
}
