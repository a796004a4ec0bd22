import { setTimeout as sleep } from 'node:timers/promises';
import { EngineClock } from '../../../src/store/neo4j/engine-clock.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const late = new Error('late');

test('returns the outcome of the work if no wait is too long', async () => {
  const clock = new EngineClock();
  clock.start(10_000, () => late);
  expect(await clock.bound(Promise.resolve('done'))).toBe('done');
  const reason = new Error('no');
  await expect(new EngineClock().bound(Promise.reject(reason))).rejects.toBe(reason);
});

test('throws the error of a wait that is too long', async () => {
  const clock = new EngineClock();
  clock.start(5, () => late);
  await expect(clock.bound(never())).rejects.toBe(late);
});

test('counts each wait separately, and no time between waits', async () => {
  const clock = new EngineClock();
  const work = async (): Promise<string> => {
    clock.start(10_000, () => late);
    clock.stop();
    await sleep(30);
    clock.start(10_000, () => late);
    return 'done';
  };
  clock.start(1, () => late);
  expect(await clock.bound(work())).toBe('done');
});

test('extends the wait by the same time while the engine responds', async () => {
  const clock = new EngineClock();
  let looks = 0;
  clock.start(5, async () => {
    looks += 1;
    return looks < 3 ? undefined : late;
  });
  await expect(clock.bound(never())).rejects.toBe(late);
  expect(looks).toBe(3);
});

test('an engine that answers during the liveness check is not late', async () => {
  const clock = new EngineClock();
  clock.start(5, async () => {
    clock.stop();
    return late;
  });
  expect(await clock.bound(sleep(50, 'done'))).toBe('done');
});
