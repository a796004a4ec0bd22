import type { GraphModel } from '../../domain/graph-model.ts';
import type { RelationshipType } from '../../domain/model.ts';

/** The kind of a step from a node: along an edge of a type (outward), or against it. */
export interface StepKind {
  readonly type: RelationshipType;
  readonly outward: boolean;
}

/** A step's code takes one byte. */
const MAX_CODES = 256;

/** Numbers the kinds of steps: by relationship type in model order, outward before inward. */
export class StepCodes {
  readonly #kinds: readonly StepKind[];
  readonly #outwardCodes: ReadonlyMap<string, number>;

  /** @throws RangeError if the model has more than 128 relationship types */
  constructor({ relationships }: Pick<GraphModel, 'relationships'>) {
    const types = Object.keys(relationships) as RelationshipType[];
    this.#kinds = types.flatMap((type) => [
      { type, outward: true },
      { type, outward: false },
    ]);
    if (this.#kinds.length > MAX_CODES)
      throw new RangeError(
        `a model may have ${MAX_CODES / 2} relationship types, and this has ${types.length}`,
      );
    this.#outwardCodes = new Map(types.map((type, index) => [type, index * 2]));
  }

  get count(): number {
    return this.#kinds.length;
  }

  /** Every code, ascending. */
  get all(): number[] {
    return [...this.#kinds.keys()];
  }

  kindOf(code: number): StepKind {
    return this.#kinds[code] as StepKind;
  }

  /** Undefined if the model has no such type. */
  find(type: string, outward: boolean): number | undefined {
    const code = this.#outwardCodes.get(type);
    return code === undefined || outward ? code : code + 1;
  }

  /** @param type must be in the model */
  of(type: RelationshipType, outward: boolean): number {
    return this.find(type, outward) as number;
  }
}

/** The code of the same edge seen from its other end. */
export const reversed = (code: number): number => code ^ 1;
export const isOutward = (code: number): boolean => (code & 1) === 0;
