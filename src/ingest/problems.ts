import { IngestFailed, type Problem } from '../domain/errors.ts';
import { groupBy } from '../domain/group-by.ts';

/** The maximum number of problems in one report. More do not help: most follow from the first ones. */
const MAX_PROBLEMS = 50;

const lineOf = ({ line }: Problem): number => line ?? Number.MAX_SAFE_INTEGER;

/** Collects the problems of a file, so that one run reports everything to fix. */
export class Problems {
  readonly #file: string;
  readonly #found: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** A problem in a related file, such as the corrections, gives that file. */
  add(problem: Omit<Problem, 'file'> & Partial<Pick<Problem, 'file'>>): void {
    this.#found.push({ file: this.#file, ...problem });
  }

  /** @throws IngestFailed if there are any here or in `others`: by file, then by line, those without a line last */
  throwIfAny(...others: readonly Problems[]): void {
    const found = [this, ...others].flatMap((problems) =>
      [...groupBy(problems.#found, ({ file }) => file).values()].flatMap((ofFile) =>
        [...ofFile].sort((a, b) => lineOf(a) - lineOf(b)),
      ),
    );
    if (found.length > 0) throw new IngestFailed(found.slice(0, MAX_PROBLEMS));
  }
}
