/** What a list or object takes beside what is in it, and what a member of one takes, in bytes, roughly. */
const OWN_BYTES = 40;
const MEMBER_BYTES = 24;
/** Results are lists of records of lists; what is deeper is the graph's own. */
const DEPTH = 5;

/** What a result takes in memory, in bytes, roughly: what of it is the graph's own counts as if it were not. */
export function bytesOf(value: unknown, depth = DEPTH): number {
  if (typeof value !== 'object' || value === null || depth === 0) return MEMBER_BYTES;
  let bytes = OWN_BYTES + MEMBER_BYTES;
  for (const member of Array.isArray(value) ? value : Object.values(value))
    bytes += bytesOf(member, depth - 1);
  return bytes;
}
