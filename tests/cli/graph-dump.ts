import { z } from 'zod';
import { readGraphVersion } from '../../src/store/graph-version.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Statement } from '../../src/store/statement.ts';

const nothing = z.strictObject({}) as unknown as z.ZodType<Record<string, never>>;
const row = z.record(z.string(), z.unknown());
type Row = z.infer<typeof row>;

const statement = (file: string, text: string): Statement<Record<string, never>, Row> => ({
  file,
  text,
  mode: 'read',
  columns: [],
  params: nothing,
  row,
});
const allNodes = statement('tests/nodes', 'MATCH (n:Entity) RETURN properties(n) AS node ORDER BY n.id');
const allRelationships = statement(
  'tests/relationships',
  'MATCH (a:Entity)-[x]->(b:Entity) RETURN type(x) AS type, a.id AS start, b.id AS end, properties(x) AS properties ORDER BY type, start, end',
);

export interface Dump {
  readonly version: number;
  readonly nodes: readonly Row[];
  readonly relationships: readonly Row[];
}

/** The contents of an embedded graph file. No other process may have it open. */
export async function dumpGraph(file: string): Promise<Dump> {
  const store = await openStore(`file:${file}`, {}, { timeoutMs: 10_000 });
  try {
    const version = await readGraphVersion(store);
    const nodes = (await store.read(allNodes, {})).map(({ node }) => node as Row);
    return { version, nodes, relationships: await store.read(allRelationships, {}) };
  } finally {
    await store.close();
  }
}
