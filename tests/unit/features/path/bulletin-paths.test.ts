import type { RelationshipType } from '../../../../src/domain/model.ts';
import { toSentence } from '../../../../src/features/path/path.type.ts';
import { shortestPaths } from '../../../../src/features/path/shortest-paths.ts';
import { relationshipAt } from '../../../../src/features/relationship/relationship.type.ts';
import { traversal } from '../../../../src/features/relationship/traversal.ts';
import type { GraphSnapshot } from '../../../../src/snapshot/graph-snapshot.ts';
import { documentOf } from '../../../support/bulletin-document.ts';
import { bulletinRows } from '../../../support/edited-bulletin.ts';
import { handRead } from '../../../support/hand-read.ts';
import { bulletinSnapshot, indexOf, snapshotOf } from '../../../support/snapshots.ts';

const bulletin = bulletinSnapshot();

interface Asked {
  readonly maxLength?: number;
  readonly through?: readonly RelationshipType[];
  readonly snapshot?: GraphSnapshot;
  readonly oneBatch?: boolean;
}

/** All shortest paths between two nodes, as sentences. */
function sentences(
  from: string,
  to: string,
  { maxLength = 8, through, snapshot = bulletin, oneBatch = true }: Asked = {},
): string[] {
  const [start, end] = [indexOf(snapshot, from), indexOf(snapshot, to)];
  return [...shortestPaths(traversal(snapshot, through), start, end, maxLength)].map((steps) => {
    const nodeIndexes = [start, ...steps.map(({ other }) => other)];
    return toSentence(
      nodeIndexes.map((nodeIndex) => snapshot.node(nodeIndex)),
      steps.map((step, index) => relationshipAt(snapshot, nodeIndexes[index] as number, step)),
      oneBatch,
    );
  });
}

describe('how two nodes of the bulletin are connected', () => {
  test('connects 天津海关 and 天津市商务局 by items 4 and 7', () => {
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局')).toEqual([
      '天津海关 —负责→ 4 ←负责— 天津市商务局',
      '天津海关 —负责→ 7 ←负责— 天津市商务局',
    ]);
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局', { maxLength: 2 })).toHaveLength(2);
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局', { maxLength: 1 })).toEqual([]);
  });

  test('connects an authority to its zone in one step, and a zone to the whole zone', () => {
    expect(sentences('Agency:天津自贸试验区管委会', 'PilotZone:天津自贸试验区')).toEqual([
      '天津自贸试验区管委会 —管理→ 天津自贸试验区',
    ]);
    expect(sentences('PilotZone:天津自贸试验区', 'PilotZone:东疆片区')).toEqual([
      '天津自贸试验区 ←属于— 东疆片区',
    ]);
  });

  test('connects an agency and a region: a path may end at a region, though none passes through one', () => {
    // The items of 天津海关 are 2, 3, 4 and 7. All are promoted in 天津市.
    expect(sentences('Agency:天津海关', 'Region:天津市')).toEqual(
      [2, 3, 4, 7].map((number) => `天津海关 —负责→ ${number} —推广至→ 天津市`),
    );
    expect(sentences('Region:天津市', 'Agency:天津海关')).toEqual(
      [2, 3, 4, 7].map((number) => `天津市 ←推广至— ${number} ←负责— 天津海关`),
    );
  });

  test('connects two regions by the nodes that their items share, except the batch', () => {
    const some = handRead.items.filter(({ region }) => region === '京津冀');
    const others = handRead.items.filter(({ region }) => region === '天津市');
    const linked = ({ agencies, zones, themes }: (typeof some)[number]): string[] => [
      ...agencies.map((name) => `负责 ${name}`),
      ...[...zones, ...themes].map(({ name }) => name),
    ];
    const shared = some.flatMap((one) =>
      others.flatMap((other) => linked(one).filter((end) => linked(other).includes(end))),
    );
    const ways = sentences('Region:京津冀', 'Region:天津市');
    expect(ways).toHaveLength(shared.length);
    for (const way of ways) expect(way.match(/→|←/g)).toHaveLength(4);
    expect(ways[0]).toBe('京津冀 ←推广至— 25 ←负责— 天津市政务服务办 —负责→ 23 —推广至→ 天津市');
    expect(ways).toContain('京津冀 ←推广至— 33 —试点于→ 天津自贸试验区 ←试点于— 17 —推广至→ 天津市');
  });

  test('connects 融资租赁 and 天津证监局 by five paths, those by items of the theme first', () => {
    // 8 and 9 are of 融资租赁; 19 and 20 are of 天津证监局 and 企业上市; 9 and 20 are of 跨境投融资.
    expect(sentences('Theme:融资租赁', 'Agency:天津证监局')).toEqual([
      '融资租赁 ←主题为— 8 ←负责— 天津市委金融办 —负责→ 19 ←负责— 天津证监局',
      '融资租赁 ←主题为— 9 —主题为→ 跨境投融资 ←主题为— 20 ←负责— 天津证监局',
      '融资租赁 —从属于主题→ 金融开放创新 ←从属于主题— 企业上市 ←主题为— 19 ←负责— 天津证监局',
      '融资租赁 —从属于主题→ 金融开放创新 ←从属于主题— 企业上市 ←主题为— 20 ←负责— 天津证监局',
      '融资租赁 —从属于主题→ 金融开放创新 ←从属于主题— 跨境投融资 ←主题为— 20 ←负责— 天津证监局',
    ]);
    const through = ['HAS_THEME', 'RESPONSIBLE_FOR'] as const;
    expect(sentences('Theme:融资租赁', 'Agency:天津证监局', { through })).toEqual([
      '融资租赁 ←主题为— 8 ←负责— 天津市委金融办 —负责→ 19 ←负责— 天津证监局',
      '融资租赁 ←主题为— 9 —主题为→ 跨境投融资 ←主题为— 20 ←负责— 天津证监局',
    ]);
  });

  test('connects 天津海事局 and 天津海关 by one path of six steps, because item 1 has few links', () => {
    const way =
      '天津海事局 —负责→ 1 —主题为→ 海事监管 —从属于主题→ 航运物流 ←从属于主题— 中欧班列 ←主题为— 4 ←负责— 天津海关';
    expect(sentences('Agency:天津海事局', 'Agency:天津海关')).toEqual([way]);
    expect(sentences('Agency:天津海事局', 'Agency:天津海关', { maxLength: 6 })).toEqual([way]);
    expect(sentences('Agency:天津海事局', 'Agency:天津海关', { maxLength: 5 })).toEqual([]);
  });

  test('goes through the batch if that relationship type is requested', () => {
    const through = ['PUBLISHED_IN', 'RESPONSIBLE_FOR'] as const;
    const batch = '天津自贸试验区第七批复制推广改革试点经验';
    expect(sentences('Agency:天津海事局', 'Agency:天津海关', { through })).toEqual(
      [2, 3, 4, 7].map(
        (number) => `天津海事局 —负责→ 1 —发布于→ ${batch} ←发布于— ${number} ←负责— 天津海关`,
      ),
    );
  });

  test('finds no path along relationship types that neither node has', () => {
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局', { through: ['PART_OF'] })).toEqual([]);
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局', { through: [] })).toEqual([]);
  });
});

