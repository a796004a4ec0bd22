import neo4j, { type Driver } from 'neo4j-driver';
import { StoreUnavailable } from '../../domain/errors.ts';
import { settlesWithin, withDeadline } from '../deadline.ts';
import type { StoreOptions } from '../store.ts';
import { Connections, RESET_MS } from './connections.ts';
import { toStoreError } from './neo4j-errors.ts';
import { Neo4jStore } from './neo4j-store.ts';

export interface Neo4jLogin {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** How long a call may try to reach a server before it fails, in milliseconds. */
const CONNECT_MS = 5000;

/** A connection idle for more milliseconds is tested before use: firewalls silently drop idle connections. */
const TRY_AFTER_MS = 30_000;

/**
 * Connects to `bolt://`, `neo4j://` and their `+s` and `+ssc` variants.
 * @throws StoreUnavailable if no server answers there, or the login is refused
 */
export async function openNeo4j(url: string, login: Neo4jLogin, options: StoreOptions): Promise<Neo4jStore> {
  const auth =
    login.password === undefined ? undefined : neo4j.auth.basic(login.user ?? 'neo4j', login.password);
  const connect = (): Driver =>
    neo4j.driver(url, auth, {
      disableLosslessIntegers: true,
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS,
      connectionLivenessCheckTimeout: TRY_AFTER_MS,
      maxTransactionRetryTime: CONNECT_MS,
      telemetryDisabled: true,
    });
  const connections = new Connections(connect, login.database);
  const { driver } = connections;
  try {
    const { agent } = await withDeadline(
      driver.getServerInfo(login.database === undefined ? {} : { database: login.database }),
      CONNECT_MS + RESET_MS,
      'connect',
      () => new StoreUnavailable(`Neo4j at ${new URL(url).host} does not answer: check that it runs well`),
    );
    return new Neo4jStore(connections, agent ?? 'Neo4j', options);
  } catch (error) {
    await settlesWithin(driver.close(), RESET_MS);
    throw toStoreError(error, 'connect');
  }
}
