import { ConfigInvalid, IngestFailed, PolicyGraphError } from '../domain/errors.ts';
import { fixOf } from './fixes.ts';

/** Prints a result as one JSON document, or as the lines that a person reads. */
export function print(result: object, json: boolean, lines: () => string[]): void {
  console.log(json ? JSON.stringify(result, null, 2) : lines().join('\n'));
}

interface Ending {
  /** Whether the process goes on after its work, as a server does. */
  readonly staysUp?: boolean;
}

/**
 * Runs a command's work; an error is told in full on standard error, with its code and what to do, and the exit code
 * is 1.
 */
export async function report(
  json: boolean,
  work: () => Promise<void>,
  { staysUp = false }: Ending = {},
): Promise<void> {
  try {
    await work();
    if (!staysUp) endSoon();
  } catch (error) {
    process.exitCode = 1;
    printError(json, error);
    endSoon();
  }
}

export const printError = (json: boolean, error: unknown): void =>
  console.error(json ? JSON.stringify({ error: errorDocument(error) }, null, 2) : errorLines(error));

/** Tells on standard error what is wrong and does not keep a command from its work. */
export function warn(json: boolean, error: PolicyGraphError | undefined): void {
  if (error === undefined) return;
  console.error(
    json ? JSON.stringify({ warning: errorDocument(error) }) : `warning: ${error.message} (${error.code})`,
  );
}

/** A connection that a silent server has not yet answered can't be closed, and would keep the process for as long. */
const endSoon = (): void => {
  setTimeout(() => process.exit(), 100).unref();
};

/** An error as a program reads it; one that nobody expected is our defect, and has its stack. */
function errorDocument(error: unknown): object {
  if (!(error instanceof PolicyGraphError)) {
    const stack = error instanceof Error ? error.stack : undefined;
    const code = 'INTERNAL_SERVER_ERROR';
    return { code, message: String(error), fix: fixOf(code), ...(stack === undefined ? {} : { stack }) };
  }
  const problems = error instanceof IngestFailed ? { problems: error.problems } : {};
  return {
    code: error.code,
    message: error.message,
    fix: fixOf(error.code),
    ...reasonOf(error),
    ...problems,
  };
}

function errorLines(error: unknown): string {
  if (!(error instanceof PolicyGraphError)) {
    const stack = error instanceof Error ? error.stack : String(error);
    return `${stack}\n${fixOf('INTERNAL_SERVER_ERROR')}\n(INTERNAL_SERVER_ERROR)`;
  }
  const { reason } = reasonOf(error);
  const lines = [error.message, ...(reason === undefined ? [] : [`reason: ${reason}`]), `(${error.code})`];
  return `${error instanceof ConfigInvalid ? 'wrong configuration:\n' : ''}${lines.join('\n')}`;
}

/** What the engine or the system said of it, where the message doesn't say so itself. */
function reasonOf({ message, cause }: PolicyGraphError): { reason?: string } {
  const reason = cause instanceof Error ? cause.message : undefined;
  return reason === undefined || message.includes(reason) ? {} : { reason };
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
