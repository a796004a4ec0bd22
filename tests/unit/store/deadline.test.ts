import { setTimeout as sleep } from 'node:timers/promises';
import { StoreTimeout } from '../../../src/domain/errors.ts';
import { settlesWithin, withDeadline } from '../../../src/store/deadline.ts';

const never = (): Promise<never> => new Promise(() => undefined);

/** Blocks this process, like heavy work. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('withDeadline', () => {
  test('gives the result of the promise', async () => {
    expect(await withDeadline(Promise.resolve(1), 10_000, 'it')).toBe(1);
    const reason = new Error('no');
    await expect(withDeadline(Promise.reject(reason), 10_000, 'it')).rejects.toBe(reason);
  });

  test('names the work that took too long', async () => {
    const late = withDeadline(never(), 5, 'the file');
    await expect(late).rejects.toThrow(StoreTimeout);
    await expect(late).rejects.toThrow('the file: no answer within 5 ms');
  });

  test('throws the given error', async () => {
    const error = new Error('silent');
    await expect(withDeadline(never(), 5, 'it', () => error)).rejects.toBe(error);
  });

  test('an answer that arrived while this process was busy is in time', async () => {
    const answer = new Promise((resolve) => setTimeout(() => setImmediate(() => resolve('in time')), 1));
    const bounded = withDeadline(answer, 20, 'it');
    block(60);
    expect(await bounded).toBe('in time');
  });
});

test('settlesWithin tells whether the promise settled, not how', async () => {
  expect(await settlesWithin(sleep(1), 10_000)).toBe(true);
  expect(await settlesWithin(Promise.reject(new Error('no')), 10_000)).toBe(true);
  expect(await settlesWithin(never(), 5)).toBe(false);
});
