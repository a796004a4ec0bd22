import { resolveFilter } from '../../../../src/features/reform-item/resolve-filter.ts';
import { contextOf } from '../../../support/request-context.ts';
import { bulletinSnapshot } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const zones = { zones: { anyOf: ['东疆'] } };
/** 200 conditions of a zone each. */
const large = { zones: { allOf: Array.from({ length: 200 }, () => '东疆') } };

test('an equal filter is worked out once for a request', () => {
  const context = contextOf(snapshot);
  const clauses = resolveFilter(context, structuredClone(zones));
  expect(resolveFilter(context, structuredClone(zones)) === clauses).toBe(true);
  expect(resolveFilter(context, { zones: { anyOf: ['机场'] } })).not.toEqual(clauses);
});

test('the same filter is worked out once for all requests, and anew for another graph', () => {
  const clauses = resolveFilter(contextOf(snapshot), zones);
  expect(resolveFilter(contextOf(snapshot), zones) === clauses).toBe(true);
  const elsewhere = resolveFilter(contextOf(bulletinSnapshot()), zones);
  expect(elsewhere).toEqual(clauses);
  expect(elsewhere === clauses).toBe(false);
});

test('a large meaning is not kept with the filter', () => {
  const clauses = resolveFilter(contextOf(snapshot), large);
  expect(resolveFilter(contextOf(snapshot), large)).toEqual(clauses);
  expect(resolveFilter(contextOf(snapshot), large) === clauses).toBe(false);
});

test('a name that is given twice is looked for once', () => {
  const [clause] =
    resolveFilter(contextOf(snapshot), { zones: { anyOf: ['东疆', '东疆片区', '东疆'] } }) ?? [];
  expect(clause?.linkedToAny).toEqual([['PilotZone:东疆片区']]);
});

test('a filter that is refused is refused again, at the place where it stands', () => {
  const context = contextOf(snapshot);
  const empty = { text: ' ' };
  expect(() => resolveFilter(context, empty)).toThrow('filter.text');
  expect(() => resolveFilter(context, empty, 'filter.reformItems')).toThrow('filter.reformItems.text');
});
