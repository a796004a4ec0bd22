import neo4j from 'neo4j-driver';
import type { StoreOptions } from '../store.ts';
import { toStoreError } from './neo4j-errors.ts';
import { Neo4jStore } from './neo4j-store.ts';

export interface Neo4jLogin {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** How long a call may look for a server before it says that there is none, in milliseconds. */
const CONNECT_MS = 5000;

/**
 * Connects to `bolt://`, `neo4j://` and their `+s` and `+ssc` kinds.
 * @throws StoreUnavailable when nobody answers there, or the login is refused
 */
export async function openNeo4j(url: string, login: Neo4jLogin, options: StoreOptions): Promise<Neo4jStore> {
  const auth =
    login.password === undefined ? undefined : neo4j.auth.basic(login.user ?? 'neo4j', login.password);
  const driver = neo4j.driver(url, auth, {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS,
    maxTransactionRetryTime: CONNECT_MS,
    telemetryDisabled: true,
  });
  try {
    const { agent } = await driver.getServerInfo(
      login.database === undefined ? {} : { database: login.database },
    );
    return new Neo4jStore(driver, agent ?? 'Neo4j', login.database, options);
  } catch (error) {
    await driver.close();
    throw toStoreError(error, 'connect');
  }
}
