import { InvalidInput } from '../../../../src/domain/errors.ts';
import { found, highlighted, ranked, scan, search, short, snapshot } from './bulletin-search.ts';

const shortly = async (query: string): Promise<string[]> => (await ranked(query)).map(short);

/** The three documents of item 8. */
const LEASING_DOCUMENTS = [
  '绿色融资租赁示范企业、绿色融资租赁成长型企业认定评价操作指引',
  '绿色融资租赁项目认定评价操作指引',
  '绿色融资租赁高质量发展实施方案',
];

describe('the ways to find a word', () => {
  test('by the initials of a name: djpq finds 东疆片区', async () => {
    expect(await ranked('djpq')).toEqual(['PilotZone:东疆片区']);
    expect(await ranked('DJPQ')).toEqual(['PilotZone:东疆片区']);
    expect(await ranked('tjhg')).toEqual(['Agency:天津海关']);
    expect(await highlighted('djpq', 'PilotZone:东疆片区')).toContainEqual(['name', ['东疆片区']]);
  });

  test('by its pinyin: rongzi finds 融资, the only word of the bulletin with this reading', async () => {
    expect(await found('rongzi')).toEqual(scan('融资'));
    expect(scan('融资').length).toBeGreaterThan(10);
    expect((await ranked('rongzi'))[0]).toBe('Theme:融资租赁');
    expect(await found('haiguan')).toEqual(scan('海关'));
    expect(await found('zhishichanquan')).toEqual(scan('知识产权'));
  });

  test('by pinyin with a partial last syllable', async () => {
    // 金融; no other text of the bulletin reads jin ro…
    expect(await found('jinro')).toEqual(scan('金融'));
    expect(await highlighted('jinro', 'Agency:天津市委金融办')).toContainEqual(['name', ['金融']]);
  });

  test('by a single syllable in names, but not in texts, where it would match everywhere', async () => {
    const names = await found('hai');
    expect(names).toEqual(expect.arrayContaining(['Agency:天津海关', 'Agency:天津海事局', 'Theme:海事监管']));
    // 滨海高新区 and 滨海新区中心商务片区 are aliases.
    expect(names).toEqual(expect.arrayContaining(['PilotZone:高新区联动创新区', 'PilotZone:中心商务片区']));
    for (const id of names) expect(id).not.toMatch(/^ReformItem/);
    // 批 is also in the titles of the batch and of a document, but these are running text.
    expect(await found('pi')).toEqual(['Agency:天津自贸试验区行政审批局', 'Theme:行政审批改革']);
  });

  test('by traditional characters: 融资租賃 finds 融资租赁', async () => {
    expect((await shortly('融資租賃')).sort()).toEqual(['8', '9', ...LEASING_DOCUMENTS, '融资租赁']);
    expect(await found('融資租賃')).toEqual(await found('融资租赁'));
    expect(await highlighted('融資租賃', 'Theme:融资租赁')).toEqual([['name', ['融资租赁']]]);
    expect(await found('"知識產權"')).toEqual(scan('知识产权'));
  });

  test('by a short form: 市商务局 finds 天津市商务局 before nodes that only mention it', async () => {
    expect((await ranked('市商务局'))[0]).toBe('Agency:天津市商务局');
    expect(await found('市商务局')).toEqual(scan('市商务局'));
    // The items of the agency print its name.
    expect((await shortly('市商务局')).slice(1).sort()).toEqual(['17', '4', '42', '6', '7']);
  });

  test('by an alias: 自贸区 finds the whole zone first', async () => {
    expect((await ranked('自贸区'))[0]).toBe('PilotZone:天津自贸试验区');
    expect(await found('自贸区')).toEqual(scan('自贸区'));
    expect((await ranked('ABS'))[0]).toBe('Theme:资产证券化');
    expect(await highlighted('abs', 'Theme:资产证券化')).toEqual([['aliases[0]', ['ABS']]]);
  });

  test('by misspelled letters: RCPE finds RCEP, the theme and item 40', async () => {
    expect((await shortly('RCPE')).sort()).toEqual(['40', 'RCEP', '天津港保税区 RCEP 企业服务中心']);
    expect((await shortly('rcep')).sort()).toEqual(['40', 'RCEP', '天津港保税区 RCEP 企业服务中心']);
    expect((await shortly('ＲＣＥＰ')).sort()).toEqual(['40', 'RCEP', '天津港保税区 RCEP 企业服务中心']);
    expect((await ranked('dongjian'))[0]).toBe('PilotZone:东疆片区');
    expect(await shortly('rxyp')).toEqual([]);
  });

  test('as words without spaces: 天津海关二手车 finds items 4 and 7', async () => {
    // 天津海关 is responsible for 2 3 4 7, and 二手车 is in 4 7 34.
    expect((await shortly('天津海关二手车')).sort()).toEqual(['4', '7']);
    expect(await found('天津海关二手车')).toEqual(await found('天津海关 二手车'));
  });
});