describe('a sentence', () => {
  test('names items by their codes if there are several batches', () => {
    expect(sentences('Agency:天津海关', 'Agency:天津市商务局', { oneBatch: false })).toEqual([
      '天津海关 —负责→ tj-7-4 ←负责— 天津市商务局',
      '天津海关 —负责→ tj-7-7 ←负责— 天津市商务局',
    ]);
  });

  test('begins and ends with the two requested nodes', () => {
    const agency = '国家外汇管理局天津市分局';
    expect(sentences('ReformItem:tj-7-9', `Agency:${agency}`)).toEqual([`9 ←负责— ${agency}`]);
    expect(sentences(`Agency:${agency}`, 'ReformItem:tj-7-9')).toEqual([`${agency} —负责→ 9`]);
    expect(sentences('Batch:tj-7', 'Theme:RCEP')).toEqual([
      '天津自贸试验区第七批复制推广改革试点经验 ←发布于— 40 —主题为→ RCEP',
    ]);
  });
});

test('two batches with the same items connect through their agencies', () => {
  // Item 2 is of 天津海关 and 通关监管, like item 1.
  const rows = bulletinRows()
    .filter(({ number }) => number === 2)
    .map((row) => ({ ...row, number: 1 }));
  const [one, other] = [documentOf(rows, { batch: 7 }), documentOf(rows, { batch: 8 })];
  const nodes = [...new Map([...one.nodes, ...other.nodes].map((node) => [node.id, node])).values()];
  const keyed = [...one.relationships, ...other.relationships].map(
    (each) => [`${each.type} ${each.from} ${each.to}`, each] as const,
  );
  const snapshot = snapshotOf({ nodes, relationships: [...new Map(keyed).values()] });
  const [seventh, eighth] = [
    '天津自贸试验区第7批复制推广改革试点经验',
    '天津自贸试验区第8批复制推广改革试点经验',
  ];
  expect(sentences('Batch:tj-7', 'Batch:tj-8', { snapshot, oneBatch: false })).toEqual([
    `${seventh} ←发布于— tj-7-1 ←负责— 天津海关 —负责→ tj-8-1 —发布于→ ${eighth}`,
    `${seventh} ←发布于— tj-7-1 —主题为→ 通关监管 ←主题为— tj-8-1 —发布于→ ${eighth}`,
  ]);
});
