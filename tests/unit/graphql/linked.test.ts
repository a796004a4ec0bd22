import { connectionAlong, nodesAlong } from '../../../src/graphql/linked.ts';
import { RESPONSIBLE } from '../../../src/snapshot/relations.ts';
import { handRead } from '../../support/hand-read.ts';
import { contextOf } from '../../support/request-context.ts';
import { bulletinSnapshot, itemIndex } from '../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const itemOf = (number: number) => snapshot.nodeOf('ReformItem', itemIndex(snapshot, number));
const agenciesOf = connectionAlong(RESPONSIBLE, ({ properties }) => ({ order: () => properties.order }));
const page = (number: number, args: object) => {
  const found = agenciesOf(contextOf(snapshot), itemOf(number), args);
  if (found instanceof Promise) throw new Error('the page is at hand');
  return found;
};
const names = (number: number, args: object) => page(number, args).nodes.map(({ name }) => name);

test('any page size that holds the whole list gives the same page object', () => {
  for (const { number, agencies } of handRead.items) {
    const whole = page(number, {});
    expect(names(number, {})).toEqual(agencies);
    expect(page(number, { first: 100 }) === whole).toBe(true);
    expect(page(number, { first: agencies.length }) === whole).toBe(true);
    expect(whole.totalCount).toBe(agencies.length);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  }
});

test('a part of the list is a separate page', () => {
  // Item 17 has four agencies.
  const [first, ...others] = handRead.items.find(({ number }) => number === 17)?.agencies ?? [];
  const { pageInfo } = page(17, { first: 1 });
  expect(names(17, { first: 1 })).toEqual([first]);
  expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(names(17, { after: pageInfo.endCursor })).toEqual(others);
  expect(page(17, { after: pageInfo.endCursor }).pageInfo.hasPreviousPage).toBe(true);
  expect(names(17, { last: 1 })).toEqual(others.slice(-1));
  for (const args of [{ first: 0 }, { first: 101 }, { last: 0 }, { first: 1, last: 1 }])
    expect(() => page(17, args)).toThrow();
});

test('shared pages cannot be changed', () => {
  const whole = page(17, {});
  expect(() => Object.assign(whole, { totalCount: 0 })).toThrow(TypeError);
  expect(() => (whole.nodes as unknown[]).pop()).toThrow(TypeError);
  const nodes = nodesAlong(RESPONSIBLE)(contextOf(snapshot), itemOf(17));
  expect(() => (nodes as unknown[]).pop()).toThrow(TypeError);
});

test('edges are created for each request, with their properties', () => {
  const [edges, again] = [page(17, {}).edges, page(17, {}).edges];
  expect(edges[0] === again[0]).toBe(false);
  expect(edges.map((edge) => (edge as unknown as { order: () => number }).order())).toEqual([1, 2, 3, 4]);
});
