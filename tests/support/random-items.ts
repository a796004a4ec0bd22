import fc from 'fast-check';
import type { AnyNode } from '../../src/domain/nodes.ts';
import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { type PlainLink, relationshipOf } from './random-graphs.ts';
import { snapshotOf } from './snapshots.ts';

/** A reform item and the ids of all nodes that it is linked to. */
export interface PlainItem {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly agencies: readonly string[];
  readonly zones: readonly string[];
  readonly themes: readonly string[];
  readonly region: readonly string[];
  readonly batch: readonly string[];
  readonly documents: readonly string[];
}

export const AGENCIES = ['Agency:丁', 'Agency:丙', 'Agency:乙', 'Agency:甲'];
export const ZONES = ['PilotZone:东', 'PilotZone:南', 'PilotZone:西'];
export const REGIONS = ['Region:津', 'Region:冀'];
export const BATCHES = ['Batch:tj-7', 'Batch:tj-8'];
/** Themes by the domain above them; the last one has none. */
export const DOMAIN_OF: Readonly<Record<string, string | undefined>> = {
  'Theme:保': 'Theme:金',
  'Theme:租': 'Theme:金',
  'Theme:碳': 'Theme:绿',
  'Theme:杂': undefined,
};
export const THEMES = Object.keys(DOMAIN_OF);
export const DOMAINS = ['Theme:金', 'Theme:绿'];
export const DOCUMENTS = ['PolicyDocument:保理', 'PolicyDocument:租'];
export const ALL_IDS = [...AGENCIES, ...ZONES, ...THEMES, ...DOMAINS, ...REGIONS, ...BATCHES, ...DOCUMENTS];

/** Few characters, so that texts have much in common. Includes upper and lower case, and 《》. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('保', '理', '租', '赁', 'A', 'b', '《保理》', '《租》'), { maxLength: most })
    .map((parts) => parts.join(''));

const item = (index: number): fc.Arbitrary<PlainItem> =>
  fc.record({
    // As in real bulletins, the ids of items 10 and above sort before the id of item 2.
    id: fc.constant(`ReformItem:tj-7-${index + 1}`),
    title: text(4),
    content: text(8),
    agencies: fc.subarray(AGENCIES),
    zones: fc.subarray(ZONES),
    themes: fc.subarray([...THEMES, ...DOMAINS]),
    region: fc.subarray(REGIONS, { maxLength: 1 }),
    batch: fc.subarray(BATCHES, { maxLength: 1 }),
    documents: fc.subarray(DOCUMENTS),
  });

/** In the order of their positions. */
export const plainItems: fc.Arbitrary<readonly PlainItem[]> = fc
  .nat(13)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => item(index))));

const linksOf = ({ id, agencies, zones, themes, region, batch, documents }: PlainItem): PlainLink[] => [
  ...agencies.map((from): PlainLink => ({ type: 'RESPONSIBLE_FOR', from, to: id })),
  ...zones.map((to): PlainLink => ({ type: 'PILOTED_IN', from: id, to })),
  ...themes.map((to): PlainLink => ({ type: 'HAS_THEME', from: id, to })),
  ...region.map((to): PlainLink => ({ type: 'PROMOTED_TO', from: id, to })),
  ...batch.map((to): PlainLink => ({ type: 'PUBLISHED_IN', from: id, to })),
  ...documents.map((to): PlainLink => ({ type: 'CITES', from: id, to })),
];

const domainLinks = Object.entries(DOMAIN_OF).flatMap(([from, to]): PlainLink[] =>
  to === undefined ? [] : [{ type: 'NARROWER_THAN', from, to }],
);

function itemNode({ id, title, content }: PlainItem): AnyNode {
  const number = Number(id.split('-').at(-1));
  return {
    id,
    code: `tj-7-${number}`,
    number,
    title,
    content,
    scopeText: '',
    agenciesText: '',
    position: `tj-0007-${String(number).padStart(6, '0')}`,
    titlePinyin: '',
    agencyCount: 0,
  };
}

function otherNode(id: string): AnyNode {
  const name = id.slice(id.indexOf(':') + 1);
  return { id, name, code: name, title: name, publisher: name, aliases: [], number: 1 } as unknown as AnyNode;
}

/** A snapshot of the items and of every node of the lists above, even if no item is linked to it. */
export const snapshotOfItems = (items: readonly PlainItem[]): GraphSnapshot =>
  snapshotOf({
    nodes: [...items.map(itemNode), ...ALL_IDS.map(otherNode)],
    relationships: [...items.flatMap(linksOf), ...domainLinks].map(relationshipOf),
  });
