import { type Label, labels, type RelationshipType, relationshipTypes } from '../domain/model.ts';
import type { BatchNode } from '../domain/nodes.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The number of nodes of each label that has any, sorted by label. */
export const countNodesIn = (snapshot: GraphSnapshot): { label: Label; count: number }[] =>
  labels
    .map((label) => ({ label, count: snapshot.countOf(label) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.label < b.label ? -1 : 1));

/** The number of relationships of each type that has any, sorted by type. */
export const countRelationshipsIn = (snapshot: GraphSnapshot): { type: RelationshipType; count: number }[] =>
  relationshipTypes
    .map((type) => ({ type, count: snapshot.edgeCount(type) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.type < b.type ? -1 : 1));

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** All batches, by publisher, then number. */
export const batchesIn = perSnapshot((snapshot): readonly BatchNode[] =>
  snapshot
    .ofLabel('Batch')
    .map((index) => snapshot.nodeOf('Batch', index))
    .sort((a, b) => order(a.publisher, b.publisher) || a.number - b.number || order(a.id, b.id)),
);
