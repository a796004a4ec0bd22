/** The approximate size, in bytes, of a list or object without its members, and of one member. */
const OWN_BYTES = 40;
const MEMBER_BYTES = 24;
/** Results are lists of records of lists. Anything deeper belongs to the graph. */
const DEPTH = 5;

/** The approximate size of a result in memory, in bytes. Parts that belong to the graph also count. */
export function bytesOf(value: unknown, depth = DEPTH): number {
  if (typeof value !== 'object' || value === null || depth === 0) return MEMBER_BYTES;
  let bytes = OWN_BYTES + MEMBER_BYTES;
  for (const member of Array.isArray(value) ? value : Object.values(value))
    bytes += bytesOf(member, depth - 1);
  return bytes;
}
