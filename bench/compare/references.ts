import { isDeepStrictEqual } from 'node:util';
import { ask } from './ask.ts';
import { keysSorted } from './canonical.ts';
import type { Contestant } from './contestants.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import type { Sample } from './sample.ts';

interface Reference {
  readonly by: string;
  readonly answers: readonly unknown[];
}

export class AnswersDiffer extends Error {}

/** The answers of the first contestant. Every other one must give the same answers before it is timed. */
export class References {
  readonly #answers = new Map<OperationName, Reference>();

  /** @throws AnswersDiffer that shows both answers; errors of ask */
  async compare(contestant: Contestant, url: string, name: OperationName, sample: Sample): Promise<void> {
    const answers: unknown[] = [];
    for (const value of OPERATIONS[name].values(sample)) {
      const body = contestant.dialect.body(name, value);
      if (body === undefined) return;
      const { data } = await ask(url, body);
      // Through JSON, to remove the only difference between objects of the parser and objects that the client computes.
      answers.push(JSON.parse(JSON.stringify(keysSorted(contestant.dialect.canonical(name, data)))));
    }
    const reference = this.#answers.get(name);
    if (reference === undefined) this.#answers.set(name, { by: contestant.name, answers });
    else {
      const place = answers.findIndex((answer, at) => !isDeepStrictEqual(answer, reference.answers[at]));
      if (place < 0) return;
      throw new AnswersDiffer(
        `answers differ\n${contestant.name}: ${excerpt(answers[place], reference.answers[place])}\n` +
          `${reference.by}: ${excerpt(reference.answers[place], answers[place])}`,
      );
    }
  }
}

/** Starts a little before the first difference. */
function excerpt(value: unknown, other: unknown): string {
  const [text, against] = [JSON.stringify(value), JSON.stringify(other)];
  let at = 0;
  while (at < text.length && text[at] === against[at]) at += 1;
  return `…${text.slice(Math.max(0, at - 80), at + 200)}…`;
}
