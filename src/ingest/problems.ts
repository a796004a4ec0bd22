import { IngestFailed, type Problem } from '../domain/errors.ts';

/** More than this at once helps nobody: they mostly follow from the first. */
const MOST = 50;

const lineOf = ({ line }: Problem): number => line ?? Number.MAX_SAFE_INTEGER;

/** Gathers what is wrong with a file, so that one run names everything there is to mend. */
export class Problems {
  readonly #file: string;
  readonly #found: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  add(problem: Omit<Problem, 'file'>): void {
    this.#found.push({ file: this.#file, ...problem });
  }

  /** @throws IngestFailed when there are any here or in `others`: file by file, by line, those of a whole file last */
  throwIfAny(...others: readonly Problems[]): void {
    const found = [this, ...others].flatMap((problems) =>
      [...problems.#found].sort((a, b) => lineOf(a) - lineOf(b)),
    );
    if (found.length > 0) throw new IngestFailed(found.slice(0, MOST));
  }
}
