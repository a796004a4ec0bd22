import fc from 'fast-check';
import { labels } from '../../../src/domain/model.ts';
import { labelOf, type NodeId, nodeId, parseNodeId } from '../../../src/domain/node-id.ts';

test('builds an id from a label and a key', () => {
  expect(nodeId('ReformItem', 'tj-7-17')).toBe('ReformItem:tj-7-17');
  expect(parseNodeId('Agency:天津海关')).toEqual({ label: 'Agency', key: '天津海关' });
  expect(labelOf('PilotZone:东疆片区')).toBe('PilotZone');
});

test.each([
  '',
  ':',
  'Agency',
  'Agency:',
  ':天津海关',
  'agency:天津海关',
  'Entity:x',
  'toString:x',
  '__proto__:x',
  ' Agency:x',
])('「%s」 is not a node id', (text) => {
  expect(parseNodeId(text)).toBeNull();
});

test('an id splits back into its parts, even if the key contains colons', () => {
  fc.assert(
    fc.property(fc.constantFrom(...labels), fc.string({ unit: 'binary', minLength: 1 }), (label, key) => {
      const id: NodeId = nodeId(label, key);
      expect(parseNodeId(id)).toEqual({ label, key });
      expect(labelOf(id)).toBe(label);
    }),
  );
  expect(parseNodeId('Theme:a:b:c')).toEqual({ label: 'Theme', key: 'a:b:c' });
});

test('different nodes have different ids', () => {
  const part = fc.tuple(
    fc.constantFrom(...labels),
    fc.string({ unit: fc.constantFrom('a', ':', '-'), minLength: 1 }),
  );
  fc.assert(
    fc.property(part, part, ([label, key], [otherLabel, otherKey]) => {
      fc.pre(label !== otherLabel || key !== otherKey);
      expect(nodeId(label, key)).not.toBe(nodeId(otherLabel, otherKey));
    }),
  );
});
