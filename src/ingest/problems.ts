import { IngestFailed, type Problem } from '../domain/errors.ts';

/** More than this of one file helps nobody: they mostly follow from the first. */
const MOST = 50;

/** Gathers what is wrong with a file, so that one run names everything there is to mend. */
export class Problems {
  readonly #file: string;
  readonly #found: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(problem: Omit<Problem, 'file'>): void {
    this.#found.push({ file: this.#file, ...problem });
  }

  /** @throws IngestFailed when there are any */
  throwIfAny(): void {
    if (this.#found.length > 0) throw new IngestFailed(this.#found.slice(0, MOST));
  }
}
