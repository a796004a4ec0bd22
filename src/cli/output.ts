import { ConfigInvalid, IngestFailed, PolicyGraphError } from '../domain/errors.ts';

/** Prints a result as one JSON document, or as the lines that a person reads. */
export function print(result: object, json: boolean, lines: () => string[]): void {
  console.log(json ? JSON.stringify(result, null, 2) : lines().join('\n'));
}

/** Runs a command's work; an expected error is told in full on standard error, and the exit code is 1. */
export async function report(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PolicyGraphError)) throw error;
    process.exitCode = 1;
    const problems = error instanceof IngestFailed ? { problems: error.problems } : {};
    if (json)
      console.error(
        JSON.stringify({ error: { code: error.code, message: error.message, ...problems } }, null, 2),
      );
    else
      console.error(
        `${error instanceof ConfigInvalid ? 'wrong configuration:\n' : ''}${error.message}\n(${error.code})`,
      );
  }
}

/** Progress on a terminal; silent where nobody watches. */
export const progress = (step: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`… ${step}\n`);
};

/** How often a log is told how far long work has got, in milliseconds. */
const LOG_EVERY = 10_000;

/** Progress in work of several parts: each on a terminal, and elsewhere, as in a log, one now and then. */
export function countingProgress(total: number): (part: string) => void {
  let done = 0;
  let told = performance.now();
  return (part) => {
    done += 1;
    if (total === 1 || (!process.stderr.isTTY && performance.now() - told < LOG_EVERY)) return;
    told = performance.now();
    process.stderr.write(`… ${done} of ${total}: ${part}\n`);
  };
}
