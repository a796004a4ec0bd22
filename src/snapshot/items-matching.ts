import { UNBOUNDED } from '../domain/clause-algebra.ts';
import type { ItemClause } from '../domain/item-clause.ts';
import { foldText } from '../text/fold-text.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { ITEM_LINKS, type Linked, linkedToItem } from './item-links.ts';
import { textHoldersOf } from './text-holders.ts';
import type { Pieces } from './time-slices.ts';

/** The number of comparisons of an item with a clause between yields. */
const PIECE = 256;

/**
 * Returns the indexes of the reform items that match at least one clause, in the order of `items` (default: all items,
 * by position). If `clauses` is null, every item matches. Yields between steps.
 */
export function* itemsMatching(
  snapshot: GraphSnapshot,
  clauses: readonly ItemClause[] | null,
  items: readonly number[] = snapshot.ofLabel('ReformItem'),
): Pieces<number[]> {
  if (clauses === null) return [...items];
  const holders = new Map<string, Holder>();
  // Clauses of alternatives often repeat the same texts.
  for (const { containsAll, containsNone } of clauses) {
    for (const text of [...containsAll, ...containsNone]) {
      if (holders.has(text)) continue;
      holders.set(text, holderOf(snapshot, text));
      yield;
    }
  }
  const conditions: ((facts: ItemFacts) => boolean)[] = [];
  for (const clause of clauses) {
    conditions.push(toCondition(snapshot, clause, (text) => holders.get(text) as Holder));
    if (conditions.length % PIECE === 0) yield;
  }
  const mayMatch = narrowed(clauses, holders);
  const matching: number[] = [];
  let compared = 0;
  const facts = new ItemFacts(snapshot);
  for (const item of items) {
    if (mayMatch === undefined || mayMatch(item)) {
      facts.lookAt(item);
      if (conditions.some((matches) => matches(facts))) matching.push(item);
    }
    compared += conditions.length;
    if (compared < PIECE) continue;
    compared = 0;
    yield;
  }
  return matching;
}

const LABELS = Object.keys(ITEM_LINKS) as Linked[];

/** The facts about an item that clauses test, read from the snapshot on first use. One object serves all items. */
class ItemFacts {
  readonly #snapshot: GraphSnapshot;
  nodeIndex = -1;
  #linked: Set<number> | undefined;
  #folded: readonly string[] | undefined;
  #contains: Map<string, boolean> | undefined;

  constructor(snapshot: GraphSnapshot) {
    this.#snapshot = snapshot;
  }

  lookAt(nodeIndex: number): void {
    this.nodeIndex = nodeIndex;
    this.#linked = undefined;
    this.#folded = undefined;
    this.#contains = undefined;
  }

  /** All nodes that the item is linked to by a relationship that clauses can test. */
  get linked(): ReadonlySet<number> {
    this.#linked ??= new Set(
      LABELS.flatMap((label) => [...linkedToItem(this.#snapshot, this.nodeIndex, label)]),
    );
    return this.#linked;
  }

  count(label: Linked): number {
    return this.#snapshot.degree(this.nodeIndex, ITEM_LINKS[label]);
  }

  /** True if the title or content contains a folded text, in any printed form. */
  contains(text: string): boolean {
    this.#contains ??= new Map();
    const known = this.#contains.get(text) ?? this.#find(text);
    this.#contains.set(text, known);
    return known;
  }

  #find(text: string): boolean {
    const { title, content } = this.#snapshot.nodeOf('ReformItem', this.nodeIndex);
    // Most texts are printed in folded form, so fold the title and content only if the plain search fails.
    if (title.includes(text) || content.includes(text)) return true;
    this.#folded ??= [foldText(title), foldText(content)];
    return this.#folded.some((folded) => folded.includes(text));
  }
}

/** The result of looking up a folded text in the text index. */
interface Holder {
  /** The number of nodes that may contain it. */
  readonly count: number;
  /** Undefined if the texts are not indexed yet. */
  readonly mayHold: ((nodeIndex: number) => boolean) | undefined;
  readonly holds: (facts: ItemFacts) => boolean;
}

function holderOf(snapshot: GraphSnapshot, text: string): Holder {
  const nodeIndexes = textHoldersOf(snapshot)?.placesHolding(text);
  if (nodeIndexes === undefined)
    return {
      count: Number.POSITIVE_INFINITY,
      mayHold: undefined,
      holds: (facts) => facts.contains(text),
    };
  const mayHold = isOneOf(nodeIndexes, snapshot.nodes.length);
  return {
    count: nodeIndexes.length,
    mayHold,
    holds: (facts) => mayHold(facts.nodeIndex) && facts.contains(text),
  };
}

/** From this number of nodes, an array of flags for all nodes costs less than a set. */
const MANY_PLACES = 500;

function isOneOf(nodeIndexes: readonly number[], nodes: number): (nodeIndex: number) => boolean {
  if (nodeIndexes.length < MANY_PLACES) {
    const set = new Set(nodeIndexes);
    return (nodeIndex) => set.has(nodeIndex);
  }
  const flags = new Uint8Array(nodes);
  for (const nodeIndex of nodeIndexes) flags[nodeIndex] = 1;
  return (nodeIndex) => flags[nodeIndex] === 1;
}

/** If there is only one clause, returns a test for the items that may contain the rarest of its texts. */
function narrowed(clauses: readonly ItemClause[], holders: ReadonlyMap<string, Holder>): Holder['mayHold'] {
  const [clause, ...others] = clauses;
  if (clause === undefined || others.length > 0) return undefined;
  let rarest: Holder | undefined;
  for (const text of clause.containsAll) {
    const holder = holders.get(text) as Holder;
    if (rarest === undefined || holder.count < rarest.count) rarest = holder;
  }
  return rarest?.mayHold;
}

function toCondition(
  snapshot: GraphSnapshot,
  clause: ItemClause,
  holderOf: (text: string) => Holder,
): (facts: ItemFacts) => boolean {
  /** An unknown id becomes -1, which is linked to nothing. */
  const indexOf = (id: string): number => snapshot.indexOf(id) ?? -1;
  const all = clause.linkedToAll.map(indexOf);
  const any = clause.linkedToAny.map((ids) => ids.map(indexOf));
  const none = clause.linkedToNone.map(indexOf);
  const asksForLinks = all.length + any.length + none.length > 0;
  const isLinked = (linked: ReadonlySet<number>): boolean =>
    all.every((nodeIndex) => linked.has(nodeIndex)) &&
    any.every((nodeIndexes) => nodeIndexes.some((nodeIndex) => linked.has(nodeIndex))) &&
    !none.some((nodeIndex) => linked.has(nodeIndex));
  const containsAll = clause.containsAll.map(holderOf);
  const containsNone = clause.containsNone.map(holderOf);
  const bounds = (
    [
      ['Agency', clause.minAgencies, clause.maxAgencies],
      ['PilotZone', clause.minZones, clause.maxZones],
      ['Theme', clause.minThemes, clause.maxThemes],
    ] as const
  ).filter(([, least, most]) => least > 0 || most < UNBOUNDED);
  return (facts) =>
    bounds.every(([label, least, most]) => facts.count(label) >= least && facts.count(label) <= most) &&
    (!asksForLinks || isLinked(facts.linked)) &&
    containsAll.every(({ holds }) => holds(facts)) &&
    !containsNone.some(({ holds }) => holds(facts));
}
