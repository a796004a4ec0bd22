import { factLabels, labels } from '../../../../src/domain/model.ts';
import { SearchIndex, searchIndexOf } from '../../../../src/features/search/search-index.ts';
import { searchableFields } from '../../../../src/features/search/searchable-fields.ts';
import { byText } from '../../../support/random-graphs.ts';
import { bulletinSnapshot, indexOf } from '../../../support/snapshots.ts';
import { plainly, textsOf } from './bulletin-search.ts';

const snapshot = bulletinSnapshot();

describe('the index of the bulletin', () => {
  test('covers all texts of every node, folded', async () => {
    const index = await SearchIndex.build(snapshot);
    for (const [nodeIndex, node] of [...snapshot.nodes].entries()) {
      const fields = index.fieldsOf(nodeIndex);
      expect(fields.map(({ text }) => text)).toEqual(textsOf(node));
      expect(fields.map(({ folded }) => folded)).toEqual(textsOf(node).map(plainly));
    }
  });

  test('is built once per snapshot, and again for another snapshot', async () => {
    const index = await searchIndexOf(snapshot);
    expect((await searchIndexOf(snapshot)) === index).toBe(true);
    const other = bulletinSnapshot();
    expect((await searchIndexOf(other)).snapshot === other).toBe(true);
  });

  test('yields to the event loop while it is built', async () => {
    let turns = 0;
    let building = true;
    const count = (): void => {
      turns += 1;
      if (building) setImmediate(count);
    };
    setImmediate(count);
    await SearchIndex.build(bulletinSnapshot());
    building = false;
    expect(turns).toBeGreaterThan(1);
  });

  test('knows the words of letters, and the pinyin of names', async () => {
    const index = await SearchIndex.build(snapshot);
    for (const word of ['rcep', 'gpt', 'esg', 'abcp', 'otc']) expect(index.latinWords).toContain(word);
    const zone = index.spokenNames.filter(
      ({ nodeIndex }) => nodeIndex === indexOf(snapshot, 'PilotZone:东疆片区'),
    );
    expect(zone.map(({ folded, initials }) => [folded, initials])).toContainEqual(['东疆片区', 'djpq']);
    // Names of letters only are found by their letters, and items by their titles.
    expect(index.spokenNames.map(({ nodeIndex }) => snapshot.labelOf(nodeIndex))).not.toContain('ReformItem');
    const rcep = index.spokenNames.filter(({ nodeIndex }) => nodeIndex === indexOf(snapshot, 'Theme:RCEP'));
    expect(rcep.map(({ folded }) => folded)).toEqual(['区域全面经济伙伴关系协定']);
  });

  test('finds candidates in names and texts, each once', async () => {
    const index = await SearchIndex.build(snapshot);
    for (const words of ['海关', '融资租赁', '津', 'rcep', '没有']) {
      const nodeIndexes = index.candidates(words);
      expect(new Set(nodeIndexes).size).toBe(nodeIndexes.length);
      const having = [...snapshot.nodes]
        .filter((node) => textsOf(node).some((text) => plainly(text).includes(words)))
        .map(({ id }) => id);
      expect(nodeIndexes.map((nodeIndex) => snapshot.node(nodeIndex).id)).toEqual(
        expect.arrayContaining(having),
      );
    }
  });
});

test('the texts of every kind of node have distinct field names, and the name or title comes first', () => {
  for (const label of labels) {
    const [nodeIndex] = snapshot.ofLabel(label);
    const fields = searchableFields(snapshot.node(nodeIndex as number));
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // A stated fact is found in the item’s own text.
    if (factLabels.includes(label)) expect(names).toEqual([]);
    else expect(['name', 'title']).toContain(names[0]);
    for (const { weight } of fields) expect(weight).toBeGreaterThan(0);
  }
  const agency = searchableFields(snapshot.node(indexOf(snapshot, 'Agency:天津市药监局')));
  expect(agency.map(({ name, text }) => `${name} ${text}`).sort(byText)).toEqual([
    'aliases[0] 市药监局',
    'aliases[1] 天津市药品监督管理局',
    'aliases[2] 市药品监督管理局',
    'name 天津市药监局',
  ]);
});
