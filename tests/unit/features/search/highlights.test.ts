import fc from 'fast-check';
import { SearchResult } from '../../../../src/features/search/search.ts';
import { SearchIndex } from '../../../../src/features/search/search-index.ts';
import { runInTimeSlices } from '../../../../src/snapshot/time-slices.ts';
import { snapshotOfItems } from '../../../support/random-items.ts';
import { indexOf } from '../../../support/snapshots.ts';
import { highlighted, plainly, scan, search, snapshot, textsOf } from './bulletin-search.ts';

/** All non-overlapping positions of the words in a text. */
function placesIn(text: string, words: string): [start: number, end: number][] {
  const nodeIndexes: [number, number][] = [];
  const sought = plainly(words);
  for (let at = 0; at < text.length; at += 1) {
    // A blank beside a Chinese character does not count: 2023年 matches 2023 年 too.
    const length = Array.from({ length: 2 * words.length }, (_, index) => index + 1).find(
      (each) => plainly(text.slice(at, at + each)) === sought,
    );
    if (length === undefined || text.charAt(at) === ' ') continue;
    nodeIndexes.push([at, Math.min(at + length, text.length)]);
    at += length - 1;
  }
  return nodeIndexes;
}

const items = snapshot.ofLabel('ReformItem').map((nodeIndex) => snapshot.nodeOf('ReformItem', nodeIndex));
const piece = fc
  .tuple(fc.constantFrom(...items), fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 5 }))
  .map(([{ title, content }, inTitle, at, length]) => {
    const text = inTitle ? title : content;
    return text.slice(at % text.length, (at % text.length) + length);
  })
  .filter((each) => each === each.trim() && each !== '' && !/["＂]/.test(each));

describe('highlights', () => {
  test('mark all positions of the words in all texts of a found node, in the printed text', async () => {
    await fc.assert(
      fc.asyncProperty(piece, async (words) => {
        const result = await search(`"${words}"`);
        for (const { nodeIndex } of result.hits) {
          const matches = result.highlights(nodeIndex);
          const expected = textsOf(snapshot.node(nodeIndex))
            .map((text) => ({ text, nodeIndexes: placesIn(text, words) }))
            .filter(({ nodeIndexes }) => nodeIndexes.length > 0);
          const found = matches.map(({ field, spans }) => ({
            text: field.text,
            nodeIndexes: spans.map(({ start, end }) => [start, end]),
          }));
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of several words come in reading order, each position once', async () => {
    await fc.assert(
      fc.asyncProperty(piece, piece, async (one, other) => {
        const result = await search(`"${one}" "${other}" "${one}"`);
        for (const { nodeIndex } of result.hits) {
          for (const { field, spans } of result.highlights(nodeIndex)) {
            const both = [...placesIn(field.text, one), ...placesIn(field.text, other)];
            const distinct = new Map(both.map((each) => [each.join(), each]));
            const expected = [...distinct.values()].sort(([a, b], [c, d]) => a - c || b - d);
            expect(spans.map(({ start, end }) => [start, end])).toEqual(expected);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of overlapping words begin with the first one', async () => {
    const id = 'Theme:融资租赁';
    expect(await highlighted('"资" "融资租赁" "租赁"', id)).toEqual([['name', ['融资租赁', '资', '租赁']]]);
  });

  test('of a repeated word never overlap', async () => {
    const nothing = { agencies: [], zones: [], themes: [], region: [], batch: [], documents: [] };
    const random = snapshotOfItems([
      { ...nothing, id: 'ReformItem:tj-7-1', title: '保保保保保', content: '保' },
    ]);
    const result = await runInTimeSlices(
      SearchResult.find(await SearchIndex.build(random), '"保保"', 'query'),
    );
    const [match, ...others] = result.highlights(indexOf(random, 'ReformItem:tj-7-1'));
    expect([match?.field.name, match?.spans, others]).toEqual([
      'title',
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
      [],
    ]);
  });

  test('of a node that was not found mark the words that it has', async () => {
    const result = await search('二手车 海关');
    const found = result.hits.map(({ nodeIndex }) => snapshot.node(nodeIndex).id);
    expect(found).not.toContain('ReformItem:tj-7-34');
    const spans = result.highlights(indexOf(snapshot, 'ReformItem:tj-7-34'));
    expect(
      spans.flatMap(({ field, spans: each }) => each.map(({ start, end }) => field.text.slice(start, end))),
    ).toEqual(['二手车']);
  });
});

describe('the highlighted words of the bulletin', () => {
  test.each<[string, string, [string, string[]][]]>([
    [
      '二手车出口',
      'ReformItem:tj-7-7',
      [
        ['title', ['二手车出口']],
        // 自二手车出口业务试点以来, 助推东疆二手车出口企业, 天津东疆二手车出口行业
        ['content', ['二手车出口', '二手车出口', '二手车出口']],
      ],
    ],
    [
      'rcep',
      'ReformItem:tj-7-40',
      [
        ['title', ['RCEP']],
        ['content', ['RCEP', 'RCEP']],
      ],
    ],
    ['rcpe', 'Theme:RCEP', [['name', ['RCEP']]]],
    ['TJ-7-4', 'ReformItem:tj-7-4', [['code', ['tj-7-4']]]],
    ['天津海关', 'ReformItem:tj-7-4', [['agenciesText', ['天津海关']]]],
    ['京津冀', 'ReformItem:tj-7-5', [['scopeText', ['京津冀']]]],
    [
      'haiguan',
      'Agency:天津海关',
      [
        ['name', ['海关']],
        ['aliases[0]', ['海关']],
      ],
    ],
    [
      'tjhg',
      'Agency:天津海关',
      [
        ['name', ['天津海关']],
        ['aliases[0]', ['天津海关']],
      ],
    ],
    [
      'djpq',
      'PilotZone:东疆片区',
      [
        ['name', ['东疆片区']],
        ['aliases[2]', ['东疆片区']],
        ['aliases[3]', ['东疆片区']],
        ['aliases[4]', ['东疆片区']],
        ['aliases[5]', ['东疆片区']],
        ['aliases[6]', ['东疆片区']],
        ['aliases[7]', ['东疆片区']],
      ],
    ],
    [
      '中国(天津)自由贸易试验区东疆片区',
      'PilotZone:东疆片区',
      [
        ['aliases[6]', ['中国（天津）自由贸易试验区东疆片区']],
        ['aliases[7]', ['中国(天津)自由贸易试验区东疆片区']],
      ],
    ],
  ])('%s in %s', async (query, id, expected) => {
    expect(await highlighted(query, id)).toEqual(expected);
  });

  test('splits 天津海关二手车 into its words', async () => {
    const fields = await highlighted('天津海关二手车', 'ReformItem:tj-7-7');
    const words = [...new Set(fields.flatMap(([, each]) => each))];
    // The dictionary of the machine decides if 二手车 is one word or two.
    expect(words).toEqual(expect.arrayContaining(['天津', '海关', expect.stringMatching(/^二手车?$/)]));
    for (const word of words) expect('天津海关二手车').toContain(word);
    expect(fields.map(([field]) => field)).toEqual(['title', 'content', 'agenciesText', 'scopeText']);
  });

  test('mark words in a field of every kind of node', async () => {
    expect(await highlighted('第七批', 'Batch:tj-7')).toEqual([['title', ['第七批']]]);
    expect(await highlighted('试点经验', 'Batch:tj-7')).toEqual([['title', ['试点经验']]]);
    expect(scan('京津冀区域')).toEqual(['Region:京津冀']);
    expect(await highlighted('京津冀区域', 'Region:京津冀')).toEqual([['aliases[1]', ['京津冀区域']]]);
  });
});
