import { IngestFailed } from '../../../src/domain/errors.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { linesOf, problemsOf, ROWS, temporaryFolder, writeBulletin } from './bulletin-files.ts';
import { readSeedVocabulary } from './tianjin-7.ts';

const folder = temporaryFolder();
const vocabulary = readSeedVocabulary();
const read = (lines: readonly string[], items = 8) => {
  const metadata = { expected: { items, agencies: 3, responsibilities: 4 } };
  return readGraphDocument(writeBulletin(folder, lines, { metadata }), vocabulary);
};

test('one run reports all problems in line order, without follow-up errors', () => {
  const lines = linesOf([
    ROWS[0],
    ['2', '', '东疆', '天津市', '天津海关'], // 4: no title
    ['三', '保理', '东疆', '天津市', '天津海关'], // 5: no number
    ['4', '商业保理', '东疆', '长三角', '天津海关'], // 6: unknown scope
    ['5', '商业保理', '东疆', '天津市'], // 7: a cell is missing
    ['6', '商业保理', '东<br>疆', '', '天津海关 天津海关'], // 8: three problems
    ['1', '商业保理', '东疆', '天津市', '天津海关'], // 9: same as line 3
    ['8', '商业保理', '东疆', '天津市', '某局'], // 10: at most a warning
  ]);
  const problems = problemsOf(() => read(lines));
  expect(problems.map(({ line, message }) => [line, message])).toEqual([
    [4, '改革事项 is empty'],
    [5, '序号 is no number'],
    [6, '推广范围 is not known'],
    [7, 'a row has 5 cells, and this line 4'],
    [8, '推广范围 is empty'],
    [8, 'markup other than paragraphs'],
    [8, 'the same agency stands twice in 负责单位'],
    [9, '序号 1 stands on line 3 already'],
    // Numbers 3 and 5 may be on lines 5 and 7; 7 is on no line
    [undefined, '序号 3, 5, 7 missing'],
  ]);
});

test('an unreadable line is not also reported as a missing item', () => {
  const lines = linesOf([ROWS[0], ['2', '商业保理'], ['三', '保理', '东疆', '天津市', '天津海关']]);
  const problems = problemsOf(() => read(lines, 3));
  expect(problems.map(({ line, message }) => [line, message])).toEqual([
    [4, 'a row has 5 cells, and this line 2'],
    [5, '序号 is no number'],
  ]);
});

test('text that is not a row does not count as a lost item', () => {
  const problems = problemsOf(() => read(['来源', ...linesOf(ROWS.slice(0, 2)), '第2页'], 3));
  expect(problems.map(({ line, message }) => [line, message])).toEqual([
    [1, 'neither the title nor the header'],
    [6, 'a row has 5 cells, and this line 1'],
    [undefined, '序号 3 missing'],
    [undefined, '3 items are expected and 2 were found'],
  ]);
});

test('the message has every problem on its own line', () => {
  const lines = linesOf([['1', '', '东疆', '海南', '天津海关']]);
  try {
    read(lines, 1);
  } catch (error) {
    expect(error).toBeInstanceOf(IngestFailed);
    expect((error as IngestFailed).message.split('\n')).toEqual([
      `${folder}/bulletin.txt:3:3: 改革事项 is empty — fill it in from the source`,
      `${folder}/bulletin.txt:3:7: 推广范围 is not known 「海南」 — one of 天津市, 京津冀, or add it to seeds/regions.yaml`,
    ]);
  }
  expect.assertions(2);
});

test('names at most fifty problems', () => {
  const rows = Array.from({ length: 80 }, (_, index) => [
    String(index + 1),
    '',
    '东疆',
    '天津市',
    '天津海关',
  ]);
  expect(problemsOf(() => read(linesOf(rows), 80))).toHaveLength(50);
});
