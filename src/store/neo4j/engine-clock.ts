import { StoreTimeout } from '../../domain/errors.ts';

/** How often an engine that takes long is asked whether it is still there, before it is given up all the same. */
const MOST_EXTENSIONS = 60;

/** Bounds the waits of a piece of work for an engine, one after the other, and not the time between them. */
export class EngineClock {
  #timer: NodeJS.Timeout | undefined;
  #reject: (error: unknown) => void = () => undefined;
  readonly #late = new Promise<never>((_resolve, reject) => {
    this.#reject = reject;
  });

  constructor() {
    this.#late.catch(() => undefined);
  }

  /** The work's outcome, or the error of the wait that took too long. */
  async bound<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, this.#late]);
    } finally {
      this.stop();
    }
  }

  /**
   * A wait for the engine begins. Where it is not stopped within `ms`, the work fails with the error that `late` makes;
   * where that makes none, it may take as long again.
   */
  start(ms: number, late: () => unknown, extensions = 0): void {
    this.stop();
    const timer = setTimeout(async () => {
      await new Promise(setImmediate);
      const error = await late();
      if (this.#timer !== timer) return;
      if (error === undefined && extensions < MOST_EXTENSIONS) this.start(ms, late, extensions + 1);
      else
        this.#reject(
          error ?? new StoreTimeout(`the engine answers, and did not end within ${(extensions + 1) * ms} ms`),
        );
    }, ms);
    this.#timer = timer;
  }

  /** The engine has answered. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
