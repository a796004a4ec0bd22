import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVocabulary } from '../../../src/ingest/vocabulary.ts';
import { problemsOf, temporaryFolder } from './bulletin-files.ts';
import { SEEDS } from './tianjin-7.ts';

const folder = temporaryFolder();
cpSync(SEEDS, folder, { recursive: true });
writeFileSync(join(folder, 'zones.yaml'), '- name: 某片区\n  kind: AREA\n');
const file = join(folder, 'agencies.yaml');
/** Name, kind and level take three lines; added text begins on the fourth. */
const agency = (name: string, ...more: string[]): string =>
  [
    `- name: ${name}`,
    '  kind: GOVERNMENT_DEPARTMENT',
    '  level: MUNICIPAL',
    ...more.map((line) => `  ${line}`),
    '',
  ].join('\n');
const read = (...entries: string[]) => {
  writeFileSync(file, entries.join(''));
  return readVocabulary(folder).agencies;
};
const refuse = (...entries: string[]) => problemsOf(() => read(...entries));

test('accepts names that pass between agencies, and successive mergers', () => {
  expect(
    read(
      agency('甲局', 'validTo: 2015-12-31', 'mergedInto: 乙局'),
      agency('乙局', 'validFrom: 2000-01-01', 'validTo: 2018-12-31', 'mergedInto: 丙局'),
      agency('丙局', 'formerNames: [{name: 丙委, validTo: 2010-12-31}, {name: 丙办, validTo: 2005-12-31}]'),
      agency('丁局', 'validFrom: 2011-01-01', 'formerNames: [{name: 丙委, validTo: 2015-01-01}]'),
    ),
  ).toHaveLength(4);
});

test.each([
  ['no day', ['validTo: 2018-02-30'], 4, 12, /^0\.validTo: a date is a day of the calendar/],
  ['a month', ['validFrom: "2018-11"'], 4, 14, /^0\.validFrom: a date is a day/],
  ['a former name without its end', ['formerNames: [{name: 乙}]'], 4, 17, /^0\.formerNames\.0\.validTo/],
  [
    'the wrong way round',
    ['validFrom: 2018-01-02', 'validTo: 2018-01-01'],
    5,
    12,
    /^it ends before it begins \(2018-01-02\)$/,
  ],
  [
    'a name the wrong way round',
    ['formerNames: [{name: 乙, validFrom: 2018-01-02, validTo: 2018-01-01}]'],
    4,
    59,
    /^the name ends before it begins/,
  ],
  [
    'a former name that outlives the body',
    ['validTo: 2018-01-01', 'formerNames: [{name: 乙, validTo: 2018-01-01}]'],
    5,
    36,
    /^the body itself ends on 2018-01-01$/,
  ],
  [
    'a former name older than the body',
    ['validFrom: 2018-01-01', 'formerNames: [{name: 乙, validTo: 2017-01-01}]'],
    5,
    36,
    /^the body itself begins on 2018-01-01$/,
  ],
  [
    'two former names at once',
    [
      'formerNames:',
      '  - {name: 乙, validTo: 2010-01-01}',
      '  - {name: 丙, validFrom: 2009-12-31, validTo: 2012-01-01}',
    ],
    6,
    14,
    /^the body is still called 乙 then, until 2010-01-01$/,
  ],
  ['merged into nobody', ['validTo: 2018-01-01', 'mergedInto: 乙局'], 5, 15, /^mergedInto names nobody$/],
  [
    'its alias once more',
    ['aliases: [乙]', 'formerNames: [{name: 乙, validTo: 2010-01-01}]'],
    5,
    24,
    /^the name belongs to 甲局 on the same days/,
  ],
] as const)('of one agency: %s', (_name, more, line, column, message) => {
  expect(refuse(agency('甲局', ...more))).toEqual([
    {
      file,
      line,
      column,
      text: expect.any(String),
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/.{10}/),
    },
  ]);
});

test('refuses a merger without an end date, and one into an agency that ended before', () => {
  expect(
    refuse(
      agency('甲局', 'mergedInto: 乙局'),
      agency('乙局', 'validTo: 2010-01-01'),
      agency('丙局', 'validTo: 2012-01-01', 'mergedInto: 乙局'),
    ),
  ).toMatchObject([
    {
      line: 4,
      column: 15,
      text: '乙局',
      message: 'nothing says when 甲局 ended',
      fix: 'add validTo, its last day',
    },
    { line: 13, column: 15, text: '乙局', message: 'that body ended before, on 2010-01-01' },
  ]);
});

test('a circle of mergers: names each agency in it, but not one that only leads to it', () => {
  const merged = (name: string, into: string) => agency(name, 'validTo: 2018-01-01', `mergedInto: ${into}`);
  const circles = refuse(merged('丁局', '甲局'), merged('甲局', '乙局'), merged('乙局', '甲局')).filter(
    ({ fix }) => fix.startsWith('remove the mergedInto'),
  );
  expect(circles).toMatchObject([
    { line: 10, column: 15, message: '甲局 is merged into 乙局 is merged into 甲局' },
    { line: 15, column: 15, message: '乙局 is merged into 甲局 is merged into 乙局' },
  ]);
});

test('two agencies with one name on one day: former and former, former and current, former and alias', () => {
  const former = (validTo: string): string => `formerNames: [{name: 旧局, validTo: ${validTo}}]`;
  const at = (line: number, column: number, from: string) => ({
    line,
    column,
    text: '旧局',
    message: expect.stringMatching(new RegExp(`^the name belongs to .局 on the same days, from ${from}$`)),
  });
  expect(
    refuse(
      agency('甲局', former('2010-01-01')),
      agency('乙局', 'validFrom: 2010-01-01', former('2012-01-01')),
    ),
  ).toMatchObject([at(9, 24, '2010-01-01')]);
  expect(refuse(agency('甲局', former('2010-01-01')), agency('旧局', 'validFrom: 2005-01-01'))).toMatchObject(
    [at(5, 9, '2005-01-01')],
  );
  expect(refuse(agency('甲局', 'aliases: [旧局]'), agency('乙局', former('2010-01-01')))).toMatchObject([
    at(8, 24, '0000-01-01'),
  ]);
});
