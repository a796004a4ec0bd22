import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import { VersionedCache } from '../store/versioned-cache.ts';
import { bytesOf } from './bytes-of.ts';

/** Results that depend on the snapshot and on an operation's arguments, such as the items that match a filter. */
export type ResultCache = VersionedCache<GraphSnapshot, object>;

/** @param bytes the approximate memory limit, in bytes; 0 disables the cache */
export const createResultCache = (bytes: number): ResultCache =>
  new VersionedCache(bytes, (value) => bytesOf(value));
