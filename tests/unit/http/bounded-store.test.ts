import { parse } from 'graphql';
import { documentBytes, textBytes } from '../../../src/graphql/document-bytes.ts';
import { BoundedStore } from '../../../src/http/bounded-store.ts';

test('keeps the most recently used entries while there is room', async () => {
  // Each entry: 500 for itself, 2 for its key, 1000 for its text.
  const store = new BoundedStore<string>(3 * 1502, textBytes);
  for (const key of ['a', 'b', 'c']) await store.set(key, key.repeat(500));
  expect(await store.get('a')).toBe('a'.repeat(500));
  await store.set('d', 'd'.repeat(500));
  expect(await store.get('b')).toBeUndefined();
  expect(await store.get('a')).toBeDefined();
  expect(await store.delete('a')).toBe(true);
  expect(await store.get('a')).toBeUndefined();
});

test('does not store an entry larger than the whole store, and evicts nothing for it', async () => {
  const store = new BoundedStore<string>(2000, textBytes);
  await store.set('a', 'a');
  await store.set('b', 'b'.repeat(1000));
  expect([await store.get('a'), await store.get('b')]).toEqual(['a', undefined]);
});

test('a document counts its source, its tokens and its comments', () => {
  // Start, {, a, } and end: five tokens.
  expect(documentBytes(parse('{a}'))).toBe(2 * 3 + 5 * 500);
  expect(documentBytes(parse('{a}#x'))).toBe(2 * 5 + 5 * 500 + 100);
  expect(documentBytes(parse(`{a}${'\n#'.repeat(1000)}`))).toBe(2 * 2003 + 5 * 500 + 1000 * 100);
  expect(documentBytes(parse(`{a}#${'中'.repeat(250_000)}`))).toBeGreaterThan(500_000);
});
