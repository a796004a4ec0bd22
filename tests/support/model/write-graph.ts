import type { GraphRelationship } from '../../../src/domain/graph-document.ts';
import { groupBy } from '../../../src/domain/group-by.ts';
import { diffGraph } from '../../../src/store/load/diff-graph.ts';
import { recordImport } from '../../../src/store/load/record-import.ts';
import {
  loadDeleteNodes,
  loadDeleteRelationships,
  loadLockGraph,
  loadRaiseVersion,
} from '../../../src/store/statements.gen.ts';
import type { Store } from '../../../src/store/store.ts';
import { type AnyStatement, inlineStatement, type Row } from '../inline-statement.ts';
import type { ModelGraph } from './random-graphs-of-model.ts';

const write = (text: string): AnyStatement =>
  inlineStatement(`UNWIND $rows AS row\n${text}`, { mode: 'write', params: { rows: 'map[]' } });
const createNodes = (label: string): AnyStatement => write(`CREATE (n:Entity:${label}) SET n = row`);
const updateNodes = write('MATCH (n:Entity {id: row.id}) SET n = row');
const mergeEdges = (type: string): AnyStatement =>
  write(
    `MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[x:${type}]->(b) SET x = row.properties`,
  );

const AT = '2024-08-01T00:00:00.000Z';

/** Changes the store's graph from `before` to `after`, for any labels and types. Records changes like an import. */
export async function writeGraph(store: Store, before: ModelGraph, after: ModelGraph): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.run(loadLockGraph, {});
    const difference = diffGraph(before, after);
    const { nodes, relationships } = difference;
    const run = async (statement: AnyStatement, rows: readonly object[]): Promise<void> => {
      if (rows.length > 0)
        await transaction.run(statement, { rows: rows.map((row) => ({ ...row })) as Row[] });
    };
    await transaction.run(loadDeleteRelationships, {
      rows: relationships.removed.map((row) => ({ ...row })),
    });
    await transaction.run(loadDeleteNodes, { ids: nodes.removed.map(({ id }) => id) });
    const byLabel = groupBy(nodes.added, ({ id }) => id.slice(0, id.indexOf(':')));
    for (const [label, added] of byLabel) await run(createNodes(label), added);
    await run(updateNodes, nodes.updated);
    const written: GraphRelationship[] = [...relationships.added, ...relationships.updated];
    for (const [type, rows] of groupBy(written, (each) => each.type)) await run(mergeEdges(type), rows);
    const [raised] = await transaction.run(loadRaiseVersion, { now: AT });
    await recordImport(transaction, difference, { version: raised?.version ?? 0, at: AT, batch: 'tj-7' });
  });
}
