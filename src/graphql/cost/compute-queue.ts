import { Overloaded } from '../../domain/errors.ts';
import { type Pieces, runToEnd, yieldToEventLoop } from '../../snapshot/time-slices.ts';

/** The maximum amount of waiting work, in milliseconds as calculated from the weights. */
export interface QueueLimits {
  readonly all: number;
  /** For one client. A single operation is accepted even above the limit, if the client has no other here. */
  readonly client: number;
  /** The maximum length of one turn, in milliseconds, if the work yields between steps. */
  readonly slice: number;
}

interface Waiting {
  readonly turn: Turn;
  /** Does the next step. Returns true if there is more to do. */
  readonly step: () => boolean;
}

interface Client {
  /** The sum for the client's operations in the queue. */
  milliseconds: number;
  operations: number;
  readonly waiting: Waiting[];
}

/**
 * The queue for computations. One computation runs at a time. After each turn, every other waiting client has a turn
 * before the same client has its next one. Everything that depends on a result is done before the next turn begins,
 * on a fast or slow machine. When a time slice is used up, the queue yields to the event loop before the next turn, so
 * that other requests can run. Requests that only read do not use the queue.
 */
export class ComputeQueue {
  readonly #limits: QueueLimits;
  /** Clients with operations in the queue. The first one that waits has the next turn. */
  readonly #clients = new Map<string, Client>();
  #milliseconds = 0;
  #operations = 0;
  #running = false;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** The total work that is accepted and not yet finished, in milliseconds. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /**
   * Accepts an operation.
   * @param client       the client that sent the operation, such as its address
   * @param milliseconds the calculated computing time
   * @throws Overloaded if too much work is waiting already
   */
  enter(client: string, milliseconds: number): Turn {
    const known = this.#clients.get(client) ?? { milliseconds: 0, operations: 0, waiting: [] };
    const all = { milliseconds: this.#milliseconds, operations: this.#operations };
    assertRoom('all clients', all, milliseconds, this.#limits.all);
    assertRoom('this client', known, milliseconds, this.#limits.client);
    this.#clients.set(client, known);
    known.operations += 1;
    known.milliseconds += milliseconds;
    this.#operations += 1;
    this.#milliseconds += milliseconds;
    return new Turn(
      (turn, step) => this.#add(known, turn, step),
      (turn) => this.#leave(client, turn, milliseconds),
      this.#limits.slice,
    );
  }

  #add({ waiting }: Client, turn: Turn, step: () => boolean): void {
    waiting.push({ turn, step });
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  #leave(client: string, turn: Turn, milliseconds: number): void {
    const known = this.#clients.get(client) as Client;
    known.operations -= 1;
    known.milliseconds -= milliseconds;
    this.#operations -= 1;
    // Sums of fractions may differ from 0 by a little.
    this.#milliseconds = this.#operations === 0 ? 0 : this.#milliseconds - milliseconds;
    const rest = known.waiting.filter((each) => each.turn !== turn);
    known.waiting.splice(0, known.waiting.length, ...rest);
    if (known.operations === 0) this.#clients.delete(client);
  }

  async #run(): Promise<void> {
    await yieldToEventLoop();
    let start = performance.now();
    for (let next = this.#takeNext(); next !== undefined; next = this.#takeNext()) {
      const [client, waiting] = next;
      if (waiting.step() && !waiting.turn.hasLeft) client.waiting.unshift(waiting);
      if (performance.now() - start < this.#limits.slice) {
        await settled();
        continue;
      }
      await yieldToEventLoop();
      start = performance.now();
    }
    this.#running = false;
  }

  /** The first waiting work of the client that has the next turn. Moves this client to the end. */
  #takeNext(): [Client, Waiting] | undefined {
    for (const [name, client] of this.#clients) {
      const waiting = client.waiting.shift();
      if (waiting === undefined) continue;
      this.#clients.delete(name);
      this.#clients.set(name, client);
      return [client, waiting];
    }
    return undefined;
  }
}

/** Resolves after all pending promise callbacks: Node runs process.nextTick callbacks after the last of them. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** A single operation is accepted even above the limit. */
function assertRoom(
  whose: string,
  { milliseconds, operations }: { readonly milliseconds: number; readonly operations: number },
  more: number,
  limit: number,
): void {
  if (operations === 0 || milliseconds + more <= limit) return;
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  throw new Overloaded(
    `${Math.ceil(milliseconds)} ms of computing wait for ${whose}; with the ${Math.ceil(more)} ms of this query that is over the ${limit} allowed: try again in ${seconds} s`,
    seconds,
  );
}

/** One operation's place in the queue. */
export class Turn {
  readonly #add: (turn: Turn, step: () => boolean) => void;
  readonly #leave: (turn: Turn) => void;
  readonly #slice: number;
  #left = false;

  constructor(add: (turn: Turn, step: () => boolean) => void, leave: (turn: Turn) => void, slice: number) {
    this.#add = add;
    this.#leave = leave;
    this.#slice = slice;
  }

  /**
   * Does the work when its turn comes: at once, or step by step if it yields between steps.
   * @throws TypeError if the work returns a promise: it would continue outside the queue
   */
  run<T>(work: () => T | Pieces<T>): Promise<T> {
    // After leave(), no promise settles.
    if (this.#left) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      let pieces: Pieces<T> | undefined;
      const step = (): boolean => {
        try {
          if (pieces === undefined) {
            const begun = begin(work);
            if (!isPieces<T>(begun)) {
              resolve(begun);
              return false;
            }
            pieces = begun;
          }
          const start = performance.now();
          do {
            const { done, value } = pieces.next();
            if (done) {
              resolve(value as T);
              return false;
            }
          } while (performance.now() - start < this.#slice);
          return true;
        } catch (error) {
          reject(error);
          return false;
        }
      };
      this.#add(this, step);
    });
  }

  get hasLeft(): boolean {
    return this.#left;
  }

  /** Removes the operation from the queue. Its waiting work is dropped, and the promises of that work stay pending. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#leave(this);
  }
}

/** Does work to its end without a pause, even if it yields. */
export function workToEnd<T>(work: () => T | Pieces<T>): T {
  const begun = begin(work);
  return isPieces<T>(begun) ? runToEnd(begun) : begun;
}

/** @throws TypeError if the work returns a promise: it would continue outside the queue */
export function begin<T>(work: () => T | Pieces<T>): T | Pieces<T> {
  const begun = work();
  if (begun instanceof Promise) throw new TypeError('work that stops is a generator here, and no promise');
  return begun;
}

export const isPieces = <T>(value: T | Pieces<T>): value is Pieces<T> =>
  typeof value === 'object' &&
  value !== null &&
  Object.prototype.toString.call(value) === '[object Generator]';
