import { themeFinder } from '../../../src/ingest/find-themes.ts';
import { zoneFinder } from '../../../src/ingest/find-zones.ts';
import type { BulletinRow } from '../../../src/ingest/read-bulletin.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

const vocabulary = readSeedVocabulary();
const row = (parts: Partial<BulletinRow>): BulletinRow => ({
  number: 1,
  title: '',
  content: '',
  scope: '天津市',
  responsible: '天津海关',
  line: 1,
  columnOf: { number: 1, title: 1, content: 1, scope: 1, responsible: 1 },
  omitted: [],
  ...parts,
});

/** `name FIELD start-end` of each match. */
function found(finder: typeof zoneFinder | typeof themeFinder, parts: Partial<BulletinRow>): string[] {
  const entries =
    finder === zoneFinder
      ? zoneFinder(vocabulary.zones)(row(parts))
      : themeFinder(vocabulary.domains)(row(parts));
  return [...entries].flatMap(([{ name }, spans]) =>
    spans.map(({ field, start, end }) => `${name} ${field} ${start}-${end}`),
  );
}

describe('zones', () => {
  test.each<[string, Partial<BulletinRow>, string[]]>([
    [
      'an area in full is not the whole zone too',
      { content: '天津自贸试验区中心商务片区' },
      ['中心商务片区 CONTENT 0-13'],
    ],
    ['the whole zone', { title: '推动自贸试验区改革' }, ['天津自贸试验区 TITLE 2-7']],
    [
      'an area in the name of an agency is the area',
      { content: '机场片区市场监督管理局' },
      ['机场片区 CONTENT 0-4'],
    ],
    [
      'an area in the name of a document',
      { content: '《天津滨海高新区关于…》' },
      ['高新区联动创新区 CONTENT 1-8'],
    ],
    ['the zone in the name of an agency is no place', { content: '天津自贸试验区行政审批局' }, []],
    ['nor among the responsible', { responsible: '天津自贸试验区管委会' }, []],
    [
      'a zone body among the responsible is',
      { responsible: '天津海关 天津自贸试验区高新区联动创新区' },
      ['高新区联动创新区 AGENCIES 5-20'],
    ],
    ['any free-trade zone', { content: '成立全国首个自贸试验区公平竞争审查办公室' }, []],
    [
      '天津港保税区 is 机场片区, 保税区 alone nothing',
      { content: '天津港保税区与保税区' },
      ['机场片区 CONTENT 0-6'],
    ],
    [
      '生态城 is, 生态城市 is not',
      { content: '建设生态城市，生态城试点' },
      ['生态城联动创新区 CONTENT 7-10'],
    ],
    ['高新区 is, 国家高新区 is not', { content: '国家高新区、高新区' }, ['高新区联动创新区 CONTENT 6-9']],
    ['the scope is not looked at', { scope: '东疆片区' }, []],
    [
      'two zones, each with its places',
      { title: '东疆', content: '机场片区与东疆片区' },
      ['东疆片区 TITLE 0-2', '东疆片区 CONTENT 5-9', '机场片区 CONTENT 0-4'],
    ],
  ])('%s', (_name, parts, expected) => {
    expect(found(zoneFinder, parts)).toEqual(expected);
  });
});

describe('themes', () => {
  test.each<[string, Partial<BulletinRow>, string[]]>([
    [
      'one phrase that proves two themes',
      { title: '数据知识产权质押融资' },
      ['数据知识产权 TITLE 0-6', '知识产权质押融资 TITLE 0-10'],
    ],
    ['the name of an office is no theme', { content: '市政务服务办' }, []],
    ['a fast lane is not green', { content: '绿色政务服务通道' }, []],
    ['保理 in other words is none', { content: '医保理赔与环保理念' }, []],
    ['a theme’s name proves it only where it is a phrase', { content: '网络市场监管' }, []],
    ['the responsible are not looked at', { responsible: '跨境电商局' }, []],
    [
      'every place, title first',
      { title: '跨境电商', content: '以跨境电商带动跨境电子商务' },
      ['跨境电商 TITLE 0-4', '跨境电商 CONTENT 1-5', '跨境电商 CONTENT 7-13'],
    ],
  ])('%s', (_name, parts, expected) => {
    expect(found(themeFinder, parts)).toEqual(expected);
  });
});
