import { StoreTimeout } from '../../domain/errors.ts';

/** Maximum number of times that a wait for a slow but live engine is extended. */
const MOST_EXTENSIONS = 60;

/** Limits each wait of some work for an engine, one wait after the other, but not the time between the waits. */
export class EngineClock {
  #timer: NodeJS.Timeout | undefined;
  #reject: (error: unknown) => void = () => undefined;
  readonly #late = new Promise<never>((_resolve, reject) => {
    this.#reject = reject;
  });

  constructor() {
    this.#late.catch(() => undefined);
  }

  /** Returns the work's outcome, or throws the error of the wait that took too long. */
  async bound<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, this.#late]);
    } finally {
      this.stop();
    }
  }

  /**
   * Starts a wait for the engine. If it is not stopped within `ms`, the work fails with the error that `late` returns.
   * If `late` returns none, the wait may take another `ms`.
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

  /** Ends the wait: the engine has answered. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
