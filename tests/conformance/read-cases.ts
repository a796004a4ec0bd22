import type { Row } from '../support/inline-statement.ts';
import { pageFiles } from '../support/query-files.ts';
import { readSeedDocument } from '../support/seeds.ts';

export interface ReadCase {
  readonly name: string;
  readonly params: Row;
  /** Begin behind a row of the list that the statement itself gives with these parameters. */
  readonly after?: 'middle' | 'last';
}

const AGENCIES = ['Agency:天津市商务局', 'Agency:天津市政务服务办', 'Agency:天津海事局'];
const ZONES = ['PilotZone:天津自贸试验区', 'PilotZone:中心商务片区', 'PilotZone:东疆片区'];
const THEMES = ['Theme:金融开放创新', 'Theme:商业保理', 'Theme:政务服务'];
const ITEMS = ['ReformItem:tj-7-17', 'ReformItem:tj-7-28', 'ReformItem:tj-7-1'];
const REGIONS = ['Region:天津市', 'Region:京津冀'];
const BATCHES = ['Batch:tj-7', 'Batch:tj-8'];
/** Items that say much of each kind, and one that says nothing. */
const TELLING = [
  'ReformItem:tj-7-13',
  'ReformItem:tj-7-8',
  'ReformItem:tj-7-20',
  'ReformItem:tj-7-1',
  'ReformItem:tj-7-3',
];
const DOCUMENTS = [
  'PolicyDocument:绿色融资租赁高质量发展实施方案',
  'PolicyDocument:津冀海事机构一体化协同联动执法合作框架协议',
];
const ORGANIZATIONS = ['Organization:中化保理', 'Organization:天津滨海柜台交易市场', 'Organization:深交所'];
const FACTS = seedFacts();

/** The first three of each kind of what the bulletin states. */
function seedFacts(): string[] {
  const ids = readSeedDocument().nodes.map(({ id }) => id);
  return ['FirstClaim', 'Figure', 'Milestone'].flatMap((label) =>
    ids.filter((id) => id.startsWith(`${label}:`)).slice(0, 3),
  );
}

/** Of the one import of a seeded graph: its changes are 750. */
const BLOCKS = ['changes:1:0', 'changes:1:7', 'changes:2:0'];

/** The owners that a file's `$ids` names. */
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
};

const FIGURES: readonly Row[] = [
  { units: null, approximations: null, minValue: null, maxValue: null, items: null },
  { units: null, approximations: null, minValue: null, maxValue: null, items: TELLING },
  {
    units: ['元', '家', '斤'],
    approximations: ['ABOVE', 'BELOW'],
    minValue: 2.5,
    maxValue: 1e10,
    items: null,
  },
  { units: [], approximations: null, minValue: null, maxValue: null, items: [] },
];
const MILESTONES: readonly Row[] = [
  { notBefore: null, notAfter: null, precisions: null, kinds: null, items: null },
  { notBefore: null, notAfter: null, precisions: null, kinds: null, items: TELLING },
  {
    notBefore: '2023-06-30',
    notAfter: '2023-12-31',
    precisions: ['DAY', 'YEAR'],
    kinds: ['AT', 'INTERVAL'],
    items: null,
  },
];

/** Statements that take no ids and no page. */
const OTHERS: Readonly<Record<string, readonly Row[]>> = {
  'batch/all': [{ first: 10 }, { first: 0 }],
  'figure/by-unit': [
    ...FIGURES.map((conditions) => ({ ...conditions, first: 100 })),
    { ...FIGURES[0], first: 2 },
  ],
  'graph/label-counts': [{}],
  'graph/relationship-counts': [{}],
  'graph/version': [{}],
  'snapshot/node-ids': [{}],
  'load/batch-nodes': [{ batchId: 'Batch:tj-7' }, { batchId: 'Batch:tj-8' }],
  'load/batch-relationships': [{ batchId: 'Batch:tj-7' }, { batchId: 'Batch:tj-8' }],
  'region/all': [{ first: 10 }, { first: 1 }],
};

