import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { labelOf, type NodeId } from '../../src/domain/node-id.ts';
import type { Store } from '../../src/store/store.ts';
import { inlineStatement, type Row } from './inline-statement.ts';

/** All nodes and relationships with labels, types and properties. The node of the graph's version is separate. */
export interface GraphDump {
  readonly nodes: readonly Row[];
  readonly relationships: readonly Row[];
}

const everyNode = inlineStatement('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties', {
  columns: { labels: 'string[]', properties: 'map' },
});
const everyRelationship = inlineStatement(
  'MATCH (a)-[x]->(b) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties',
  { columns: { type: 'string', from: 'string', to: 'string', properties: 'map' } },
);

/** Labels of the records that the graph keeps of its imports. */
const RECORDS = ['ImportRecord', 'ChangeBlock'];

/** Reads the whole graph. `run` is a store's read, or a transaction's run to read what the transaction sees. */
export async function dumpGraph(
  run: Store['read'],
): Promise<GraphDump & { version: Row | undefined; records: readonly Row[] }> {
  const nodes = (await run(everyNode, {})).map(({ labels, properties }) => ({
    labels: [...(labels as string[])].sort(),
    properties,
  }));
  const isVersion = (node: { labels: string[] }): boolean => node.labels.includes('Graph');
  const isRecord = ({ labels }: { labels: string[] }): boolean =>
    labels.some((each) => RECORDS.includes(each));
  return {
    nodes: sorted(nodes.filter((node) => !isVersion(node) && !isRecord(node))),
    records: sorted(nodes.filter(isRecord)),
    relationships: sorted(await run(everyRelationship, {})),
    version: nodes.find(isVersion)?.properties as Row | undefined,
  };
}

/** The whole graph, including its version and the records of its imports. */
export const dumpWhole = (store: Store) => dumpGraph((statement, params) => store.read(statement, params));

export async function dumpStore(store: Store): Promise<GraphDump> {
  const { nodes, relationships } = await dumpWhole(store);
  return { nodes, relationships };
}

/** The expected graph after importing exactly these documents, computed without an engine. */
export function dumpOf(...documents: readonly GraphDocument[]): GraphDump {
  const nodes = new Map<string, Row>();
  const relationships = new Map<string, Row>();
  for (const document of documents) {
    for (const node of document.nodes) {
      nodes.set(node.id, { labels: ['Entity', labelOf(node.id as NodeId)].sort(), properties: node });
    }
    for (const relationship of document.relationships) {
      const { type, from, to } = relationship;
      relationships.set(JSON.stringify([type, from, to]), { ...relationship });
    }
  }
  return { nodes: sorted([...nodes.values()]), relationships: sorted([...relationships.values()]) };
}

const sorted = (rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, text: canonical(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);

/** JSON with sorted keys: equal values have equal texts. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
