import { MANY } from '../domain/clause-algebra.ts';
import type { ItemClause } from '../domain/item-clause.ts';
import { foldText } from '../text/fold-text.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { ITEM_LINKS, type Linked, linkedToItem } from './item-links.ts';
import { textHoldersOf } from './text-holders.ts';

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
  const holders = new Map<string, Holds>();
  /** Clauses of alternatives have the same texts again and again. */
  const holding = (text: string): Holds => {
    const known = holders.get(text) ?? holdsText(snapshot, text);
    holders.set(text, known);
    return known;
  };
  const conditions = clauses.map((clause) => toCondition(snapshot, clause, holding));
  return (place) => {
    const facts = new ItemFacts(snapshot, place);
    return conditions.some((meets) => meets(facts));
  };
}

const LABELS = Object.keys(ITEM_LINKS) as Linked[];

/** What a clause asks of an item, read from the snapshot when a clause looks at it. */
class ItemFacts {
  readonly #snapshot: GraphSnapshot;
  readonly place: number;
  #linked: Set<number> | undefined;
  #folded: readonly string[] | undefined;
  #contains: Map<string, boolean> | undefined;

  constructor(snapshot: GraphSnapshot, place: number) {
    this.#snapshot = snapshot;
    this.place = place;
  }

  /** All that it is linked to by what a clause asks about. */
  get linked(): ReadonlySet<number> {
    this.#linked ??= new Set(LABELS.flatMap((label) => [...linkedToItem(this.#snapshot, this.place, label)]));
    return this.#linked;
  }

  count(label: Linked): number {
    return this.#snapshot.degree(this.place, ITEM_LINKS[label]);
  }

  /** Whether the title or content has a folded text, whichever way it is printed. */
  contains(text: string): boolean {
    this.#contains ??= new Map();
    const known = this.#contains.get(text) ?? this.#find(text);
    this.#contains.set(text, known);
    return known;
  }

  #find(text: string): boolean {
    const { title, content } = this.#snapshot.nodeOf('ReformItem', this.place);
    // A folded text is printed as it is nearly everywhere; only where it isn't, a text is folded.
    if (title.includes(text) || content.includes(text)) return true;
    this.#folded ??= [foldText(title), foldText(content)];
    return this.#folded.some((folded) => folded.includes(text));
  }
}

type Holds = (facts: ItemFacts) => boolean;

/** Whether an item has a folded text, without a look into those that the index of texts rules out. */
function holdsText(snapshot: GraphSnapshot, text: string): Holds {
  const places = textHoldersOf(snapshot)?.placesHolding(text);
  if (places === undefined) return (facts) => facts.contains(text);
  const mayHold = new Uint8Array(snapshot.nodes.length);
  for (const place of places) mayHold[place] = 1;
  return (facts) => mayHold[facts.place] === 1 && facts.contains(text);
}

function toCondition(
  snapshot: GraphSnapshot,
  clause: ItemClause,
  holding: (text: string) => Holds,
): (facts: ItemFacts) => boolean {
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
  const containsAll = clause.containsAll.map(holding);
  const containsNone = clause.containsNone.map(holding);
  const bounds = (
    [
      ['Agency', clause.minAgencies, clause.maxAgencies],
      ['PilotZone', clause.minZones, clause.maxZones],
      ['Theme', clause.minThemes, clause.maxThemes],
    ] as const
  ).filter(([, least, most]) => least > 0 || most < MANY);
  return (facts) =>
    bounds.every(([label, least, most]) => facts.count(label) >= least && facts.count(label) <= most) &&
    (!asksForLinks || isLinked(facts.linked)) &&
    containsAll.every((holds) => holds(facts)) &&
    !containsNone.some((holds) => holds(facts));
}
