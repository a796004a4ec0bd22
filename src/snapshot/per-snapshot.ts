import type { GraphSnapshot } from './graph-snapshot.ts';

/** Computes a value from a snapshot on first use and caches it. The value is dropped with the snapshot. */
export function perSnapshot<T>(make: (snapshot: GraphSnapshot) => T): (snapshot: GraphSnapshot) => T {
  const made = new WeakMap<GraphSnapshot, { readonly value: T }>();
  return (snapshot) => {
    const known = made.get(snapshot);
    if (known !== undefined) return known.value;
    const value = make(snapshot);
    made.set(snapshot, { value });
    return value;
  };
}
