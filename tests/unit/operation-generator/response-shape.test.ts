import { buildSchema, type GraphQLCompositeType, type GraphQLField, type GraphQLOutputType } from 'graphql';
import { ResponseShape } from '../../support/operation-generator/response-shape.ts';

const schema = buildSchema(`
  interface I { id: ID! }
  type A implements I { id: ID! name: String! other: String! kind: KindA! list: [A!] one: A b: B }
  type B implements I { id: ID! name: String! kind: KindB! one: B }
  enum KindA { X }
  enum KindB { Y }
  type Query { a: A }
`);
const type = (name: string): GraphQLCompositeType => schema.getType(name) as GraphQLCompositeType;
const fieldType = (on: string, name: string): GraphQLOutputType =>
  (
    (type(on) as unknown as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields()[
      name
    ] as {
      type: GraphQLOutputType;
    }
  ).type;
/** Whether the second field can share the key of the first one. */
function together([on, field]: [string, string], [otherOn, otherField]: [string, string]): boolean {
  const shape = new ResponseShape();
  shape.add('key', type(on), field, fieldType(on, field));
  return shape.takes('key', type(otherOn), otherField, fieldType(otherOn, otherField));
}

describe('response shape', () => {
  test.each<[[string, string], [string, string], boolean]>([
    [['A', 'name'], ['A', 'name'], true],
    [['A', 'name'], ['A', 'other'], false],
    [['A', 'other'], ['B', 'name'], true],
    [['A', 'kind'], ['B', 'kind'], false],
    [['A', 'one'], ['B', 'one'], true],
    [['A', 'one'], ['A', 'list'], false],
    [['A', 'id'], ['I', 'id'], true],
    [['A', 'name'], ['I', 'id'], false],
  ])('%j beside %j: %j', (first, second, agree) => {
    expect(together(first, second)).toBe(agree);
    expect(together(second, first)).toBe(agree);
  });

  test('compares nested fields, too', () => {
    const [one, other] = [new ResponseShape(), new ResponseShape()];
    one.add('x', type('A'), 'one', fieldType('A', 'one')).add('k', type('A'), 'name', fieldType('A', 'name'));
    const below = other.add('x', type('A'), 'one', fieldType('A', 'one'));
    expect(one.takesAll(other)).toBe(true);
    below.add('k', type('A'), 'other', fieldType('A', 'other'));
    expect(one.takesAll(other)).toBe(false);
    const union = new ResponseShape();
    union.addAll(one);
    expect(union.takesAll(one)).toBe(true);
    expect(union.takesAll(other)).toBe(false);
  });
});
