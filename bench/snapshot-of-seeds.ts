/** Makes a snapshot of bulletins without an engine, so that a measurement can have a new one at any time. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphRelationship } from '../src/domain/graph-document.ts';
import type { AnyNode } from '../src/domain/nodes.ts';
import { readGraphDocument } from '../src/ingest/read-graph-document.ts';
import { readVocabulary } from '../src/ingest/vocabulary.ts';
import type { GraphSnapshot } from '../src/snapshot/graph-snapshot.ts';
import { snapshotOf } from '../tests/support/snapshots.ts';

/** @returns a function that makes the same snapshot, a new one each time */
export function readSeeds(folder: string): () => GraphSnapshot {
  const vocabulary = readVocabulary(folder);
  const nodes = new Map<string, AnyNode>();
  const relationships = new Map<string, GraphRelationship>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const { document } = readGraphDocument(join(folder, file), vocabulary);
    for (const node of document.nodes) nodes.set(node.id, node);
    for (const each of document.relationships)
      relationships.set(`${each.type} ${each.from} ${each.to}`, each);
  }
  const document = { nodes: [...nodes.values()], relationships: [...relationships.values()] };
  return () => snapshotOf(document);
}
