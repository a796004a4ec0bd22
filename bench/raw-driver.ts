import neo4j from 'neo4j-driver';
import { toNeo4jValue } from '../src/store/neo4j/neo4j-values.ts';
import type { Engine } from '../src/store/store.ts';

/** An engine without the server's store interface, for statements that no query file declares. */
export interface RawDriver {
  readonly engine: Engine;
  read(cypher: string, params?: Readonly<Record<string, unknown>>): Promise<unknown[]>;
  define(cypher: string): Promise<void>;
  close(): Promise<void>;
}

/** @param url `file:PATH` of the embedded engine, or `bolt://HOST:PORT` of a Neo4j without a login */
export const openRaw = (url: string): Promise<RawDriver> =>
  url.startsWith('file:') ? openGrafeo(url.slice('file:'.length)) : openBolt(url);

async function openGrafeo(path: string): Promise<RawDriver> {
  const { GrafeoDB } = (await import('@grafeo-db/js')).default;
  const db = GrafeoDB.open(path);
  return {
    engine: 'embedded',
    read: async (cypher, params) => (await db.executeCypher(cypher, params)).toArray(),
    define: async (cypher) => void (await db.executeCypher(cypher)),
    close: async () => db.close(),
  };
}

async function openBolt(url: string): Promise<RawDriver> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true, telemetryDisabled: true });
  const inSession = async <T>(
    work: (session: ReturnType<typeof driver.session>) => Promise<T>,
  ): Promise<T> => {
    const session = driver.session();
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  return {
    engine: 'neo4j',
    read: (cypher, params = {}) =>
      inSession((session) =>
        session.executeRead(async (transaction) => {
          const { records } = await transaction.run(cypher, toNeo4jValue(params) as Record<string, unknown>);
          return records.map((record) => record.toObject());
        }),
      ),
    define: (cypher) => inSession(async (session) => void (await session.run(cypher))),
    close: () => driver.close(),
  };
}
