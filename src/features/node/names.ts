import { appendTo } from '../../domain/group-by.ts';
import { factLabels, type Label, labels } from '../../domain/model.ts';
import type { NodeOf } from '../../domain/nodes.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

/**
 * What a person calls a node: canonical names and codes first, other names where no canonical one is the same. Other
 * names are aliases, former names, and those that a text gives for short.
 */
interface Names {
  readonly canonical: ReadonlyMap<string, readonly number[]>;
  readonly aliases: ReadonlyMap<string, readonly number[]>;
}

/** Labels of nodes that have a code, which their id ends in; there are many, and their names need no index. */
type Coded = 'ReformItem' | 'Batch';
const CODED: readonly Coded[] = ['ReformItem', 'Batch'];
const NAMED = labels.filter((label) => !CODED.includes(label as Coded) && !factLabels.includes(label));

const namesOf = perSnapshot((snapshot): Names => {
  const canonical = new Map<string, number[]>();
  const aliases = new Map<string, number[]>();
  for (const place of NAMED.flatMap((label) => snapshot.ofLabel(label))) {
    const node = snapshot.node(place);
    if ('name' in node) appendTo(canonical, node.name, place);
    else if ('title' in node) appendTo(canonical, node.title, place);
    for (const alias of 'aliases' in node ? node.aliases : []) appendTo(aliases, alias, place);
    for (const former of 'formerNames' in node ? (node.formerNames ?? []) : [])
      appendTo(aliases, former, place);
    for (const short of snapshot.shortNames(place)) appendTo(aliases, short, place);
  }
  return { canonical, aliases };
});

/** The places of the nodes whose canonical name or code this is, ascending, and of those that have it beside theirs. */
export const placesNamed = (
  snapshot: GraphSnapshot,
  name: string,
): Readonly<Record<keyof Names, readonly number[]>> => {
  const { canonical, aliases } = namesOf(snapshot);
  const coded = CODED.flatMap((label) => nodesCoded(snapshot, label, name));
  return { canonical: [...(canonical.get(name) ?? []), ...coded], aliases: aliases.get(name) ?? [] };
};

/** The place of the node of this code, if there is one. */
export function nodesCoded(snapshot: GraphSnapshot, label: Coded, code: string): number[] {
  const place = snapshot.placeOf(`${label}:${code}`);
  return place === undefined ? [] : [place];
}

/** The places of a label's nodes that have this id or any name that is this, those of the canonical name first. */
export function nodesNamed(snapshot: GraphSnapshot, label: Label, name: string): number[] {
  const { canonical, aliases } = placesNamed(snapshot, name);
  const byId = snapshot.placeOf(name);
  const places = new Set([...(byId === undefined ? [] : [byId]), ...canonical, ...aliases]);
  return [...places].filter((place) => snapshot.labelOf(place) === label);
}

/** The node of a label that has this name or id, or null. */
export const loadNamed = <L extends Label>(
  context: RequestContext,
  label: L,
  name: string,
): NodeOf<L> | null => loadFirst(context, label, (snapshot) => nodesNamed(snapshot, label, name.trim()));

/** The node of a label that has this code, or null. */
export const loadCoded = <L extends Coded>(
  context: RequestContext,
  label: L,
  code: string,
): NodeOf<L> | null => loadFirst(context, label, (snapshot) => nodesCoded(snapshot, label, code.trim()));

/** The first of the places that are found, as a node, or null. */
export const loadFirst = <L extends Label>(
  context: RequestContext,
  label: L,
  find: (snapshot: GraphSnapshot) => readonly number[],
): NodeOf<L> | null => {
  const [place] = find(context.snapshot);
  return place === undefined ? null : context.snapshot.nodeOf(label, place);
};
