import type { GraphSnapshot } from './graph-snapshot.ts';

/** What is worked out of a snapshot once, when first asked for, and goes with it. */
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
