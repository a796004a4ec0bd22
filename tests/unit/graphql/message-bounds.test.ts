import { withinBounds } from '../../../src/graphql/message-bounds.ts';

test.each([
  ['Cannot query field "tilte" on type "ReformItem".', 'Cannot query field "tilte" on type "ReformItem".'],
  [`field "${'x'.repeat(80)}" is none`, `field "${'x'.repeat(80)}" is none`],
  [`field "${'x'.repeat(81)}" is none`, `field "${'x'.repeat(80)}…" is none`],
  [
    `"${'x'.repeat(90)}" and "b" and "${'y'.repeat(90)}"`,
    `"${'x'.repeat(80)}…" and "b" and "${'y'.repeat(80)}…"`,
  ],
  [`"${'💥'.repeat(90)}"`, `"${'💥'.repeat(80)}…"`],
  [`"${'\\"'.repeat(90)}" is off`, `"${'\\"'.repeat(80)}…" is off`],
])('%s', (message, expected) => {
  expect(withinBounds(message)).toBe(expected);
});

test('a long message is cut between characters', () => {
  expect(withinBounds('x'.repeat(1000))).toBe('x'.repeat(1000));
  expect(withinBounds('x'.repeat(1001))).toBe(`${'x'.repeat(1000)}…`);
  expect(withinBounds(`${'x'.repeat(999)}💥`)).toBe(`${'x'.repeat(999)}…`);
});
