import { inTimeSlices } from '../../../src/snapshot/time-slices.ts';

/** Keeps the processor busy, like real work. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('gives every value once, in order', async () => {
  const values = Array.from({ length: 1000 }, (_, index) => index);
  const found: number[] = [];
  for await (const value of inTimeSlices(values)) found.push(value);
  expect(found).toEqual(values);
  for await (const _value of inTimeSlices([])) throw new Error('nothing has no values');
});

test('long work lets other work run, which never waits long', async () => {
  const gaps: number[] = [];
  let last = performance.now();
  let working = true;
  const watch = (): void => {
    gaps.push(performance.now() - last);
    last = performance.now();
    if (working) setImmediate(watch);
  };
  setImmediate(watch);
  for await (const _value of inTimeSlices(Array.from({ length: 150 }))) work(1);
  working = false;
  // 150 ms of work in slices of 8 ms are about 18 turns; a busy machine may give fewer.
  expect(gaps.length).toBeGreaterThan(5);
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1] as number;
  expect(median).toBeLessThan(50);
});