describe('a phrase in quotation marks', () => {
  test('is found exactly as written', async () => {
    expect((await shortly('"绿色租赁"')).sort()).toEqual(['8']);
    expect((await shortly('“中欧班列 二手车”')).sort()).toEqual([]);
    expect((await shortly('「GPT 大语言模型」')).sort()).toEqual(['26']);
  });

  test.each(['"djpq"', '"rongzi"', '"RCPE"', '"天津海关二手车"', '＂djpq＂'])(
    'is not found by other spellings: %s finds nothing',
    async (query) => {
      expect(await shortly(query)).toEqual([]);
    },
  );
});

describe('several words', () => {
  test('must all occur, anywhere in the node', async () => {
    expect((await shortly('二手车 海关')).sort()).toEqual(['4', '7']);
    expect((await shortly('海关 二手车 班列')).sort()).toEqual(['4']);
    expect(await shortly('海关 没有这样的词')).toEqual([]);
    expect((await shortly('rongzi dongjiang')).sort()).toEqual(['8', '9']);
  });

  test('may be excluded, in every spelling of their characters, but not as pinyin', async () => {
    expect((await shortly('融资租赁 -绿色')).sort()).toEqual(['9', '融资租赁']);
    expect((await shortly('融资租赁 -綠色')).sort()).toEqual(['9', '融资租赁']);
    expect((await shortly('融资租赁 -"绿色租赁"')).sort()).toEqual(['9', ...LEASING_DOCUMENTS, '融资租赁']);
    expect((await shortly('融资租赁 -lvse')).sort()).toEqual(['8', '9', ...LEASING_DOCUMENTS, '融资租赁']);
    expect(await shortly('融资租赁 -融资')).toEqual([]);
  });
});

describe('the order of results', () => {
  test('a name equal to the word, then names that begin with it, then names that contain it', async () => {
    expect((await ranked('天津海关'))[0]).toBe('Agency:天津海关');
    expect((await ranked('天津市'))[0]).toBe('Region:天津市');
    expect((await ranked('东疆'))[0]).toBe('PilotZone:东疆片区');
    expect((await shortly('金融')).slice(0, 3)).toContain('金融开放创新');
  });

  test('titles before running text', async () => {
    // 融资租赁 is in the titles of 8 and 9; 商业保理 in those of 13 and 14, and in the texts of 11 and 18.
    const items = (await shortly('商业保理')).filter((id) => /^\d+$/.test(id));
    expect([items.slice(0, 2).sort(), items.slice(2).sort()]).toEqual([
      ['13', '14'],
      ['11', '18'],
    ]);
  });

  test('the word itself before its pinyin and its initials, and a rare word before a common one', async () => {
    const best = async (query: string): Promise<number> =>
      Math.max(...(await search(query)).hits.map(({ score }) => score));
    expect(await best('东疆片区')).toBeGreaterThan(await best('dongjiangpianqu'));
    expect(await best('dongjiangpianqu')).toBeGreaterThan(await best('djpq'));
    // GPT is in one title, 创新 in many, both at the beginning of one.
    const scoreOf = async (query: string, number: number): Promise<number | undefined> =>
      (await search(query)).hits.find(
        ({ nodeIndex }) => snapshot.node(nodeIndex).id === `ReformItem:tj-7-${number}`,
      )?.score;
    expect(await scoreOf('gpt', 26)).toBeGreaterThan((await scoreOf('创新', 7)) ?? Number.POSITIVE_INFINITY);
  });
});

describe('any text', () => {
  const LONG = {
    'a letter 10,240 times': 'a'.repeat(10_240),
    'a character 10,240 times': '海'.repeat(10_240),
    'a syllable 5,120 times': 'an'.repeat(5120),
    'forty letters that are no syllables': `${'an'.repeat(19)}ii`,
    'a word 1,400 times': 'rongzi '.repeat(1400),
  };
  const SHORT = [
    'MATCH (n) DETACH DELETE n',
    "' OR 1=1 --",
    'title:* AND (a~ OR b^2) [x TO y] {!}',
    '((((((((((',
    '[a-z]+$^.*?\\',
    '\u0000',
    '天津\u0000海关',
    '😀 𠮷 👨‍👩‍👧',
    '\ud842',
    '<script>alert(1)</script>',
    '__proto__ constructor toString',
  ];

  test.each([...Object.entries(LONG), ...SHORT.map((query) => [JSON.stringify(query), query] as const)])(
    'is searched without failure: %s',
    async (_name, query) => {
      const { hits } = await search(query);
      for (const { nodeIndex, score } of hits) {
        expect(snapshot.node(nodeIndex)).toBeDefined();
        expect(Number.isFinite(score)).toBe(true);
      }
    },
  );

  test.each(['，。！', '%', '😀', '\u0000', '\ud842', '""', '- ！'])(
    'of signs alone finds nothing: %j',
    async (query) => {
      expect((await search(query)).hits).toEqual([]);
    },
  );

  test.each(['', ' \u3000', '-租赁', '-"a b" -c'])(
    'without a search word is refused: 「%s」',
    async (query) => {
      await expect(search(query)).rejects.toThrow(InvalidInput);
    },
  );
});
