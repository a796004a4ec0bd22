import { type DirectiveNode, Kind, parseType, type ValueNode } from 'graphql';
import type { Coverage } from './coverage.ts';
import { CONDITIONS, type Condition, directiveKey, FORMS, type Form, type Place } from './coverage-keys.ts';
import type { Random } from './random.ts';
import type { Variables } from './variables.ts';

/** How often a condition includes its selection. High, because otherwise little would be answered. */
const KEEPS = 0.65;

export class DirectiveWriter {
  readonly #random: Random;
  readonly #coverage: Coverage;
  readonly #variables: Variables;

  constructor(random: Random, coverage: Coverage, variables: Variables) {
    this.#random = random;
    this.#coverage = coverage;
    this.#variables = variables;
  }

  /** Usually no directives; sometimes both. */
  write(nodeIndex: Place, probability: number): DirectiveNode[] {
    if (!this.#random.chance(probability)) return [];
    const conditions = this.#random.chance(0.12)
      ? this.#random.some(CONDITIONS, 2)
      : [this.#rarest(CONDITIONS, (condition) => this.#countOf(nodeIndex, condition))];
    return conditions.map((condition) => {
      const form = this.#rarest(FORMS, (each) =>
        this.#coverage.countOf(directiveKey(nodeIndex, condition, each)),
      );
      return this.#directive(condition, form);
    });
  }

  #countOf(nodeIndex: Place, condition: Condition): number {
    return Math.min(...FORMS.map((form) => this.#coverage.countOf(directiveKey(nodeIndex, condition, form))));
  }

  #rarest<T>(list: readonly T[], countOf: (value: T) => number): T {
    return this.#random.weighted(list, (value) => 1 / (1 + countOf(value)));
  }

  #directive(condition: Condition, form: Form): DirectiveNode {
    const keeps = this.#random.chance(KEEPS);
    const value = condition === 'include' ? keeps : !keeps;
    return {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: condition },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: form === 'literal' ? { kind: Kind.BOOLEAN, value } : this.#variable(value),
        },
      ],
    };
  }

  #variable(value: boolean): ValueNode {
    const known = this.#random.chance(0.4) ? this.#variables.anyCondition() : null;
    if (known) return known;
    const [strict, nullable] = [parseType('Boolean!'), parseType('Boolean')];
    const [same, other] = [
      { kind: Kind.BOOLEAN, value } as const,
      { kind: Kind.BOOLEAN, value: !value } as const,
    ];
    return this.#random.pick([
      () => this.#variables.declare(strict, { value }),
      () => this.#variables.declare(strict, undefined, same),
      () => this.#variables.declare(strict, { value }, other),
      () => this.#variables.declare(nullable, undefined, same),
      () => this.#variables.declare(nullable, { value }, other),
    ])();
  }
}
