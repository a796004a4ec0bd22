import { LABELS, type Label } from './model.ts';

/**
 * A node's id in the graph: its label and its key, such as `ReformItem:tj-7-17` or `Agency:天津海关`.
 * It does not depend on the engine or the order of import, so it is the same after a re-import and on every engine.
 */
export type NodeId = `${Label}:${string}`;

export const nodeId = (label: Label, key: string): NodeId => `${label}:${key}`;

/** The parts of a node id, or null if the text is not the id of a node with one of these labels. */
export function parseNodeId(
  text: string,
  labels: Readonly<Record<string, object>> = LABELS,
): { label: Label; key: string } | null {
  const colon = text.indexOf(':');
  const label = text.slice(0, colon);
  const key = text.slice(colon + 1);
  return colon > 0 && key !== '' && Object.hasOwn(labels, label) ? { label: label as Label, key } : null;
}

export const labelOf = (id: NodeId): Label => id.slice(0, id.indexOf(':')) as Label;
