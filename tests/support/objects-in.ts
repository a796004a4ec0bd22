/** How many objects there are in a value of JSON, itself included. */
export const objectsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + objectsIn(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), 0);
};
