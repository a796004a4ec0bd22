import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { labels, RELATIONSHIPS, relationshipTypes } from '../../src/domain/model.ts';
import type { RawDriver } from '../raw-driver.ts';

/** Writes the graph to a file, one node or relationship per line, so that a reader never needs the whole text. */
export async function dumpGraph(driver: RawDriver, file: string): Promise<void> {
  const out = createWriteStream(file);
  const write = (value: object): void => void out.write(`${JSON.stringify(value, integers)}\n`);
  for (const label of labels) {
    const rows = await driver.read(`MATCH (n:${label}) RETURN properties(n) AS node`);
    for (const { node } of rows as { node: object }[]) write({ label, node });
  }
  for (const type of relationshipTypes) {
    for (const [from, to] of RELATIONSHIPS[type].ends) {
      const rows = await driver.read(
        `MATCH (a:${from})-[r:${type}]->(b:${to}) RETURN a.id AS from, b.id AS to, properties(r) AS properties`,
      );
      for (const row of rows as object[]) write({ type, ...row });
    }
  }
  out.end();
  await finished(out);
}

const integers = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
