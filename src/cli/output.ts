import { ConfigInvalid, IngestFailed, PolicyGraphError } from '../domain/errors.ts';
import { fixOf } from './fixes.ts';

/** Prints a result as one JSON document, or as lines for a person. */
export function print(result: object, json: boolean, lines: () => string[]): void {
  console.log(json ? JSON.stringify(result, null, 2) : lines().join('\n'));
}

interface Ending {
  /** Whether the process continues after its work, as a server does. */
  readonly staysUp?: boolean;
}

/**
 * Runs a command's work. If it fails, prints the full error with its code and fix to standard error, and sets the exit
 * code to 1.
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

/** Prints a problem that does not stop the command to standard error. */
export function warn(json: boolean, error: PolicyGraphError | undefined): void {
  if (error === undefined) return;
  console.error(
    json ? JSON.stringify({ warning: errorDocument(error) }) : `warning: ${error.message} (${error.code})`,
  );
}

/** Exits soon: a connection to a server that has not responded can't be closed, and would keep the process alive. */
const endSoon = (): void => {
  setTimeout(() => process.exit(), 100).unref();
};

/** The error for programs. An unexpected error is a defect of this program, and includes its stack. */
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

/** The reason given by the engine or the system, unless the message already contains it. */
function reasonOf({ message, cause }: PolicyGraphError): { reason?: string } {
  const reason = cause instanceof Error ? cause.message : undefined;
  return reason === undefined || message.includes(reason) ? {} : { reason };
}

/** Prints progress on a terminal; otherwise prints nothing. */
export const progress = (step: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`… ${step}\n`);
};

/** The interval between log lines for the progress of long work, in milliseconds. */
const LOG_EVERY = 10_000;

/** Prints the progress of work with several parts: every part on a terminal; elsewhere, as in a log, only some. */
export function countingProgress(total: number): (part: string) => void {
  let done = 0;
  let logged = performance.now();
  return (part) => {
    done += 1;
    if (total === 1 || (!process.stderr.isTTY && performance.now() - logged < LOG_EVERY)) return;
    logged = performance.now();
    process.stderr.write(`… ${done} of ${total}: ${part}\n`);
  };
}
