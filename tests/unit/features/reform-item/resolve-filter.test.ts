import { resolveFilter } from '../../../../src/features/reform-item/resolve-filter.ts';
import { contextOf } from '../../../support/request-context.ts';
import { bulletinSnapshot } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const zones = { zones: { anyOf: ['东疆'] } };
/** 200 conditions with one zone each. */
const large = { zones: { allOf: Array.from({ length: 200 }, () => '东疆') } };

test('resolves an equal filter once per request', () => {
  const context = contextOf(snapshot);
  const clauses = resolveFilter(context, structuredClone(zones));
  expect(resolveFilter(context, structuredClone(zones)) === clauses).toBe(true);
  expect(resolveFilter(context, { zones: { anyOf: ['机场'] } })).not.toEqual(clauses);
});

test('resolves the same filter once for all requests, and again for another graph', () => {
  const clauses = resolveFilter(contextOf(snapshot), zones);
  expect(resolveFilter(contextOf(snapshot), zones) === clauses).toBe(true);
  const elsewhere = resolveFilter(contextOf(bulletinSnapshot()), zones);
  expect(elsewhere).toEqual(clauses);
  expect(elsewhere === clauses).toBe(false);
});

test('does not cache a large result with the filter', () => {
  const clauses = resolveFilter(contextOf(snapshot), large);
  expect(resolveFilter(contextOf(snapshot), large)).toEqual(clauses);
  expect(resolveFilter(contextOf(snapshot), large) === clauses).toBe(false);
});

test('looks up a repeated name once', () => {
  const [clause] =
    resolveFilter(contextOf(snapshot), { zones: { anyOf: ['东疆', '东疆片区', '东疆'] } }) ?? [];
  expect(clause?.linkedToAny).toEqual([['PilotZone:东疆片区']]);
});

test('refuses a bad filter each time, and names its position', () => {
  const context = contextOf(snapshot);
  const empty = { text: ' ' };
  expect(() => resolveFilter(context, empty)).toThrow('filter.text');
  expect(() => resolveFilter(context, empty, 'filter.reformItems')).toThrow('filter.reformItems.text');
});
