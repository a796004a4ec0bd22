import type { RelationshipType } from '../../../../src/domain/model.ts';
import { neighbourhoodOf } from '../../../../src/features/neighbourhood/neighbourhood.ts';
import { traversal } from '../../../../src/features/relationship/traversal.ts';
import { bulletinSnapshot, indexOf } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();

function around(
  of: string,
  depth: number,
  through: readonly RelationshipType[] | null = null,
  limit = 500,
  mostRelationships = 2000,
) {
  const options = { depth, limit, mostRelationships };
  return neighbourhoodOf(traversal(snapshot, through), indexOf(snapshot, of), options);
}

/** The keys of the nodes at a distance, items by number, in the given order. */
const at = ({ reached }: ReturnType<typeof around>, distance: number): string[] =>
  reached
    .filter((each) => each.distance === distance)
    .map(({ nodeIndex }) => snapshot.node(nodeIndex).id.replace(/^ReformItem:tj-7-|^\w+:(?!tj-7)/, ''));

describe('around 天津海关', () => {
  test('its items are one step away', () => {
    const found = around('Agency:天津海关', 1);
    expect(at(found, 0)).toEqual(['天津海关']);
    expect(at(found, 1)).toEqual(['2', '3', '4', '7']);
    expect(found.relationships.map(({ kind, from, to }) => [kind, from.id, to.id])).toEqual(
      [2, 3, 4, 7].map((number) => ['RESPONSIBLE_FOR', 'Agency:天津海关', `ReformItem:tj-7-${number}`]),
    );
  });

  test('the nodes of its items are two steps away, those of most items first', () => {
    const found = around('Agency:天津海关', 2);
    // All four items; then twice each: 4 and 7, 4 and 7 again, 2 and 3; then only 4, and the facts of 4 and 7: 116列,
    // 1.21万标准箱, 3.21亿美金, 8.77万吨, 全国首单 and 全国首创, 2021年 and 截至2023年底.
    expect(at(found, 2)).toEqual([
      'Batch:tj-7',
      '天津市',
      '天津市商务局',
      '东疆片区',
      '二手车出口',
      '通关监管',
      ...['39-43', '48-56', '59-66', '69-75'].map((span) => `Figure:tj-7-4:CONTENT:${span}`),
      'FirstClaim:tj-7-4:CONTENT:172-176',
      'FirstClaim:tj-7-7:CONTENT:67-71',
      'Milestone:tj-7-4:CONTENT:0-5',
      'Milestone:tj-7-4:CONTENT:22-30',
      '中欧班列',
    ]);
    // Per item its agencies, zones, themes, region, batch and facts: 2 and 3 have 4 each, 4 has 14, 7 has 7.
    expect(found.relationships).toHaveLength(4 + 4 + 14 + 7);
    expect([found.omitted, found.omittedRelationships]).toEqual([0, 0]);
  });

  test('the nodes beyond those are three steps away, but none beyond the region and the batch', () => {
    const found = around('Agency:天津海关', 3);
    // 商务局: 6 17 42; 东疆: 8 9 22 and the whole zone; 二手车出口: 34; and the domains of the three themes. Two themes lead to
    // 贸易便利化.
    expect(at(found, 3)).toEqual([
      '贸易便利化',
      '天津自贸试验区',
      '17',
      '22',
      '34',
      '42',
      '6',
      '8',
      '9',
      '航运物流',
    ]);
    expect(found.reached).toHaveLength(1 + 4 + 15 + 10);
  });

  test('along one relationship type only', () => {
    const found = around('Agency:天津海关', 3, ['RESPONSIBLE_FOR']);
    expect(at(found, 2)).toEqual(['天津市商务局']);
    expect(at(found, 3)).toEqual(['17', '42', '6']);
    expect(new Set(found.relationships.map(({ kind }) => kind))).toEqual(new Set(['RESPONSIBLE_FOR']));
    // 海关 has four (2 3 4 7), 商务局 five (4 6 7 17 42)
    expect(found.relationships).toHaveLength(9);
  });

  test('passes the region if that relationship type is requested', () => {
    const found = around('Agency:天津海关', 3, ['RESPONSIBLE_FOR', 'PROMOTED_TO']);
    // All 37 items of 天津市: four at distance 1, the others at distance 3.
    const items = [...at(found, 1), ...at(found, 3)];
    expect(items).toHaveLength(37);
    expect(items).not.toContain('1');
  });

  test('with limits that leave out many nodes', () => {
    const found = around('Agency:天津海关', 2, null, 5, 3);
    expect(found.reached).toHaveLength(5);
    expect([found.omitted, found.omittedRelationships]).toEqual([15, 1]);
  });
});

test('around a region are its items, and around the batch are all 43 items', () => {
  expect(at(around('Region:京津冀', 1), 1)).toEqual(['1', '25', '33', '35', '43', '5']);
  expect(at(around('Batch:tj-7', 1), 1)).toHaveLength(43);
});

test('a super-node costs no more than its limit', () => {
  const found = around('Batch:tj-7', 3, null, 10);
  expect(found.reached).toHaveLength(10);
  // All 288 nodes of the graph lie within three steps of the batch: items, their nodes, and the zones and domains
  // above.
  expect(found.omitted).toBe(288 - 10);
});
