import { itemsOf } from '../../../../src/features/reform-item/items-of.ts';
import { countLinked } from '../../../../src/features/reform-item/linked-counts.ts';
import { handRead, upperThemeItems } from '../../../support/hand-read.ts';
import { bulletinSnapshot, indexOf } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const { agencyItems, zoneItems, themeItems } = handRead;
const both = (a: readonly number[], b: readonly number[]): number[] => a.filter((n) => b.includes(n));

const COUNTS = [
  ['themes of an agency', 'Agency', 'Theme', agencyItems, themeItems],
  ['zones of an agency', 'Agency', 'PilotZone', agencyItems, zoneItems],
  ['agencies of a zone', 'PilotZone', 'Agency', zoneItems, agencyItems],
  ['themes of a zone', 'PilotZone', 'Theme', zoneItems, themeItems],
  // An upper-level theme counts the items of its lower-level themes as its own.
  ['agencies of a theme', 'Theme', 'Agency', { ...themeItems, ...upperThemeItems }, agencyItems],
  ['zones of a theme', 'Theme', 'PilotZone', { ...themeItems, ...upperThemeItems }, zoneItems],
] as const;

test.each(COUNTS)('counts the items of the %s', (_name, label, other, owners, others) => {
  for (const [name, own] of Object.entries(owners)) {
    const nodeIndex = indexOf(snapshot, `${label}:${name}`);
    const found = countLinked(snapshot, itemsOf(snapshot, label, nodeIndex), other);
    const expected = Object.entries(others)
      .map(([otherName, of]): [string, number] => [otherName, both(own, of).length])
      .filter(([, count]) => count > 0);
    expect(new Map(found.map(({ node, count }) => [node.name, count]))).toEqual(new Map(expected));
    const counts = found.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  }
});

test('sorts by most items first, and equal counts by pinyin: the agencies of 东疆', () => {
  const nodeIndex = indexOf(snapshot, 'PilotZone:东疆片区');
  const counts = countLinked(snapshot, itemsOf(snapshot, 'PilotZone', nodeIndex), 'Agency');
  expect(counts.map(({ node, count }) => [node.name, count])).toEqual([
    ['天津海关', 2], // hai
    ['天津市商务局', 2], // shi
    ['国家外汇管理局天津市分局', 1], // guo
    ['天津市市场监管委', 1], // tian jin shi shi
    ['天津市委金融办', 1], // tian jin shi wei
    ['中国人民银行天津市分行', 1], // zhong
  ]);
});
