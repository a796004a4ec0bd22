import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnnotations, type ScoredFact, type ScoredFacts } from '../../../scripts/score/annotations.ts';
import { matchFacts } from '../../../scripts/score/match.ts';
import { readRows } from '../../../scripts/score/read-rows.ts';
import { scoreLines, scoreOf } from '../../../scripts/score/report.ts';
import { FACT_KINDS } from '../../../src/ingest/facts/facts.ts';
import { HEADER, problemsOf, TITLE, temporaryFolder } from '../ingest/bulletin-files.ts';

const folder = temporaryFolder();
const bulletin = join(folder, 'invented.txt');
writeFileSync(
  bulletin,
  `${TITLE}\n${HEADER}\n1\t甲\t服务3家，又3家。2023年5月上线。\t天津市\t天津海关\n2\t乙\t试行。\t天津市\t天津海关\n`,
);
const rows = readRows(bulletin);

const NOTHING = FACT_KINDS.map((kind) => `  ${kind}: []`);
const annotate = (...figures: string[]): string =>
  [
    '- number: 1',
    ...NOTHING.map((line) => (line === '  figures: []' && figures.length > 0 ? '  figures:' : line)).flatMap(
      (line) => (line === '  figures:' ? [line, ...figures.map((each) => `    - ${each}`)] : [line]),
    ),
    '- number: 2',
    ...NOTHING,
    '',
  ].join('\n');
const file = join(folder, 'annotations.yaml');
const read = (text: string): Map<number, ScoredFacts> => {
  writeFileSync(file, text);
  return readAnnotations(file, rows);
};

describe('annotations', () => {
  test('read a bulletin without metadata', () => {
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      [1, '甲'],
      [2, '乙'],
    ]);
  });

  test('find words at their place, or at the second one if requested', () => {
    const figure = '{ value: 3, unit: 家, approximation: EXACT, date: 2023, evidence: [';
    const items = read(annotate(`${figure}CONTENT 3家] }`, `${figure}'CONTENT 3家 #2'] }`));
    expect(items.get(1)?.figures).toEqual([
      {
        value: 3,
        unit: '家',
        approximation: 'EXACT',
        date: '2023',
        spans: [{ field: 'CONTENT', start: 2, end: 4 }],
      },
      {
        value: 3,
        unit: '家',
        approximation: 'EXACT',
        date: '2023',
        spans: [{ field: 'CONTENT', start: 6, end: 8 }],
      },
    ]);
  });

  test('report missing words, and items that are missing, duplicate or unknown, with their positions', () => {
    const figure = "{ value: 3, unit: 家, approximation: EXACT, evidence: ['CONTENT 3家 #3'] }";
    expect(problemsOf(() => read(annotate(figure)))).toMatchObject([
      { file, line: 4, text: 'CONTENT 3家 #3', message: "item 1 doesn't have these words" },
    ]);
    const [first = ''] = annotate().split('- number: 2');
    expect(problemsOf(() => read(first))).toMatchObject([{ message: 'items 2 are not annotated' }]);
    expect(problemsOf(() => read(annotate() + first))).toMatchObject([{ message: 'the item stands twice' }]);
    expect(problemsOf(() => read(annotate() + first.replace('1', '3')))).toMatchObject([
      { message: 'the bulletin has no such item' },
    ]);
  });

  test('report an unknown key and a missing key', () => {
    expect(problemsOf(() => read(annotate('{ amount: 3 }')))[0]).toMatchObject({ line: 4 });
    expect(problemsOf(() => read(annotate().replace('  documents: []\n', '')))[0]?.message).toContain(
      'documents',
    );
  });
});

const fact = (start: number, end: number, attributes: object): ScoredFact => ({
  ...attributes,
  spans: [{ field: 'CONTENT', start, end }],
});
const figure = (start: number, end: number, value: number, more: object = {}): ScoredFact =>
  fact(start, end, { value, unit: '家', approximation: 'EXACT', ...more });

