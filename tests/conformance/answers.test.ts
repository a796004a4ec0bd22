import { AGENCY_KINDS, AGENCY_LEVELS } from '../../src/domain/nodes.ts';
import { coOwnersOfAgency } from '../../src/features/co-ownership/pairs.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import * as statements from '../../src/store/statements.gen.ts';
import type { Store } from '../../src/store/store.ts';
import { describeForEachEngine } from '../support/engines.ts';
import { ALL_ITEMS, handRead, upperThemeItems } from '../support/hand-read.ts';
import { openSeededStore } from '../support/seeds.ts';

const { agencyItems, zoneItems, themeItems, pairs, items } = handRead;
const agencies = Object.keys(agencyItems).map((name) => `Agency:${name}`);
const zones = Object.keys(zoneItems).map((name) => `PilotZone:${name}`);
const itemsOfThemes = { ...themeItems, ...upperThemeItems };
const themes = Object.keys(itemsOfThemes).map((name) => `Theme:${name}`);

const itemId = (number: number): string => `ReformItem:tj-7-${number}`;
const both = (a: readonly number[], b: readonly number[]): number[] => a.filter((n) => b.includes(n));

/** A whole list from its beginning, with its count. */
const WHOLE = {
  first: 200,
  afterKey: null,
  afterId: null,
  backward: false,
  keyDown: false,
  withTotal: true,
} as const;

