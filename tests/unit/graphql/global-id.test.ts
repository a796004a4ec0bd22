import fc from 'fast-check';
import { InvalidInput } from '../../../src/domain/errors.ts';
import { LABELS, labels } from '../../../src/domain/model.ts';
import { nodeId, parseNodeId } from '../../../src/domain/node-id.ts';
import { fromGlobalId, requireGlobalId, toGlobalId } from '../../../src/graphql/relay/global-id.ts';

const anyText = fc.string({ unit: 'binary' });
/** Text without lone surrogates, because UTF-8 cannot encode them. */
const wellFormed = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Surrogate}/u.test(text));

describe('global ids', () => {
  test('of any kind and key decode to the same node', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labels), wellFormed, (label, key) => {
        const id = nodeId(label, key);
        expect(toGlobalId(id)).toMatch(/^[\w-]+$/);
        expect(fromGlobalId(toGlobalId(id))).toBe(id);
        expect(requireGlobalId(toGlobalId(id), 'id')).toBe(id);
      }),
    );
  });

  test('any text is a global id or gives null, and never throws', () => {
    const ofAny = anyText.map(toGlobalId);
    const ofAlmost = fc.tuple(fc.constantFrom(...labels, 'Entity', ''), anyText).map(([label, key]) => {
      return toGlobalId(`${label}:${key}`);
    });
    fc.assert(
      fc.property(fc.oneof(anyText, fc.base64String(), ofAny, ofAlmost), (text) => {
        const id = fromGlobalId(text);
        if (id !== null) {
          expect(toGlobalId(id)).toBe(text);
          expect(Object.keys(LABELS)).toContain(parseNodeId(id)?.label);
          return;
        }
        expect(() => requireGlobalId(text, 'ids[3]')).toThrow(InvalidInput);
      }),
      { numRuns: 500 },
    );
  });

  test('one node has one id: a second spelling is refused', () => {
    const id = toGlobalId('Agency:天津海关'); // has a "-", where standard base64 has a "+"
    expect(id).toContain('-');
    for (const other of [
      `${id}=`,
      ` ${id}`,
      `${id}\n`,
      id.replaceAll('-', '+'),
      `${id.slice(0, 4)} ${id.slice(4)}`,
    ]) {
      expect(fromGlobalId(other)).toBeNull();
    }
  });

  test('the key may contain colons; the kind is the part before the first', () => {
    expect(fromGlobalId(toGlobalId('Theme:a:b'))).toBe('Theme:a:b');
    expect(parseNodeId('Theme:a:b')).toEqual({ label: 'Theme', key: 'a:b' });
    for (const none of ['Theme', 'Theme:', ':a', 'Graph:graph', 'Entity:a', 'toString:a', 'theme:a']) {
      expect(fromGlobalId(toGlobalId(none))).toBeNull();
    }
  });

  test('the error names the argument and shows at most 40 characters', () => {
    expect(() => requireGlobalId('x'.repeat(100_000), 'ids[3]')).toThrow(
      `ids[3]: "${'x'.repeat(40)}" is not a node id of this server; take it from a node's id field`,
    );
  });
});
