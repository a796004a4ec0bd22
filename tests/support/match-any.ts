/** The expectation that a JSON file writes: equal in everything, but for values written as "<any>". */
export function matchAny(value: unknown): unknown {
  if (value === '<any>') return expect.anything();
  if (Array.isArray(value)) return value.map(matchAny);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, matchAny(member)]));
  }
  return value;
}
