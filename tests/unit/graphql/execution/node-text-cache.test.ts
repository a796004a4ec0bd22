import { NodeTextCache } from '../../../../src/graphql/execution/node-text-cache.ts';
import type { GraphSnapshot } from '../../../../src/snapshot/graph-snapshot.ts';
import { bulletinSnapshot, itemIndex } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const other = bulletinSnapshot();
const SELECTION = new Map();
const entry = (text: string) => ({ text, objects: 1 });
const item = (of: GraphSnapshot, number: number) => of.node(itemIndex(of, number));

test('caches texts only for the snapshot’s own nodes', () => {
  const texts = new NodeTextCache(1_000_000);
  const kept = texts.of(snapshot, SELECTION);
  if (kept === undefined) throw new Error('nothing is kept');
  texts.keep(snapshot, kept, item(snapshot, 1), entry('one'));
  texts.keep(snapshot, kept, { ...item(snapshot, 2) }, entry('a copy'));
  texts.keep(snapshot, kept, { id: 'ReformItem:tj-9-1' }, entry('unknown'));
  texts.keep(snapshot, kept, {}, entry('no node'));
  expect([...kept]).toEqual([[item(snapshot, 1), entry('one')]]);
  expect(texts.of(snapshot, SELECTION)).toBe(kept);
  expect(texts.of(snapshot, new Map())?.size).toBe(0);
});

test('a new snapshot starts empty, and does not cache late texts of the old one', () => {
  const texts = new NodeTextCache(1_000_000);
  const before = texts.of(snapshot, SELECTION) as Map<unknown, ReturnType<typeof entry>>;
  texts.keep(snapshot, before, item(snapshot, 1), entry('old'));
  const after = texts.of(other, SELECTION);
  expect(after?.size).toBe(0);
  texts.keep(snapshot, before, item(snapshot, 2), entry('late'));
  expect(before.size).toBe(1);
  expect(texts.of(other, SELECTION)?.size).toBe(0);
});

test('drops all texts if they take too much memory, and caches none if there is no room', () => {
  const texts = new NodeTextCache(1000);
  const kept = texts.of(snapshot, SELECTION) as Map<unknown, ReturnType<typeof entry>>;
  texts.keep(snapshot, kept, item(snapshot, 1), entry('x'.repeat(600)));
  expect(texts.of(snapshot, SELECTION)?.size).toBe(0);
  expect(new NodeTextCache(0).of(snapshot, SELECTION)).toBeUndefined();
});