/** What a page statement takes beside ids and page. */
const VARIANTS: Readonly<Record<string, readonly Row[]>> = {
  'agency/page': ['NAME', 'REFORM_ITEM_COUNT'].flatMap((orderBy) => [
    {
      orderBy,
      kinds: ['GOVERNMENT_DEPARTMENT', 'ZONE_BODY'],
      levels: ['MUNICIPAL', 'FREE_TRADE_ZONE'],
      among: [...AGENCIES, 'Agency:天津市公安局', 'Agency:天津自贸试验区管委会', 'Agency:无此单位'],
      withUnassigned: false,
    },
    { orderBy, kinds: [], levels: ['MUNICIPAL'], among: null, withUnassigned: false },
    { orderBy, kinds: ['UNLISTED'], levels: ['UNLISTED'], among: null, withUnassigned: true },
  ]),
  'changes/imports': [{ since: 0 }, { since: 1 }],
  'figure/page': FIGURES,
  'first-claim/page': [
    { scopes: null, kinds: null, items: null },
    { scopes: null, kinds: null, items: TELLING },
    { scopes: ['NATIONAL', 'UNSPECIFIED'], kinds: ['FIRST'], items: null },
  ],
  'milestone/page': ['POSITION', 'DAY'].flatMap((orderBy) =>
    MILESTONES.map((conditions) => ({ orderBy, ...conditions })),
  ),
  'organization/page': [
    { kinds: null, items: null },
    { kinds: ['BANK', 'EXCHANGE'], items: null },
    { kinds: null, items: TELLING },
  ],
  'policy-document/page': [{ items: null }, { items: TELLING }],
};

const ALL: Row = {
  first: 200,
  afterKey: null,
  afterId: null,
  backward: false,
  keyDown: false,
  withTotal: true,
};

const PAGES: readonly ReadCase[] = [
  { name: 'all', params: {} },
  { name: 'the first', params: { first: 1, withTotal: false } },
  { name: 'none', params: { first: 0 } },
  { name: 'from the largest key', params: { first: 5, keyDown: true, withTotal: false } },
  { name: 'from the end', params: { first: 5, backward: true, keyDown: true } },
  { name: 'from the end, keys going up', params: { first: 5, backward: true, withTotal: false } },
  { name: 'behind the last', params: { first: 5 }, after: 'last' },
  ...[false, true].flatMap((backward) =>
    [false, true].map(
      (keyDown): ReadCase => ({
        name: `behind the middle, ${backward ? 'backward' : 'forward'}, keys ${keyDown ? 'down' : 'up'}`,
        params: { first: 3, backward, keyDown, withTotal: backward },
        after: 'middle',
      }),
    ),
  ),
];

const idCases = (ids: readonly string[], params: Row): ReadCase[] => [
  { name: 'several ids, one unknown', params: { ...params, ids: [...ids, 'Agency:无此单位'] } },
  { name: 'an id twice', params: { ...params, ids: [ids[0], ids[1], ids[0]] } },
];

function pageCases(file: string): ReadCase[] {
  const owners = OWNERS[file];
  return (VARIANTS[file] ?? [{}]).flatMap((variant) => {
    const base: Row = {
      ...ALL,
      ...variant,
      ...(owners ? { ids: owners } : {}),
    };
    const note = Object.keys(variant).length > 0 ? ` ${JSON.stringify(variant)}` : '';
    return [
      ...PAGES.map(({ params, name, ...rest }) => ({
        name: `${name}${note}`,
        params: { ...base, ...params },
        ...rest,
      })),
      ...(owners ? idCases(owners, base).map((each) => ({ ...each, name: `${each.name}${note}` })) : []),
    ];
  });
}

const idsCases = (owners: readonly string[]): ReadCase[] => [
  ...idCases(owners, {}),
  { name: 'no ids', params: { ids: [] } },
];

/** What each reading query file is asked, by its path below cypher/. */
export const READ_CASES: ReadonlyMap<string, readonly ReadCase[]> = new Map([
  ...pageFiles.map((file): [string, ReadCase[]] => [file, pageCases(file.replace('.cypher', ''))]),
  ...Object.entries(OWNERS)
    .filter(([file]) => !pageFiles.includes(`${file}.cypher`))
    .map(([file, owners]): [string, ReadCase[]] => [`${file}.cypher`, idsCases(owners)]),
  ...Object.entries(OTHERS).map(([file, sets]): [string, ReadCase[]] => [
    `${file}.cypher`,
    sets.map((params) => ({ name: JSON.stringify(params), params })),
  ]),
]);
