import { IngestFailed, type Problem } from '../domain/errors.ts';
import { groupBy } from '../domain/group-by.ts';

/** More than this at once helps nobody: they mostly follow from the first. */
const MAX_PROBLEMS = 50;

const lineOf = ({ line }: Problem): number => line ?? Number.MAX_SAFE_INTEGER;

/** Gathers what is wrong with a file, so that one run names everything there is to fix. */
export class Problems {
  readonly #file: string;
  readonly #found: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** A problem of another file that goes with this one, such as its corrections, names that file. */
  add(problem: Omit<Problem, 'file'> & Partial<Pick<Problem, 'file'>>): void {
    this.#found.push({ file: this.#file, ...problem });
  }

  /** @throws IngestFailed when there are any here or in `others`: file by file, by line, those of a whole file last */
  throwIfAny(...others: readonly Problems[]): void {
    const found = [this, ...others].flatMap((problems) =>
      [...groupBy(problems.#found, ({ file }) => file).values()].flatMap((ofFile) =>
        [...ofFile].sort((a, b) => lineOf(a) - lineOf(b)),
      ),
    );
    if (found.length > 0) throw new IngestFailed(found.slice(0, MAX_PROBLEMS));
  }
}
