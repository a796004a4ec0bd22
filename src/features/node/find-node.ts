import { InvalidInput } from '../../domain/errors.ts';
import { LABELS, type Label } from '../../domain/model.ts';
import { fromGlobalId } from '../../graphql/relay/global-id.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { namesMeant, placesNamed } from './names.ts';
import { successorsOf } from './successors.ts';

/**
 * The index of the node that an argument names: by its id, or by a name, alias, code or document title of exactly one
 * node.
 * @param label if given, only nodes of that label match
 * @throws InvalidInput naming the argument, if no node or several nodes match
 */
export function findNode(snapshot: GraphSnapshot, given: string, argument: string, label?: Label): number {
  const meant = (nodeIndex: number): boolean => label === undefined || snapshot.labelOf(nodeIndex) === label;
  const id = fromGlobalId(given);
  const byId = id === null ? undefined : snapshot.indexOf(id);
  if (byId !== undefined && meant(byId)) return byId;
  const named = namesMeant(snapshot, given, meant).map((name) => placesNamed(snapshot, name));
  const nodeIndexes = (kind: 'canonical' | 'aliases'): number[] => [
    ...new Set(named.flatMap((each) => each[kind]).filter(meant)),
  ];
  const canonically = nodeIndexes('canonical');
  const found = canonically.length > 0 ? canonically : nodeIndexes('aliases');
  const [nodeIndex] = found;
  if (nodeIndex !== undefined && found.length === 1) return successorsOf(snapshot, nodeIndex)[0] ?? nodeIndex;
  const shown = JSON.stringify(given.slice(0, 40));
  if (nodeIndex === undefined) {
    const kind = label === undefined ? 'node' : `node of kind ${LABELS[label].gloss}`;
    const what =
      id === null ? `${shown} is no id, name or code of a ${kind}` : `the graph has no ${kind} ${id}`;
    throw new InvalidInput(argument, `${what}; take an id from a node's id field, or write a name in full`);
  }
  const candidates = found.map((each) => LABELS[snapshot.labelOf(each)].gloss).join(', ');
  throw new InvalidInput(argument, `${shown} names ${found.length} nodes (${candidates}); give an id`);
}

export const findAgency = (snapshot: GraphSnapshot, given: string, argument: string): number =>
  findNode(snapshot, given, argument, 'Agency');
