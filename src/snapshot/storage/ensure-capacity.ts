/** Returns the same array if it has room for `length` numbers, otherwise a copy of at least twice its size. */
export function ensureCapacity<T extends Uint8Array | Uint32Array>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => T)(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
