import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../src/domain/errors.ts';
import { readVocabulary } from '../../../src/ingest/vocabulary.ts';
import { problemsOf, temporaryFolder } from './bulletin-files.ts';
import { SEEDS } from './tianjin-7.ts';

const folder = temporaryFolder();
type Name = 'agencies' | 'zones' | 'themes' | 'regions';

/** The seed vocabularies, with these files replaced. */
function refuse(files: Partial<Record<Name, string>>): readonly Problem[] {
  for (const name of ['agencies', 'zones', 'themes', 'regions'] as const) {
    cpSync(join(SEEDS, `${name}.yaml`), join(folder, `${name}.yaml`));
  }
  cpSync(join(SEEDS, 'facts'), join(folder, 'facts'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);
  return problemsOf(() => readVocabulary(folder));
}

const fileOf = (name: Name): string => join(folder, `${name}.yaml`);
const agency = (name: string, more = ''): string =>
  `- name: ${name}\n  kind: GOVERNMENT_DEPARTMENT\n  level: MUNICIPAL\n${more}`;
const zone = (name: string, more = ''): string => `- name: ${name}\n  kind: AREA\n${more}`;

test('accepts the seeds unchanged', () => {
  const { agencies, zones, domains, regions } = readVocabulary(SEEDS);
  expect([agencies, zones, domains, regions].map((list) => list.length)).toEqual([23, 6, 9, 2]);
  expect(domains.flatMap(({ themes }) => themes)).toHaveLength(30);
});

test('a missing file', () => {
  refuse({ regions: '- name: 天津市\n- name: 天津市\n' });
  rmSync(fileOf('regions'));
  expect(problemsOf(() => readVocabulary(folder))).toMatchObject([
    { file: fileOf('regions'), message: 'there is no such file' },
  ]);
});

describe('a name that occurs twice', () => {
  const twice = (owner: string, text: string, line: number, column: number) => ({
    line,
    column,
    text,
    message: `the name belongs to ${owner} already`,
    fix: 'a name, alias or id may stand once: remove one of the two',
  });

  test('an alias of two agencies', () => {
    const agencies =
      agency('天津市甲局', '  aliases: [市甲局]\n') + agency('天津市乙局', '  aliases: [市乙局, 市甲局]\n');
    expect(refuse({ agencies, zones: zone('某片区') })).toEqual([
      { file: fileOf('agencies'), ...twice('天津市甲局', '市甲局', 8, 18) },
    ]);
  });

  test('an alias that is the name of another entry, or of its own', () => {
    const agencies =
      agency('天津市甲局', '  aliases: [天津市甲局]\n') + agency('天津市乙局', '  aliases: [天津市甲局]\n');
    expect(refuse({ agencies, zones: zone('某片区') })).toMatchObject([
      twice('天津市甲局', '天津市甲局', 4, 13),
      twice('天津市甲局', '天津市甲局', 8, 13),
    ]);
  });

  test('an id that is the name of another entry: both would be one node', () => {
    const agencies = agency('天津市甲局') + agency('天津市乙局', '  id: 天津市甲局\n');
    expect(refuse({ agencies, zones: zone('某片区') })).toMatchObject([
      twice('天津市甲局', '天津市甲局', 7, 7),
    ]);
  });

  test('zones, regions and themes of both levels', () => {
    const found = refuse({
      zones: zone('某片区') + zone('别区', '  aliases: [某片区]\n'),
      regions: '- name: 天津市\n- name: 京津冀\n  aliases: [天津市]\n',
      themes:
        '- name: 金融\n  themes:\n    - name: 租赁\n      phrases: [租赁]\n    - name: 金融\n      phrases: [银行]\n',
    });
    expect(found).toMatchObject([
      { file: fileOf('zones'), ...twice('某片区', '某片区', 5, 13) },
      { file: fileOf('themes'), ...twice('金融', '金融', 5, 13) },
      { file: fileOf('regions'), ...twice('天津市', '天津市', 3, 13) },
    ]);
  });

  test('an entry may repeat its id as an alias, and an agency and a zone may share a name', () => {
    const agencies = agency('天津市甲局', '  id: 旧局\n  aliases: [旧局]\n') + agency('某片区');
    expect(() => refuse({ agencies, zones: zone('某片区') })).toThrow('nothing was refused');
  });
});

describe('a reference', () => {
  const nobody = (file: Name, key: string, text: string, line: number, column: number) => ({
    file: fileOf(file),
    line,
    column,
    text,
    message: `${key} names nobody`,
    fix: 'write a canonical name, as in its entry',
  });

  test('to a missing entry: partOf of agencies and zones, authority of zones', () => {
    expect(
      refuse({
        agencies: agency('天津市甲局', '  partOf: 天津市政府\n'),
        zones: zone('某片区', '  partOf: 全区\n  authority: 某管委会\n'),
      }),
    ).toEqual([
      nobody('agencies', 'partOf', '天津市政府', 4, 11),
      nobody('zones', 'partOf', '全区', 3, 11),
      nobody('zones', 'authority', '某管委会', 4, 14),
    ]);
  });

  test('by an alias is refused: the canonical name is required', () => {
    const agencies = agency('天津市甲局', '  aliases: [市甲局]\n');
    expect(refuse({ agencies, zones: zone('某片区', '  authority: 市甲局\n') })).toEqual([
      nobody('zones', 'authority', '市甲局', 3, 14),
    ]);
  });
});

describe('refuses a circle of partOf, and terminates', () => {
  const circle = (file: Name, line: number, column: number, way: string) => ({
    file: fileOf(file),
    line,
    column,
    message: way,
    fix: 'remove the partOf that is wrong',
  });

  test('of two zones', () => {
    const zones = zone('甲区', '  partOf: 乙区\n') + zone('乙区', '  partOf: 甲区\n');
    expect(refuse({ zones })).toMatchObject([
      circle('zones', 3, 11, '甲区 is part of 乙区 is part of 甲区'),
      circle('zones', 6, 11, '乙区 is part of 甲区 is part of 乙区'),
    ]);
  });

  test('of one agency with itself', () => {
    expect(refuse({ agencies: agency('甲局', '  partOf: 甲局\n'), zones: zone('某片区') })).toMatchObject([
      circle('agencies', 4, 11, '甲局 is part of 甲局'),
    ]);
  });

  test('of three, with a fourth that only leads to it', () => {
    const zones =
      zone('丁区', '  partOf: 甲区\n') +
      zone('甲区', '  partOf: 乙区\n') +
      zone('乙区', '  partOf: 丙区\n') +
      zone('丙区', '  partOf: 甲区\n');
    expect(refuse({ zones }).map(({ line, text }) => [line, text])).toEqual([
      [6, '甲区'],
      [9, '乙区'],
      [12, '丙区'],
    ]);
  });
});

describe('entries of the wrong shape', () => {
  test.each([
    ['agencies', agency('甲局').replace('MUNICIPAL', 'CITY'), 3, 10, '0.level'],
    ['agencies', agency('甲局').replace('GOVERNMENT_DEPARTMENT', 'UNLISTED'), 2, 9, '0.kind'],
    ['agencies', agency('甲局', '  aliases: 市甲局\n'), 4, 12, '0.aliases'],
    ['agencies', agency('甲局', '  aliases: [市甲局, 12]\n'), 4, 18, '0.aliases.1'],
    ['agencies', agency('甲局', '  phone: 12345\n'), 1, 3, '0'],
    ['zones', '- kind: AREA\n', 1, 3, '0.name'],
    ['zones', zone('""'), 1, 9, '0.name'],
    ['themes', '- name: 金融\n  themes: []\n', 2, 11, '0.themes'],
    ['themes', '- name: 金融\n  themes:\n    - name: 租赁\n      phrases: []\n', 4, 16, '0.themes.0.phrases'],
    ['regions', 'name: 天津市\n', 1, 1, 'the file'],
  ] as const)('%s %#', (name, text, line, column, path) => {
    const [problem, ...others] = refuse({ [name]: text });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      file: fileOf(name),
      line,
      column,
      text: text.split('\n')[line - 1]?.trim(),
    });
    expect(problem?.message.startsWith(`${path}: `)).toBe(true);
  });

  test('several problems at once', () => {
    const agencies = `${agency('甲局').replace('MUNICIPAL', 'CITY')}- name: 7\n`;
    expect(refuse({ agencies }).map(({ line, message }) => [line, message.split(':')[0]])).toEqual([
      [3, '0.level'],
      [4, '1.name'],
      [4, '1.kind'],
      [4, '1.level'],
    ]);
  });
});

test('all kinds of problems in one file at once: a duplicate, a missing reference, a circle', () => {
  const zones =
    zone('甲区', '  partOf: 甲区\n') +
    zone('乙区', '  aliases: [甲区]\n') +
    zone('丙区', '  partOf: 丁区\n  authority: 某局\n');
  expect(refuse({ zones }).map(({ line, text }) => [line, text])).toEqual([
    [3, '甲区'],
    [6, '甲区'],
    [9, '丁区'],
    [10, '某局'],
  ]);
});
