/** The number of objects in a JSON value, including the value itself. */
export const objectsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + objectsIn(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), 0);
};
