import { InvalidInput } from '../../domain/errors.ts';
import { type NodeId, parseNodeId } from '../../domain/node-id.ts';

/** A node's id as clients see it: opaque, the same on every engine and after every import. */
export const toGlobalId = (id: string): string => Buffer.from(id, 'utf8').toString('base64url');

/** The node id of a global id, or null if the text is not a global id. */
export function fromGlobalId(globalId: string): NodeId | null {
  const id = Buffer.from(globalId, 'base64url').toString('utf8');
  return toGlobalId(id) === globalId && parseNodeId(id) ? (id as NodeId) : null;
}

/** @throws InvalidInput naming the argument, if the text is not a global id */
export function requireGlobalId(globalId: string, argument: string): NodeId {
  const id = fromGlobalId(globalId);
  if (id === null) {
    const shown = JSON.stringify(globalId.slice(0, 40));
    throw new InvalidInput(
      argument,
      `${shown} is not a node id of this server; take it from a node's id field`,
    );
  }
  return id;
}
