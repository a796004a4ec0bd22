/** The numbers with room for as many, twice what there was at least, so that they are seldom copied as more come. */
export function withRoom<T extends Uint8Array | Uint32Array>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => T)(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
