import neo4j from 'neo4j-driver';

/** Makes whole numbers Integers: the driver sends every JavaScript number as a Float, and LIMIT refuses a Float. */
export function toNeo4jValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4jValue);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toNeo4jValue(member)]));
  }
  return value;
}
