import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RELATIONSHIPS } from '../../../src/domain/model.ts';
import { BULLETIN, Reading, readTianjin7, SEEDS } from './tianjin-7.ts';

interface Entry {
  readonly name: string;
  readonly aliases?: string[];
  readonly phrases?: string[];
  readonly notIn?: string[];
}

/** This file does not use the program’s reader for the bulletin, so that it tests the reader too. */
const seed = (name: string): Entry[] => parse(readFileSync(join(SEEDS, `${name}.yaml`), 'utf8'));
const themes = (seed('themes') as (Entry & { themes: Entry[] })[]).flatMap((domain) => domain.themes);
const names = ({ name, aliases = [] }: Entry): string[] => [name, ...aliases];
const wordsOf = (entries: Entry[], words: (entry: Entry) => string[]): Map<string, string[]> =>
  new Map(entries.map((entry) => [entry.name, words(entry)]));

const ALLOWED = {
  RESPONSIBLE_FOR: wordsOf(seed('agencies'), names),
  PILOTED_IN: wordsOf(seed('zones'), names),
  HAS_THEME: wordsOf(themes, ({ phrases = [] }) => phrases),
  PROMOTED_TO: wordsOf(seed('regions'), names),
};

const { document } = readTianjin7();
const reading = new Reading(document);
const evidenced = Object.keys(ALLOWED) as (keyof typeof ALLOWED)[];

/** Found by rules, not by a vocabulary. facts/evidence.test.ts checks their words against the text. */
const BY_RULES = ['STATES', 'CITES', 'MENTIONS', 'MENTIONS_AGENCY'];

test('these relationships need evidence according to the model', () => {
  const wanted = Object.entries(RELATIONSHIPS).filter(([, { evidence }]) => evidence);
  expect([...evidenced, ...BY_RULES].sort()).toEqual(wanted.map(([type]) => type).sort());
});

test.each(evidenced)('every quote of %s is a word of the entry that it proves', (type) => {
  const edges = reading.edges(type);
  const wrong = edges.flatMap((edge) => {
    const [itemId, otherId] = type === 'RESPONSIBLE_FOR' ? [edge.to, edge.from] : [edge.from, edge.to];
    const allowed = ALLOWED[type].get(reading.nameOf(otherId)) ?? [];
    const quotes = reading.quotes(itemId, edge);
    expect(quotes.length).toBeGreaterThan(0);
    return quotes.filter(({ quote }) => quote === '' || !allowed.includes(quote));
  });
  expect(wrong).toEqual([]);
  expect(edges.length).toBeGreaterThan(0);
});

test('each evidence is in a field where its kind is searched', () => {
  const fields = (type: keyof typeof ALLOWED): string[] => [
    ...new Set(reading.edges(type).flatMap(({ properties }) => properties.evidenceFields as string[])),
  ];
  expect(fields('RESPONSIBLE_FOR')).toEqual(['AGENCIES']);
  expect(fields('PROMOTED_TO')).toEqual(['SCOPE']);
  expect(fields('PILOTED_IN').sort()).toEqual(['AGENCIES', 'CONTENT', 'TITLE']);
  expect(fields('HAS_THEME').sort()).toEqual(['CONTENT', 'TITLE']);
});

test.each(['PILOTED_IN', 'HAS_THEME'] as const)('the evidence of one %s never overlaps itself', (type) => {
  for (const { properties } of reading.edges(type)) {
    const fields = properties.evidenceFields as string[];
    const starts = properties.evidenceStarts as number[];
    const ends = properties.evidenceEnds as number[];
    for (let index = 1; index < fields.length; index += 1) {
      if (fields[index] === fields[index - 1])
        expect(starts[index]).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
    }
  }
});

describe('gives all places, not only the first', () => {
  test.each([
    // 探索绿色低碳模式创新, 天津自贸试验区着力创新: one place
    [17, 'PILOTED_IN', '天津自贸试验区', ['天津自贸试验区']],
    // 天津自贸试验区与市商务局形成…, 对自贸试验区的柔性赋权; the name inside the agency is skipped
    [42, 'PILOTED_IN', '天津自贸试验区', ['天津自贸试验区', '自贸试验区']],
    // the title, and none of the three places of the content (全国首个…, 在全国率先…, 填补了…)
    [33, 'PILOTED_IN', '天津自贸试验区', ['自贸试验区']],
    // 自贸试验区车驾管服务创新 / 聚焦自贸试验区区位特点 / 做好自贸试验区车驾管服务
    [34, 'PILOTED_IN', '天津自贸试验区', ['自贸试验区', '自贸试验区', '自贸试验区']],
    // 《天津滨海高新区关于…》, and the agency
    [21, 'PILOTED_IN', '高新区联动创新区', ['天津滨海高新区', '天津自贸试验区高新区联动创新区']],
    // the title, and two times 二手车出口 in the content (二手车出口企业需求, “二手车出口+保税+中欧班列”); 以二手车为例 does not count
    [4, 'HAS_THEME', '二手车出口', ['二手车出口', '二手车出口']],
    // title, 推动跨境电商由…, 本地跨境电商平台, 孵化跨境电商企业, 本地跨境电商企业集群
    [6, 'HAS_THEME', '跨境电商', Array.from({ length: 5 }, () => '跨境电商')],
    // 设立 RCEP 企业服务中心, and twice in the content
    [40, 'HAS_THEME', 'RCEP', ['RCEP', 'RCEP', 'RCEP']],
  ] as const)('item %i %s %s', (number, type, name, quotes) => {
    expect(
      reading
        .found(number, type)
        .get(name)
        ?.map(({ quote }) => quote),
    ).toEqual(quotes);
  });
});

describe('the printed cells', () => {
  /** The item number and its five cells, cut from the file by this test. */
  const rows = new Map(
    readFileSync(BULLETIN, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((cells) => /^\d+$/.test(cells[0] ?? ''))
      .map((cells) => [Number(cells[0]), cells]),
  );

  test('keeps every word of the five columns, except paragraph marks', () => {
    expect(rows.size).toBe(43);
    for (const [number, [, title, content, scope, responsible]] of rows) {
      const item = reading.item(number);
      expect(item.title).toBe(title);
      expect(item.content).toBe(content?.replace(/^<p>/, '').replace(/<\/p>$/, ''));
      expect(item.scopeText).toBe(scope);
      expect(item.agenciesText).toBe(responsible);
    }
  });
});
