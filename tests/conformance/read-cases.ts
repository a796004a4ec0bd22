import type { Row } from '../support/inline-statement.ts';
import { readSeedDocument } from '../support/seeds.ts';

export interface ReadCase {
  readonly name: string;
  readonly params: Row;
}

const AGENCIES = ['Agency:天津市商务局', 'Agency:天津市政务服务办', 'Agency:天津海事局'];
const ZONES = ['PilotZone:天津自贸试验区', 'PilotZone:中心商务片区', 'PilotZone:东疆片区'];
const THEMES = ['Theme:金融开放创新', 'Theme:商业保理', 'Theme:政务服务'];
const ITEMS = ['ReformItem:tj-7-17', 'ReformItem:tj-7-28', 'ReformItem:tj-7-1'];
const REGIONS = ['Region:天津市', 'Region:京津冀'];
const BATCHES = ['Batch:tj-7', 'Batch:tj-8'];
const DOCUMENTS = [
  'PolicyDocument:绿色融资租赁高质量发展实施方案',
  'PolicyDocument:津冀海事机构一体化协同联动执法合作框架协议',
];
const ORGANIZATIONS = ['Organization:中化保理', 'Organization:天津滨海柜台交易市场', 'Organization:深交所'];
const FACTS = seedFacts();

/** The first three facts of each kind. */
function seedFacts(): string[] {
  const ids = readSeedDocument().nodes.map(({ id }) => id);
  return ['FirstClaim', 'Figure', 'Milestone'].flatMap((label) =>
    ids.filter((id) => id.startsWith(`${label}:`)).slice(0, 3),
  );
}

/** Blocks of the one import of a seeded graph, which has 750 changes. */
const BLOCKS = ['changes:1:0', 'changes:1:7', 'changes:2:0'];

/** The owners for the `$ids` of each file. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'changes/blocks': BLOCKS,
  'load/known-ids': [...AGENCIES, ...ITEMS, ...FACTS],
  'load/merged': [...AGENCIES, ...ZONES],
  'load/mergers': AGENCIES,
  'load/unused': [...AGENCIES, ...ZONES, ...THEMES, ...ITEMS],
  'load/vocabulary-relationships': ['Agency:天津自贸试验区管委会', ...ZONES, ...THEMES, ...ITEMS],
  'node/by-ids': [
    ...[...AGENCIES, ...ZONES, ...THEMES, ...ITEMS, ...REGIONS, ...BATCHES],
    ...[...DOCUMENTS, ...ORGANIZATIONS, ...FACTS],
  ],
  'load/continued-by': ITEMS,
  'load/continues': ITEMS,
  'snapshot/item-links': ITEMS,
  'snapshot/links-beside-items': ['Agency:天津自贸试验区管委会', ...ZONES, ...THEMES, ...ITEMS],
  'snapshot/nodes': [...AGENCIES, ...ZONES, ...THEMES, ...ITEMS, ...REGIONS, ...BATCHES, ...FACTS],
};

/** Statements without ids. */
const OTHERS: Readonly<Record<string, readonly Row[]>> = {
  'batch/all': [{ first: 10 }, { first: 0 }],
  'changes/imports': [
    { since: 0, until: 9, after: 0, before: 10, first: 5, newest: false },
    { since: 0, until: 1, after: -5, before: 2, first: 5, newest: true },
    { since: 0, until: 9, after: 1, before: 10, first: 5, newest: false },
    { since: 1, until: 9, after: 1, before: 10, first: 5, newest: true },
    { since: 0, until: 1, after: 0, before: 2, first: 0, newest: false },
  ],
  'graph/label-counts': [{}],
  'graph/relationship-counts': [{}],
  'graph/version': [{}],
  'snapshot/node-ids': [{}],
  'load/batch-nodes': [{ batchId: 'Batch:tj-7' }, { batchId: 'Batch:tj-8' }],
  'load/batch-relationships': [{ batchId: 'Batch:tj-7' }, { batchId: 'Batch:tj-8' }],
};

const idCases = (ids: readonly string[], params: Row): ReadCase[] => [
  { name: 'several ids, one unknown', params: { ...params, ids: [...ids, 'Agency:无此单位'] } },
  { name: 'an id twice', params: { ...params, ids: [ids[0], ids[1], ids[0]] } },
];

const idsCases = (owners: readonly string[]): ReadCase[] => [
  ...idCases(owners, {}),
  { name: 'no ids', params: { ids: [] } },
];

/** The cases of each reading query file, by its path below cypher/. */
export const READ_CASES: ReadonlyMap<string, readonly ReadCase[]> = new Map([
  ...Object.entries(OWNERS).map(([file, owners]): [string, ReadCase[]] => [
    `${file}.cypher`,
    idsCases(owners),
  ]),
  ...Object.entries(OTHERS).map(([file, sets]): [string, ReadCase[]] => [
    `${file}.cypher`,
    sets.map((params) => ({ name: JSON.stringify(params), params })),
  ]),
]);
