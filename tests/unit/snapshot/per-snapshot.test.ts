import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../../src/snapshot/per-snapshot.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const empty = (version: number): GraphSnapshot => snapshotOf({ nodes: [], relationships: [] }, version);

describe('a value computed from a snapshot', () => {
  test('is computed at the first call, once, and again for another snapshot of the same version', () => {
    let made = 0;
    const count = perSnapshot(() => {
      made += 1;
      return { made };
    });
    expect(made).toBe(0);
    const [one, other] = [empty(7), empty(7)];
    const first = count(one);
    expect(first).toEqual({ made: 1 });
    expect(count(other)).toEqual({ made: 2 });
    expect(count(one)).toBe(first);
    expect(made).toBe(2);
  });

  test('receives the snapshot itself', () => {
    const versionOf = perSnapshot(({ version }) => version);
    expect([versionOf(empty(3)), versionOf(empty(5))]).toEqual([3, 5]);
  });

  test('is cached even if it is undefined', () => {
    let made = 0;
    const nothing = perSnapshot((): undefined => {
      made += 1;
    });
    const snapshot = empty(1);
    expect([nothing(snapshot), nothing(snapshot)]).toEqual([undefined, undefined]);
    expect(made).toBe(1);
  });

  test('is computed again after a failure', () => {
    let tries = 0;
    const second = perSnapshot(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    const snapshot = empty(1);
    expect(() => second(snapshot)).toThrow('not yet');
    expect(second(snapshot)).toBe(2);
  });
});
