import { LRUCache } from 'lru-cache';
import { InvalidInput } from '../../domain/errors.ts';
import { appendTo } from '../../domain/group-by.ts';
import { factLabels, type Label, labels } from '../../domain/model.ts';
import type { NodeOf } from '../../domain/nodes.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { foldText } from '../../text/fold-text.ts';

/**
 * The names of nodes: canonical names and codes first, other names if no canonical name is the same. Other names are
 * aliases, former names, and short names used in a text.
 */
interface Names {
  readonly canonical: ReadonlyMap<string, readonly number[]>;
  readonly aliases: ReadonlyMap<string, readonly number[]>;
  /** Names by their folded text. Names equal to their folded text are left out. */
  readonly unfolded: ReadonlyMap<string, readonly string[]>;
}

/**
 * Labels of nodes with a code at the end of their id. There are many of these nodes, and they need no index of names.
 */
type Coded = 'ReformItem' | 'Batch';
const CODED: readonly Coded[] = ['ReformItem', 'Batch'];
const NAMED = labels.filter((label) => !CODED.includes(label as Coded) && !factLabels.includes(label));

/** All names of a node, the canonical one first; the code if it has one; nothing for a fact. */
export function namesOfNode(snapshot: GraphSnapshot, nodeIndex: number): string[] {
  const node = snapshot.node(nodeIndex);
  if ('code' in node) return [node.code];
  if ('name' in node) return [node.name, ...otherNamesOf(snapshot, nodeIndex)];
  return 'title' in node ? [node.title] : [];
}

/** Aliases, former names, and short names used in a text. */
function otherNamesOf(snapshot: GraphSnapshot, nodeIndex: number): string[] {
  const node = snapshot.node(nodeIndex);
  return [
    ...('aliases' in node ? node.aliases : []),
    ...('formerNames' in node ? (node.formerNames ?? []) : []),
    ...snapshot.shortNames(nodeIndex),
  ];
}

const namesOf = perSnapshot((snapshot): Names => {
  const canonical = new Map<string, number[]>();
  const aliases = new Map<string, number[]>();
  for (const nodeIndex of NAMED.flatMap((label) => snapshot.ofLabel(label))) {
    const node = snapshot.node(nodeIndex);
    if ('name' in node) appendTo(canonical, node.name, nodeIndex);
    else if ('title' in node) appendTo(canonical, node.title, nodeIndex);
    for (const name of otherNamesOf(snapshot, nodeIndex)) appendTo(aliases, name, nodeIndex);
  }
  const unfolded = new Map<string, string[]>();
  for (const name of new Set([...canonical.keys(), ...aliases.keys()])) {
    const folded = foldText(name);
    if (folded !== name) appendTo(unfolded, folded, name);
  }
  return { canonical, aliases, unfolded };
});

type Named = Readonly<Record<'canonical' | 'aliases', readonly number[]>>;

const MAX_LOOKED_UP = 1000;
const LONGEST_LOOKED_UP = 100;
/** Names already looked up: one lookup needs the same name several times. */
const lookedUp = perSnapshot(() => new LRUCache<string, Named>({ max: MAX_LOOKED_UP }));

/** The indexes of the nodes with this canonical name or code, ascending, and of the nodes with this as another name. */
export function placesNamed(snapshot: GraphSnapshot, name: string): Named {
  const known = lookedUp(snapshot);
  const before = known.get(name);
  if (before !== undefined) return before;
  const { canonical, aliases } = namesOf(snapshot);
  const coded = CODED.flatMap((label) => nodesCoded(snapshot, label, name));
  const named = { canonical: [...(canonical.get(name) ?? []), ...coded], aliases: aliases.get(name) ?? [] };
  if (name.length <= LONGEST_LOOKED_UP) known.set(name, named);
  return named;
}

/**
 * The names and codes, as printed, that a text can refer to: the text itself if a node in question has it, else all
 * names that compare equal (see foldText). Several only if the graph has them as different names.
 */
export function namesMeant(
  snapshot: GraphSnapshot,
  given: string,
  meant: (nodeIndex: number) => boolean,
): readonly string[] {
  const isName = (name: string): boolean => {
    const { canonical, aliases } = placesNamed(snapshot, name);
    return canonical.some(meant) || aliases.some(meant);
  };
  const name = given.trim();
  if (isName(name)) return [name];
  const folded = foldText(name);
  return [folded, ...(namesOf(snapshot).unfolded.get(folded) ?? [])].filter(isName);
}

/** The index of the node with this code, if there is one. */
export function nodesCoded(snapshot: GraphSnapshot, label: Coded, code: string): number[] {
  const nodeIndex = snapshot.indexOf(`${label}:${foldText(code)}`);
  return nodeIndex === undefined ? [] : [nodeIndex];
}

/** The indexes of a label's nodes with this id or any such name, those with it as canonical name first. */
export function nodesNamed(snapshot: GraphSnapshot, label: Label, given: string): number[] {
  const isOfLabel = (nodeIndex: number): boolean => snapshot.labelOf(nodeIndex) === label;
  const named = namesMeant(snapshot, given, isOfLabel).map((name) => placesNamed(snapshot, name));
  const byId = snapshot.indexOf(given);
  const nodeIndexes = new Set([
    ...(byId === undefined ? [] : [byId]),
    ...named.flatMap(({ canonical }) => canonical),
    ...named.flatMap(({ aliases }) => aliases),
  ]);
  return [...nodeIndexes].filter(isOfLabel);
}

/** @throws InvalidInput if no name is printed like the text and several names of different nodes compare equal to it */
export function assertOneName(snapshot: GraphSnapshot, label: Label, given: string, argument: string): void {
  const isOfLabel = (nodeIndex: number): boolean => snapshot.labelOf(nodeIndex) === label;
  const names = namesMeant(snapshot, given, isOfLabel);
  if (names.length < 2 || nodesNamed(snapshot, label, given).length < 2) return;
  throw new InvalidInput(
    argument,
    `may mean ${names.join(' or ')}; write the one that is meant as it is printed`,
  );
}

/**
 * The node of a label with this name or id, or null.
 * @throws InvalidInput naming the argument, if the name can refer to several nodes
 */
export function loadNamed<L extends Label>(
  context: RequestContext,
  label: L,
  name: string,
  argument = 'name',
): NodeOf<L> | null {
  assertOneName(context.snapshot, label, name, argument);
  return loadFirst(context, label, (snapshot) => nodesNamed(snapshot, label, name.trim()));
}

/** The node of a label with this code, or null. */
export const loadCoded = <L extends Coded>(
  context: RequestContext,
  label: L,
  code: string,
): NodeOf<L> | null => loadFirst(context, label, (snapshot) => nodesCoded(snapshot, label, code.trim()));

/** The first node found, or null. */
export const loadFirst = <L extends Label>(
  context: RequestContext,
  label: L,
  find: (snapshot: GraphSnapshot) => readonly number[],
): NodeOf<L> | null => {
  const [nodeIndex] = find(context.snapshot);
  return nodeIndex === undefined ? null : context.snapshot.nodeOf(label, nodeIndex);
};
