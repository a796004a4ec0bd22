import type { Label } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode, NodeOf } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

/**
 * What a person calls a node: canonical names and codes first, other names where no canonical one is the same. Other
 * names are aliases, former names, and those that a text gives for short.
 */
export interface Names {
  readonly canonical: ReadonlyMap<string, readonly number[]>;
  readonly aliases: ReadonlyMap<string, readonly number[]>;
}

export const namesOf = perSnapshot((snapshot): Names => {
  const canonical = new Map<string, number[]>();
  const aliases = new Map<string, number[]>();
  for (const [place, node] of snapshot.nodes.entries()) {
    for (const name of canonicalNames(node)) note(canonical, name, place);
    for (const alias of 'aliases' in node ? node.aliases : []) note(aliases, alias, place);
    for (const former of 'formerNames' in node ? (node.formerNames ?? []) : []) note(aliases, former, place);
    for (const short of snapshot.shortNames(place)) note(aliases, short, place);
  }
  return { canonical, aliases };
});

const canonicalNames = (node: AnyNode): string[] => [
  ...('name' in node ? [node.name] : []),
  ...('code' in node ? [node.code] : []),
  ...('title' in node && !('code' in node) ? [node.title] : []),
];

function note(names: Map<string, number[]>, name: string, place: number): void {
  const known = names.get(name);
  if (known) known.push(place);
  else names.set(name, [place]);
}

/** The places of a label's nodes that have this id or any name that is this, those of the canonical name first. */
export function nodesNamed(snapshot: GraphSnapshot, label: Label, name: string): number[] {
  const { canonical, aliases } = namesOf(snapshot);
  const byId = labelOf(name as NodeId) === label ? snapshot.placeOf(name) : undefined;
  const places = new Set([
    ...(byId === undefined ? [] : [byId]),
    ...(canonical.get(name) ?? []),
    ...(aliases.get(name) ?? []),
  ]);
  return [...places].filter((place) => snapshot.labelOf(place) === label);
}

/** The node of a label that has this name or id, or null. */
export const loadNamed = <L extends Label>(
  context: GraphContext,
  label: L,
  name: string,
): MaybePromise<NodeOf<L> | null> =>
  andThen(context.snapshot(), (snapshot) => {
    const [place] = nodesNamed(snapshot, label, name.trim());
    return place === undefined ? null : snapshot.nodeOf(label, place);
  });
