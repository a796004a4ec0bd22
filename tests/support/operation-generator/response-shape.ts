import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** A field that stands at a place already, and can be asked for again there. */
export interface WrittenField {
  readonly field: GraphQLField<unknown, unknown>;
  /** Without its selections and conditions. */
  readonly head: FieldNode;
  /** How many objects it yields, by estimate. */
  readonly length: number;
  readonly hints: ReadonlyMap<string, string>;
}

/** null where the field is of any type, as __typename is. */
type Parent = GraphQLCompositeType | null;

interface Use {
  readonly parent: Parent;
  /** The field and its arguments, as text. */
  readonly asked: string;
  readonly type: string;
}

/** Fields of the same key in one place are merged, so they must ask for the same; see FieldsInSetCanMerge of the specification. */
export class ResponseShape {
  readonly written: WrittenField[] = [];
  readonly #uses = new Map<string, Use[]>();
  readonly #below = new Map<string, ResponseShape>();

  /** Whether the field can have this key beside all that is here. */
  takes(key: string, parent: Parent, asked: string, type: GraphQLOutputType): boolean {
    return (this.#uses.get(key) ?? []).every((use) => agree(use, { parent, asked, type: shapeOf(type) }));
  }

  has(key: string): boolean {
    return this.#uses.has(key);
  }

  add(key: string, parent: Parent, asked: string, type: GraphQLOutputType): ResponseShape {
    this.#use(key, { parent, asked, type: shapeOf(type) });
    return this.below(key);
  }

  below(key: string): ResponseShape {
    const known = this.#below.get(key);
    if (known) return known;
    const shape = new ResponseShape();
    this.#below.set(key, shape);
    return shape;
  }

  /** Whether all of another place's fields can stand here too, as those of a fragment do. */
  takesAll(other: ResponseShape): boolean {
    for (const [key, uses] of other.#uses) {
      const here = this.#uses.get(key) ?? [];
      if (!here.every((use) => uses.every((each) => agree(use, each)))) return false;
    }
    for (const [key, shape] of other.#below) {
      const here = this.#below.get(key);
      if (here && !here.takesAll(shape)) return false;
    }
    return true;
  }

  addAll(other: ResponseShape): void {
    this.written.push(...other.written);
    for (const [key, uses] of other.#uses) for (const use of uses) this.#use(key, use);
    for (const [key, shape] of other.#below) this.below(key).addAll(shape);
  }

  #use(key: string, use: Use): void {
    this.#uses.set(key, [...(this.#uses.get(key) ?? []), use]);
  }
}

/** Two object types never meet in one object; all else may. */
const agree = (a: Use, b: Use): boolean =>
  a.type === b.type &&
  (a.asked === b.asked || (a.parent !== b.parent && isObjectType(a.parent) && isObjectType(b.parent)));

/** Objects of any type have the same shape, what is within them being compared by itself. */
function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isCompositeType(named) ? String(type).replace(named.name, 'object') : String(type);
}
