import fc from 'fast-check';
import { clause } from '../../../../src/domain/clause-algebra.ts';
import type { ReformItemNode } from '../../../../src/domain/nodes.ts';
import { AgencyNetworkGraph } from '../../../../src/features/agency-network/agency-network.ts';
import { byText } from '../../../support/random-graphs.ts';
import { AGENCIES, type PlainItem, plainItems, snapshotOfItems } from '../../../support/random-items.ts';
import { bulletinSnapshot, matchingItems } from '../../../support/snapshots.ts';
import { groupsOf, reference } from './reference.ts';

/** Every agency with items, and the number of items it shares with each partner. */
function plainMembers(items: readonly PlainItem[]) {
  return AGENCIES.map((agency) => {
    const own = items.filter(({ agencies }) => agencies.includes(agency));
    const shared = AGENCIES.filter((other) => other !== agency).map(
      (other) => own.filter(({ agencies }) => agencies.includes(other)).length,
    );
    return {
      id: agency,
      reformItemCount: own.length,
      degree: shared.filter((count) => count > 0).length,
      weightedDegree: shared.reduce((sum, count) => sum + count, 0),
    };
  })
    .filter(({ reformItemCount }) => reformItemCount > 0)
    .sort((a, b) => b.weightedDegree - a.weightedDegree || b.degree - a.degree || byText(a.id, b.id));
}

test('lists the agencies of random items and their partners, most shared items first', () => {
  fc.assert(
    fc.property(plainItems, (items) => {
      const snapshot = snapshotOfItems(items);
      const { members } = new AgencyNetworkGraph(snapshot, matchingItems(snapshot, null));
      const found = members.map(({ agency, reformItemCount, degree, weightedDegree }) => ({
        id: agency.id,
        reformItemCount,
        degree,
        weightedDegree,
      }));
      expect(found).toEqual(plainMembers(items));
    }),
  );
});

describe('the network of the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const network = new AgencyNetworkGraph(snapshot, matchingItems(snapshot, null));
  const expected = reference('tianjin-7');
  const byName = new Map(network.members.map((member) => [member.agency.name, member]));

  test('has the degrees and measures that networkx gives', () => {
    expect(network.members).toHaveLength(23);
    expect(network.linkCount).toBe(19);
    for (const [name, values] of Object.entries(expected.nodes)) {
      const member = byName.get(name);
      const [degree, weightedDegree, betweenness, closeness, pageRank] = values;
      expect(member).toMatchObject({
        degree,
        weightedDegree,
        reformItemCount: expected.agencyItems[name]?.length,
      });
      const { measures } = network;
      const nodeIndex = member?.nodeIndex as number;
      expect(measures.betweenness.get(nodeIndex)).toBeCloseTo(betweenness, 9);
      expect(measures.closeness.get(nodeIndex)).toBeCloseTo(closeness, 9);
      expect(measures.pageRank.get(nodeIndex)).toBeCloseTo(pageRank, 9);
    }
  });

  test('has the communities that networkx gives', () => {
    const groups = [...groupsOf(network.measures.communities).values()].map((nodeIndexes) =>
      nodeIndexes.map((nodeIndex) => snapshot.nodeOf('Agency', nodeIndex).name).sort(byText),
    );
    const sorted = (list: readonly (readonly string[])[]): string[] =>
      list.map((group) => group.join()).sort(byText);
    expect(sorted(groups)).toEqual(sorted(expected.partition.map((group) => [...group].sort(byText))));
    expect(byName.get('天津海关')?.network).toBe(network);
  });

  test('lists the agencies that share most first, then those with more partners', () => {
    const names = network.members.map(({ agency }) => agency.name);
    // Weighted degrees 6, 5, 4; then 3 with three partners each, by code unit: 发 53D1, 城 57CE, 工 5DE5, 水 6C34, 生 751F,
    // and 自 81EA; then 2: 天津市市场监管委 with two partners, 天津海关 with one.
    expect(names.slice(0, 11)).toEqual([
      '天津市商务局',
      '天津市委金融办',
      '天津市政务服务办',
      '天津市发展改革委',
      '天津市城管委',
      '天津市工信局',
      '天津市水务局',
      '天津市生态环境局',
      '天津自贸试验区管委会',
      '天津市市场监管委',
      '天津海关',
    ]);
  });

  test('lists its links, most shared items first', async () => {
    const [first, ...others] = network.links(100);
    expect(first).toMatchObject({ sharedCount: 2, jaccard: 2 / 7 });
    expect(first?.agencies.map(({ name }) => name)).toEqual(['天津市商务局', '天津海关']);
    const items = (await first?.firstItems(10)) as ReformItemNode[];
    expect(items.map(({ number }) => number)).toEqual([4, 7]);
    expect(others.map(({ sharedCount }) => sharedCount)).toEqual(Array.from({ length: 18 }, () => 1));
    expect(network.links(3)).toHaveLength(3);
  });

  test('for 绿色金融 alone covers the agencies of items 8, 16 and 17, and the items they share', () => {
    const items = matchingItems(snapshot, clause({ linkedToAll: ['Theme:绿色金融'] }));
    const green = new AgencyNetworkGraph(snapshot, items);
    // Item 8: 金融办 and 人行. Item 16: only 生态城. Item 17: four agencies, including 金融办.
    expect(
      green.members.map(({ agency, degree, weightedDegree }) => [agency.name, degree, weightedDegree]),
    ).toEqual([
      ['天津市委金融办', 4, 4],
      ['天津市发展改革委', 3, 3],
      ['天津市商务局', 3, 3],
      ['天津市生态环境局', 3, 3],
      ['中国人民银行天津市分行', 1, 1],
      ['天津自贸试验区生态城联动创新区', 0, 0],
    ]);
    expect(green.linkCount).toBe(7);
    expect(new Set(green.measures.components.values()).size).toBe(2);
    expect(green.measures.density).toBeCloseTo(7 / 15, 12);
    const pair = green.links(10).find(({ agencies }) => agencies[0]?.name === '中国人民银行天津市分行');
    // 人行 has item 8; 金融办 has items 8 and 17.
    expect(pair).toMatchObject({ sharedCount: 1, jaccard: 1 / 2 });
  });

  test('is empty if there are no items', () => {
    const nothing = new AgencyNetworkGraph(snapshot, []);
    expect([nothing.members, nothing.linkCount, nothing.links(5)]).toEqual([[], 0, []]);
    expect(nothing.measures.density).toBe(0);
  });
});
