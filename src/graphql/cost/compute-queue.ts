import { Overloaded } from '../../domain/errors.ts';
import { type Pieces, runToEnd, yieldToEventLoop } from '../../snapshot/time-slices.ts';

/** How much may wait, in milliseconds of work as the weights have it. */
export interface QueueLimits {
  readonly all: number;
  /** For one client. A single operation is let in all the same, if nothing else of the client waits. */
  readonly client: number;
  /** How long one turn may take, where the work stops between pieces. */
  readonly slice: number;
}

interface Waiting {
  readonly turn: Turn;
  /** Does the next piece; tells whether there is more to do. */
  readonly step: () => boolean;
}

interface Client {
  /** Of the operations that it has here. */
  milliseconds: number;
  operations: number;
  readonly waiting: Waiting[];
}

/**
 * Where computing waits. One has its turn at a time, and a client's next one comes after one of each other client that
 * waits. What depends on a result is done before the next turn begins, whatever the machine's speed; and once a slice of
 * time is used up, the event loop is given up before it, so that other requests have theirs. What only reads does not
 * come here.
 */
export class ComputeQueue {
  readonly #limits: QueueLimits;
  /** Those that wait or compute; the next to have a turn is the first. */
  readonly #clients = new Map<string, Client>();
  #milliseconds = 0;
  #operations = 0;
  #running = false;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** How much is let in and not done with, in milliseconds. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /**
   * Lets an operation in.
   * @param client       whose operation it is, such as its address
   * @param milliseconds how long it computes as it was calculated
   * @throws Overloaded where too much waits already
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
    // Sums of fractions may miss 0 by a little.
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

  /** The first piece of the client whose turn it is, which then is the last to have one. */
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

/** Resolves when everything that promises have led to is done: Node has a tick after the last of them. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** One operation is let in all the same where nothing else is there. */
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
   * Does the work when its turn comes: at once, or piece by piece where it stops between them.
   * @throws TypeError where the work gives a promise: it would go on beside the queue
   */
  run<T>(work: () => T | Pieces<T>): Promise<T> {
    // Who has left waits for nothing: see leave().
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

  /** Ends the operation's stay; what of it still waits is given up, and its promises stay open. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#leave(this);
  }
}

/** Does work to its end at once, also where it would stop. */
export function workToEnd<T>(work: () => T | Pieces<T>): T {
  const begun = begin(work);
  return isPieces<T>(begun) ? runToEnd(begun) : begun;
}

/** @throws TypeError where the work gives a promise: it would go on beside the queue */
export function begin<T>(work: () => T | Pieces<T>): T | Pieces<T> {
  const begun = work();
  if (begun instanceof Promise) throw new TypeError('work that stops is a generator here, and no promise');
  return begun;
}

export const isPieces = <T>(value: T | Pieces<T>): value is Pieces<T> =>
  typeof value === 'object' &&
  value !== null &&
  Object.prototype.toString.call(value) === '[object Generator]';
