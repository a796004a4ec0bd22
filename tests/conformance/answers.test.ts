import type { EvidenceProperties } from '../../src/domain/evidence.ts';
import type { RelationshipType } from '../../src/domain/model.ts';
import type { ReformItemNode } from '../../src/domain/nodes.ts';
import { coOwnersOfAgency } from '../../src/features/co-ownership/pairs.ts';
import { linkedNodes } from '../../src/snapshot/linked-nodes.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import * as statements from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { ALL_ITEMS, handRead } from '../support/hand-read.ts';
import { openSeededStore } from '../support/seeds.ts';

const { pairs, items } = handRead;

const itemId = (number: number): string => `ReformItem:tj-7-${number}`;

describeForEachEngine('the contents of the graph of the bulletin', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openSeededStore(engine);
  });
  afterAll(() => store.close());

  test('43 items, 23 + 15 agencies, 6 zones, 30 themes of 9 domains, 2 regions, 1 batch, and facts', async () => {
    const rows = await store.read(statements.graphLabelCounts, {});
    expect(Object.fromEntries(rows.map(({ label, count }) => [label, count]))).toEqual({
      ReformItem: 43,
      Agency: 23 + 15,
      PilotZone: 6,
      Theme: 39,
      Region: 2,
      Batch: 1,
      // by hand, item by item: the tables in tests/unit/ingest/facts/
      PolicyDocument: 8,
      Organization: 60,
      FirstClaim: 25,
      Figure: 45,
      Milestone: 21,
    });
  });

  test('57 responsibilities, 33 zone links, 69 theme links; 5 parts of the zone, 4 with an authority', async () => {
    const rows = await store.read(statements.graphRelationshipCounts, {});
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toEqual({
      RESPONSIBLE_FOR: 57,
      PILOTED_IN: 33,
      HAS_THEME: 69,
      PROMOTED_TO: 43,
      PUBLISHED_IN: 43,
      PART_OF: 5,
      ADMINISTERS: 4,
      NARROWER_THAN: 30,
      STATES: 25 + 45 + 21,
      CITES: 8,
      MENTIONS: 63,
      MENTIONS_AGENCY: 16,
    });
  });

  test('the co-owners of each agency, with their shared items', async () => {
    const snapshot = await readSnapshot(store);
    // 23 are responsible for items. The other 15 are only named, so they have no co-owners.
    expect(snapshot.ofLabel('Agency')).toHaveLength(23 + 15);
    for (const nodeIndex of snapshot.ofLabel('Agency')) {
      const { name } = snapshot.nodeOf('Agency', nodeIndex);
      const expected = pairs
        .filter((pair) => pair.agencies.includes(name))
        .map((pair) => [pair.agencies.find((each) => each !== name), pair.items]);
      const found = coOwnersOfAgency(snapshot, nodeIndex).map(({ nodeIndex: other, items: shared }) => [
        snapshot.nodeOf('Agency', other).name,
        shared.map((item) => snapshot.nodeOf('ReformItem', item).number),
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    }
  });

  test('the agencies of each item in printed order; its zones, themes and region', async () => {
    const snapshot = await readSnapshot(store);
    const namesOf = (nodeIndex: number, type: RelationshipType, label: 'Agency' | 'Theme', outward = true) =>
      linkedNodes(snapshot, nodeIndex, { type, outward, label }).nodeIndexes.map(
        (end) => snapshot.nodeOf(label, end).name,
      );
    for (const item of items) {
      const nodeIndex = snapshot.indexOf(itemId(item.number)) as number;
      expect(namesOf(nodeIndex, 'RESPONSIBLE_FOR', 'Agency', false)).toEqual(item.agencies);
      expect(namesOf(nodeIndex, 'PILOTED_IN', 'PilotZone' as 'Theme').sort()).toEqual(
        item.zones.map(({ name }) => name).sort(),
      );
      expect(namesOf(nodeIndex, 'HAS_THEME', 'Theme').sort()).toEqual(
        item.themes.map(({ name }) => name).sort(),
      );
      expect(namesOf(nodeIndex, 'PROMOTED_TO', 'Region' as 'Theme')).toEqual([item.region]);
    }
  });

  test('the words that are evidence of a zone or theme are at their position', async () => {
    const ids = ALL_ITEMS.map(itemId);
    const rows = await store.read(statements.snapshotItemLinks, { ids });
    const found = await store.read(statements.nodeByIds, { ids });
    const itemOf = new Map(found.map(({ ownerId, node }) => [ownerId, node as ReformItemNode]));
    for (const item of items) {
      const id = itemId(item.number);
      const { title: TITLE, content: CONTENT, agenciesText: AGENCIES } = itemOf.get(id) as ReformItemNode;
      const row = rows.find(({ ownerId }) => ownerId === id);
      const texts: Record<string, string> = { TITLE, CONTENT, AGENCIES };
      for (const [type, named] of [
        ['PILOTED_IN', item.zones],
        ['HAS_THEME', item.themes],
      ] as const) {
        for (const { name, quote, field } of named) {
          const index = row?.types.findIndex(
            (each, at) => each === type && row.ends[at]?.endsWith(`:${name}`),
          );
          const { evidenceFields, evidenceStarts, evidenceEnds } = row?.properties[
            index as number
          ] as EvidenceProperties;
          const quotes = evidenceFields.map(
            (each, index) => `${each} ${texts[each]?.slice(evidenceStarts[index], evidenceEnds[index])}`,
          );
          expect(quotes).toContain(`${field} ${quote}`);
        }
      }
    }
  });
});