describeForEachEngine('what the graph says of the bulletin', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openSeededStore(engine);
  });
  afterAll(() => store.close());

  test('43 items, 23 agencies and 15 that are named only, 6 zones, 30 themes under 9 domains, 2 regions, 1 batch, and facts', async () => {
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

  test('57 responsibilities, 33 places, 69 themes; 5 zones in the whole, 4 of them with an authority', async () => {
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

  test('the co-owners of each agency, with the items they share', async () => {
    const snapshot = await readSnapshot(store);
    // 23 that are responsible for items, and 15 that are only named and so own nothing with anybody.
    expect(snapshot.ofLabel('Agency')).toHaveLength(23 + 15);
    for (const place of snapshot.ofLabel('Agency')) {
      const { name } = snapshot.nodeOf('Agency', place);
      const expected = pairs
        .filter((pair) => pair.agencies.includes(name))
        .map((pair) => [pair.agencies.find((each) => each !== name), pair.items]);
      const found = coOwnersOfAgency(snapshot, place).map(({ place: other, items: shared }) => [
        snapshot.nodeOf('Agency', other).name,
        shared.map((item) => snapshot.nodeOf('ReformItem', item).number),
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    }
  });

  test('the agencies of each item in printed order; its zones, themes and region', async () => {
    const params = { ...WHOLE, ids: ALL_ITEMS.map(itemId) };
    const named = (rows: { ownerId: string; edges: { node: { name: string } }[] }[]) =>
      new Map(rows.map(({ ownerId, edges }) => [ownerId, edges.map(({ node }) => node.name)]));
    const agenciesOf = named(await store.read(statements.reformItemAgencies, params));
    const zonesOf = named(await store.read(statements.reformItemZones, params));
    const themesOf = named(await store.read(statements.reformItemThemes, params));
    const regions = await store.read(statements.reformItemRegion, { ids: params.ids });
    const regionOf = new Map(regions.map(({ ownerId, node }) => [ownerId, node.name]));
    for (const item of items) {
      const id = itemId(item.number);
      expect(agenciesOf.get(id)).toEqual(item.agencies);
      expect(zonesOf.get(id)?.sort()).toEqual(item.zones.map(({ name }) => name).sort());
      expect(themesOf.get(id)?.sort()).toEqual(item.themes.map(({ name }) => name).sort());
      expect(regionOf.get(id)).toBe(item.region);
    }
  });

  test('the words that prove a zone or theme are found where they stand', async () => {
    const params = { ...WHOLE, ids: ALL_ITEMS.map(itemId) };
    const texts = new Map(
      (await store.read(statements.reformItemByCodes, { ids: ALL_ITEMS.map((n) => `tj-7-${n}`) })).map(
        ({ node }) => [node.id, { TITLE: node.title, CONTENT: node.content, AGENCIES: node.agenciesText }],
      ),
    );
    for (const [kind, statement] of [
      ['zones', statements.reformItemZones],
      ['themes', statements.reformItemThemes],
    ] as const) {
      const rows = new Map((await store.read(statement, params)).map((row) => [row.ownerId, row.edges]));
      for (const item of items) {
        for (const { name, quote, field } of item[kind]) {
          const edge = rows.get(itemId(item.number))?.find(({ node }) => node.name === name)?.edge;
          const quotes = edge?.evidenceFields.map((each, index) =>
            [
              each,
              texts
                .get(itemId(item.number))
                ?.[each as 'TITLE'].slice(edge.evidenceStarts[index], edge.evidenceEnds[index]),
            ].join(' '),
          );
          expect(quotes).toContain(`${field} ${quote}`);
        }
      }
    }
  });

  const COUNTS = [
    ['themes of an agency', statements.agencyThemeCounts, agencies, agencyItems, themeItems],
    ['zones of an agency', statements.agencyZoneCounts, agencies, agencyItems, zoneItems],
    ['agencies of a zone', statements.pilotZoneAgencyCounts, zones, zoneItems, agencyItems],
    ['themes of a zone', statements.pilotZoneThemeCounts, zones, zoneItems, themeItems],
    ['agencies of a theme', statements.themeAgencyCounts, themes, itemsOfThemes, agencyItems],
    ['zones of a theme', statements.themeZoneCounts, themes, itemsOfThemes, zoneItems],
  ] as const;

  test.each(COUNTS)('how many items the %s have', async (_name, statement, ids, owners, others) => {
    const rows = await store.read(statement, { ids: [...ids], first: 100 });
    expect(rows).toHaveLength(ids.length);
    for (const { ownerId, counts } of rows) {
      const own = owners[ownerId.slice(ownerId.indexOf(':') + 1)] ?? [];
      const expected = Object.entries(others)
        .map(([name, of]): [string, number] => [name, both(own, of).length])
        .filter(([, count]) => count > 0);
      expect(new Map(counts.map(({ node, count }) => [node.name, count]))).toEqual(new Map(expected));
      const found = counts.map(({ count }) => count);
      expect(found).toEqual([...found].sort((a, b) => b - a));
    }
    const [most] = await store.read(statement, { ids: [ids[0] as string], first: 1 });
    expect(most?.counts).toEqual(rows.find(({ ownerId }) => ownerId === ids[0])?.counts.slice(0, 1));
  });

  test('the busiest agencies, and those of a kind', async () => {
    const params = {
      ...WHOLE,
      orderBy: 'REFORM_ITEM_COUNT',
      keyDown: true,
      levels: [...AGENCY_LEVELS],
      kinds: [...AGENCY_KINDS],
      among: null,
      withUnassigned: false,
    };
    const [all] = await store.read(statements.agencyPage, params);
    expect(all?.total).toBe(23);
    expect(all?.edges.slice(0, 4).map(({ node }) => node.name)).toEqual([
      '天津市政务服务办', // 9
      '天津市委金融办', // 7
      '天津市市场监管委', // 6
      '天津市商务局', // 5
    ]);
    const [bodies] = await store.read(statements.agencyPage, { ...params, kinds: ['ZONE_BODY'] });
    expect([bodies?.total, bodies?.edges.map(({ node }) => node.name)]).toEqual([
      4,
      [
        '天津自贸试验区管委会', // 4
        '天津自贸试验区中心商务片区', // 2
        '天津自贸试验区生态城联动创新区', // 1, as the next; 生 stands before 高 by code point
        '天津自贸试验区高新区联动创新区',
      ],
    ]);
  });

  test('names and aliases, and what a domain covers', async () => {
    const named = await store.read(statements.agencyByNames, {
      ids: ['市商务局', '天津海关', 'Agency:天津证监局', '商务局'],
    });
    expect(named.map(({ ownerId, id }) => [ownerId, id])).toEqual([
      ['Agency:天津证监局', 'Agency:天津证监局'],
      ['天津海关', 'Agency:天津海关'],
      ['市商务局', 'Agency:天津市商务局'],
    ]);
    const covered = await store.read(statements.themeCovers, { ids: ['绿色低碳', 'ABS'] });
    expect(covered.map(({ ownerId, id }) => [ownerId, id])).toEqual([
      ['ABS', 'Theme:资产证券化'],
      ['绿色低碳', 'Theme:碳交易'],
      ['绿色低碳', 'Theme:绿色低碳'],
      ['绿色低碳', 'Theme:绿色金融'],
    ]);
  });

  test('who runs a zone, and what it is part of', async () => {
    const authorities = await store.read(statements.pilotZoneAuthority, { ids: zones });
    expect(Object.fromEntries(authorities.map(({ ownerId, node }) => [ownerId, node.name]))).toEqual({
      'PilotZone:天津自贸试验区': '天津自贸试验区管委会',
      'PilotZone:中心商务片区': '天津自贸试验区中心商务片区',
      'PilotZone:生态城联动创新区': '天津自贸试验区生态城联动创新区',
      'PilotZone:高新区联动创新区': '天津自贸试验区高新区联动创新区',
    });
    const parts = await store.read(statements.pilotZoneParts, { ids: ['PilotZone:天津自贸试验区'] });
    expect(parts.map(({ node }) => node.name).sort()).toEqual(
      Object.keys(zoneItems)
        .filter((name) => name !== '天津自贸试验区')
        .sort(),
    );
  });
});
