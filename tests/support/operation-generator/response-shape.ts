import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** A field that already stands at a place, and can be selected there again. */
export interface WrittenField {
  readonly field: GraphQLField<unknown, unknown>;
  /** Without its selections and conditions. */
  readonly head: FieldNode;
  /** The estimated number of objects that it returns. */
  readonly length: number;
  readonly hints: ReadonlyMap<string, string>;
}

/** null if the field belongs to every type, as __typename does. */
type Parent = GraphQLCompositeType | null;

interface Use {
  readonly parent: Parent;
  /** The field and its arguments, as text. */
  readonly asked: string;
  readonly type: string;
}

/** Fields with the same key in one place are merged, so they must agree; FieldsInSetCanMerge in the specification. */
export class ResponseShape {
  readonly written: WrittenField[] = [];
  readonly #uses = new Map<string, Use[]>();
  readonly #below = new Map<string, ResponseShape>();

  /** Whether the field can have this key beside the fields already here. */
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

  /** Whether all fields of another place can also stand here, as those of a fragment do. */
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

/** Fields of two different object types never apply to the same object. All others may. */
const agree = (a: Use, b: Use): boolean =>
  a.type === b.type &&
  (a.asked === b.asked || (a.parent !== b.parent && isObjectType(a.parent) && isObjectType(b.parent)));

/** All object types have the same shape here, because their contents are compared separately. */
function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isCompositeType(named) ? String(type).replace(named.name, 'object') : String(type);
}