describe('matching', () => {
  test('needs the same place and the same key; other properties do not count', () => {
    const { pairs, missed, falseHits } = matchFacts(
      'figures',
      [figure(0, 4, 3, { date: '2023' }), figure(10, 12, 5)],
      [figure(2, 4, 3), figure(10, 12, 6)],
    );
    expect([pairs.length, missed.length, falseHits.length]).toEqual([1, 1, 1]);
  });

  test('rejects places that only touch or are in another column', () => {
    const title = { ...figure(0, 4, 3), spans: [{ field: 'TITLE', start: 0, end: 4 }] } as ScoredFact;
    expect(matchFacts('figures', [figure(0, 4, 3)], [figure(4, 6, 3), title]).pairs).toEqual([]);
  });

  test('pairs one found fact with one annotated fact', () => {
    const { pairs, missed } = matchFacts('figures', [figure(0, 4, 3), figure(0, 4, 3)], [figure(0, 4, 3)]);
    expect([pairs.length, missed.length]).toEqual([1, 1]);
  });

  test.each([
    [
      'firstClaims',
      { scope: 'NATIONAL', kind: 'FIRST', subject: '甲' },
      { subject: '乙' },
      { scope: 'GLOBAL' },
    ],
    [
      'milestones',
      { date: '2023', precision: 'YEAR', kind: 'AT', event: '甲' },
      { event: '乙', part: 'END' },
      { endDate: '2024' },
    ],
    ['documents', { title: '甲' }, {}, { title: '乙' }],
    ['organizations', { name: '甲', kind: 'BANK' }, { kind: 'COMPANY', shortNames: ['乙'] }, { name: '乙' }],
    ['mentionedAgencies', { name: '甲' }, {}, { name: '乙' }],
  ] as const)('the key of %s', (kind, attributes, apart, key) => {
    const annotated = [fact(0, 2, attributes)];
    expect(matchFacts(kind, annotated, [fact(0, 2, { ...attributes, ...apart })]).pairs).toHaveLength(1);
    expect(matchFacts(kind, annotated, [fact(0, 2, { ...attributes, ...key })]).pairs).toHaveLength(0);
  });
});

test('precision, recall and F1', () => {
  const of = (pairs: number, missed: number, falseHits: number) =>
    scoreOf({ pairs: { length: pairs }, missed: { length: missed }, falseHits: { length: falseHits } });
  // 6 correct of 8 found and 9 annotated: F1 is 12 / 17
  expect(of(6, 3, 2)).toEqual({ precision: 0.75, recall: 6 / 9, f1: 12 / 17 });
  expect(of(0, 0, 0)).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(of(0, 1, 0)).toEqual({ precision: 1, recall: 0, f1: 0 });
});

test('the report lists each miss, false positive and difference with its item and words', () => {
  const none = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as ScoredFacts;
  const annotated = new Map([
    [1, { ...none, figures: [figure(2, 4, 3), figure(6, 8, 4)] }],
    [2, none],
  ]);
  const lines = scoreLines(rows, annotated, ({ number }) =>
    number === 1 ? { ...none, figures: [figure(2, 4, 3, { date: '2023' }), figure(6, 8, 3)] } : none,
  );
  expect(lines).toContain('figures                      2      2      1      0.500   0.500  0.500');
  expect(lines).toContain('  date agrees in 0 of 1');
  expect(lines.slice(lines.indexOf('') + 1)).toEqual([
    'miss   item 1 figures 「3家」 {"value":4,"unit":"家","approximation":"EXACT"}; found {"value":3,"unit":"家","approximation":"EXACT"}',
    'false  item 1 figures 「3家」 {"value":3,"unit":"家","approximation":"EXACT"}; annotated {"value":4,"unit":"家","approximation":"EXACT"}',
    'differ item 1 figures 「3家」 date: found "2023", annotated none',
  ]);
});
