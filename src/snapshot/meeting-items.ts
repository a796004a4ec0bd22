import type { ItemClause } from '../domain/item-clause.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';

/** The places of the reform items that meet at least one clause, by position; all of them where `clauses` is null. */
export function meetingItems(snapshot: GraphSnapshot, clauses: readonly ItemClause[] | null): number[] {
  const items = snapshot.ofLabel('ReformItem');
  return clauses === null ? [...items] : items.filter(itemCondition(snapshot, clauses));
}

/** Whether the item at a place meets at least one clause. */
export function itemCondition(
  snapshot: GraphSnapshot,
  clauses: readonly ItemClause[],
): (place: number) => boolean {
  const conditions = clauses.map((clause) => toCondition(snapshot, clause));
  return (place) => {
    const facts = factsOf(snapshot, place);
    return conditions.some((meets) => meets(facts));
  };
}

/** What a clause asks of an item, read from the snapshot. */
interface ItemFacts {
  /** All that it is linked to by what a clause asks about, gathered when a clause looks at it. */
  linked(): ReadonlySet<number>;
  readonly agencies: number;
  readonly zones: number;
  readonly themes: number;
  /** Lower-case title and content, made when a clause looks at them. */
  words(): string;
}

function toCondition(snapshot: GraphSnapshot, clause: ItemClause): (facts: ItemFacts) => boolean {
  /** An id that the graph lacks is linked to nothing. */
  const placeOf = (id: string): number => snapshot.placeOf(id) ?? -1;
  const all = clause.linkedToAll.map(placeOf);
  const any = clause.linkedToAny.map((ids) => ids.map(placeOf));
  const none = clause.linkedToNone.map(placeOf);
  const asksForLinks = all.length + any.length + none.length > 0;
  const isLinked = (linked: ReadonlySet<number>): boolean =>
    all.every((place) => linked.has(place)) &&
    any.every((places) => places.some((place) => linked.has(place))) &&
    !none.some((place) => linked.has(place));
  return ({ linked, agencies, zones, themes, words }) =>
    agencies >= clause.minAgencies &&
    agencies <= clause.maxAgencies &&
    zones >= clause.minZones &&
    zones <= clause.maxZones &&
    themes >= clause.minThemes &&
    themes <= clause.maxThemes &&
    (!asksForLinks || isLinked(linked())) &&
    clause.containsAll.every((text) => words().includes(text)) &&
    !clause.containsNone.some((text) => words().includes(text));
}

function factsOf(snapshot: GraphSnapshot, place: number): ItemFacts {
  const agencies = snapshot.linked(place, 'RESPONSIBLE_FOR', false);
  const zones = snapshot.linked(place, 'PILOTED_IN', true);
  const themes = snapshot.linked(place, 'HAS_THEME', true);
  let linked: Set<number> | undefined;
  let text: string | undefined;
  return {
    linked: () => {
      linked ??= new Set([
        ...agencies,
        ...zones,
        ...themes,
        ...snapshot.linked(place, 'PROMOTED_TO', true),
        ...snapshot.linked(place, 'PUBLISHED_IN', true),
      ]);
      return linked;
    },
    agencies: agencies.length,
    zones: zones.length,
    themes: themes.length,
    words: () => {
      const { title, content } = snapshot.nodeOf('ReformItem', place);
      text ??= `${title}\n${content}`.toLowerCase();
      return text;
    },
  };
}
