import { ComputeQueue } from '../../../../src/graphql/cost/compute-queue.ts';

/** Yields to the event loop after each step. */
const LIMITS = { all: 100, client: 40, slice: 0 };

const refusal = (seconds: number, whose: string) =>
  expect.objectContaining({
    code: 'OVERLOADED',
    retryAfterSeconds: seconds,
    message: expect.stringContaining(whose),
  });

describe('the order of turns', () => {
  test('four clients with much work leave every fifth turn to one with little', async () => {
    const queue = new ComputeQueue(LIMITS);
    const order: string[] = [];
    const ask = (client: string, pieces: number): Promise<unknown> => {
      const turn = queue.enter(client, 1);
      const work = (piece: number) => turn.run(() => order.push(`${client}${piece}`));
      return Promise.all(Array.from({ length: pieces }, (_, piece) => work(piece)));
    };
    const hostile = ['a', 'b', 'c', 'd'].map((client) => ask(client, 50));
    await ask('light', 3);
    // The light client came last of five. Each of its three steps follows one step of each other client.
    expect(order.slice(0, 15)).toEqual(
      [0, 1, 2].flatMap((piece) => ['a', 'b', 'c', 'd', 'light'].map((client) => `${client}${piece}`)),
    );
    await Promise.all(hostile);
    expect(order.length).toBe(4 * 50 + 3);
  });

  test('work that yields between steps gives turns to others, and continues at the same point', async () => {
    const queue = new ComputeQueue(LIMITS);
    const order: string[] = [];
    const long = queue.enter('long', 1).run(function* () {
      for (let piece = 1; piece <= 3; piece += 1) {
        order.push(`long${piece}`);
        yield;
      }
      return 'whole';
    });
    const other = queue.enter('other', 1);
    const short = [1, 2].map((piece) => other.run(() => order.push(`short${piece}`)));
    expect(await long).toBe('whole');
    await Promise.all(short);
    expect(order).toEqual(['long1', 'short1', 'long2', 'short2', 'long3']);
  });

  test('refuses work that returns a promise: it would compute during other clients’ turns', async () => {
    const turn = new ComputeQueue(LIMITS).enter('a', 1);
    await expect(turn.run(async () => 'beside the queue')).rejects.toThrow('no promise');
  });

  test('the event loop is free after each slice: a timer does not wait until the end', async () => {
    const queue = new ComputeQueue(LIMITS);
    const turn = queue.enter('a', 1);
    let done = 0;
    const work = Array.from({ length: 100 }, () =>
      turn.run(() => {
        done += 1;
      }),
    );
    const seen: number[] = [];
    const look = (): void => {
      seen.push(done);
      if (done < 100) setImmediate(look);
    };
    setImmediate(look);
    await Promise.all(work);
    expect(seen.some((count) => count > 0 && count < 100)).toBe(true);
    expect(seen.length).toBeGreaterThan(50);
  });

  test('work that waits for one result continues before the next result is there, also within a slice', async () => {
    const queue = new ComputeQueue({ ...LIMITS, slice: 60_000 });
    const turn = queue.enter('a', 1);
    const order: string[] = [];
    const waitFor = async (name: string): Promise<void> => {
      await turn.run(() => order.push(name));
      for (let depth = 0; depth < 20; depth += 1) await undefined;
      order.push(`after ${name}`);
    };
    await Promise.all([waitFor('one'), waitFor('two')]);
    expect(order).toEqual(['one', 'after one', 'two', 'after two']);
  });

  test('work that yields continues within its slice', async () => {
    const queue = new ComputeQueue({ ...LIMITS, slice: 60_000 });
    const turn = queue.enter('a', 1);
    const order: string[] = [];
    function* pieces(): Generator<void, void> {
      for (const piece of [1, 2, 3]) {
        order.push(`piece ${piece}`);
        yield;
      }
    }
    await Promise.all([turn.run(pieces), turn.run(() => order.push('other'))]);
    expect(order).toEqual(['piece 1', 'piece 2', 'piece 3', 'other']);
  });
});

describe('the limits of the waiting work', () => {
  test('of one client, and of all clients', () => {
    const queue = new ComputeQueue(LIMITS);
    queue.enter('a', 25);
    queue.enter('a', 15);
    expect(() => queue.enter('a', 1)).toThrow(refusal(1, 'this client'));
    queue.enter('b', 40);
    expect(() => queue.enter('c', 21)).toThrow(refusal(1, 'all clients'));
    queue.enter('c', 20);
    expect(queue.milliseconds).toBe(100);
  });

  test('gives the number of seconds until a retry, based on the waiting work', () => {
    const queue = new ComputeQueue({ all: 5000, client: 3000, slice: 0 });
    queue.enter('a', 2500);
    expect(() => queue.enter('a', 600)).toThrow(refusal(3, '2500 ms'));
    queue.enter('b', 1600);
    expect(() => queue.enter('c', 1000)).toThrow(refusal(5, '4100 ms'));
  });

  test('admits an operation larger than the limit if nothing waits', () => {
    const queue = new ComputeQueue(LIMITS);
    queue.enter('a', 90);
    expect(() => queue.enter('a', 1)).toThrow(refusal(1, 'this client'));
  });

  test('a client that leaves frees its room once, and its waiting work is dropped', async () => {
    const queue = new ComputeQueue(LIMITS);
    const turn = queue.enter('a', 40);
    let done = 0;
    void turn.run(() => {
      done += 1;
    });
    turn.leave();
    turn.leave();
    expect(queue.milliseconds).toBe(0);
    const next = queue.enter('a', 40);
    expect(await next.run(() => 'next')).toBe('next');
    expect(done).toBe(0);
  });
});

test('an error of the work reaches only its caller', async () => {
  const queue = new ComputeQueue(LIMITS);
  const turn = queue.enter('a', 1);
  const failing = turn.run(() => {
    throw new RangeError('no');
  });
  const stopping = turn.run(function* () {
    yield;
    throw new RangeError('later');
  });
  const fine = turn.run(() => 1);
  await expect(failing).rejects.toThrow('no');
  await expect(stopping).rejects.toThrow('later');
  expect(await fine).toBe(1);
});
