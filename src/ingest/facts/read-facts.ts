import type { Problems } from '../problems.ts';
import type { BulletinRow } from '../read-bulletin.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { Corrector } from './apply-corrections.ts';
import type { ItemFacts } from './facts.ts';
import { fieldsOf } from './field-text.ts';
import { factFinder } from './find-facts.ts';
import { type Unread, unreadFinder } from './find-unread.ts';
import { organizationKindOf } from './organization-kind.ts';

/**
 * Reads the facts of the items of one bulletin: first by the rules, then with the corrections by hand. Adds each
 * correction that no longer fits to `problems`, and returns the words that look like a fact but were not read.
 */
export class FactReader {
  readonly #vocabulary: Vocabulary;
  readonly #find: ReturnType<typeof factFinder>;
  readonly #findUnread: ReturnType<typeof unreadFinder>;
  readonly #corrector: Corrector;

  constructor(vocabulary: Vocabulary, problems: Problems) {
    this.#vocabulary = vocabulary;
    this.#find = factFinder(vocabulary);
    this.#findUnread = unreadFinder(vocabulary.facts);
    const kindOf = organizationKindOf(vocabulary.facts.organizations);
    this.#corrector = new Corrector(vocabulary.corrections, kindOf, problems);
  }

  /** @param code the code of the item, such as tj-7-17 */
  read(row: BulletinRow, code: string): { facts: ItemFacts; unread: Unread[] } {
    const fields = fieldsOf(row, this.#vocabulary.facts);
    const facts = this.#corrector.correct(code, fields, this.#find(row, fields));
    return { facts, unread: this.#findUnread(fields, facts) };
  }

  /** Call this after all items are read. @param batch its code, such as tj-7 */
  finish(batch: string): void {
    this.#corrector.finish(batch);
  }
}
