import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorrections } from '../../../../src/ingest/facts/corrections.ts';
import { readGraphDocument } from '../../../../src/ingest/read-graph-document.ts';
import { problemsOf, sha256, temporaryFolder, writeBulletin } from '../bulletin-files.ts';
import { BULLETIN, Reading, SEEDS } from '../tianjin-7.ts';
import { vocabulary } from './fact-reading.ts';

const folder = temporaryFolder();
const file = join(folder, 'corrections.yaml');

/** The seventh bulletin read with these corrections. */
function correct(text: string, bulletin = BULLETIN): Reading {
  writeFileSync(file, text);
  const { document } = readGraphDocument(bulletin, { ...vocabulary, corrections: readCorrections(file) });
  return new Reading(document);
}
const refuse = (text: string, bulletin = BULLETIN) => problemsOf(() => correct(text, bulletin));

/** The facts that item `number` states, cites or mentions: the properties of each node and its evidence words. */
function stated(reading: Reading, number: number, type: 'STATES' | 'CITES' | 'MENTIONS' | 'MENTIONS_AGENCY') {
  const { id } = reading.item(number);
  return reading
    .edges(type)
    .filter(({ from }) => from === id)
    .map((edge) => {
      const {
        position: _,
        pinyin: _pinyin,
        ...node
      } = reading.node(edge.to) as unknown as Record<string, unknown>;
      return { ...node, words: reading.quotes(id, edge).map(({ field, quote }) => `${field} ${quote}`) };
    });
}

test('a missing file and a file with only comments correct nothing', () => {
  expect(readCorrections(join(folder, 'none.yaml'))).toEqual({ file: join(folder, 'none.yaml'), list: [] });
  expect(readCorrections(join(SEEDS, 'corrections.yaml')).list).toEqual([]);
});

test('removes a figure', () => {
  const text = '- { item: tj-7-6, kind: figures, at: CONTENT 不到一年, remove: true, reason: 不是数据 }\n';
  expect(stated(correct(text), 6, 'STATES')).toMatchObject([
    { value: 40, words: ['CONTENT 40家'] },
    { value: 15, words: ['CONTENT 15个'] },
  ]);
});

test('changes a figure: omitted properties stay, and null removes an optional property', () => {
  const text = `
- item: tj-7-13
  kind: figures
  at: CONTENT 10家
  change: { approximation: ABOVE, date: null }
  reason: 试
`;
  const figures = stated(correct(text), 13, 'STATES').filter((node) => 'value' in node);
  expect(figures[2]).toEqual({
    id: expect.stringMatching(/^Figure:tj-7-13:CONTENT:\d+-\d+$/),
    value: 10,
    unit: '家',
    approximation: 'ABOVE',
    words: ['CONTENT 10家'],
  });
});

test('tells apart the first and second place of the same words', () => {
  const text =
    "- { item: tj-7-38, kind: figures, at: 'CONTENT 3个 #2', change: { unit: 阶段 }, reason: 试 }\n";
  expect(stated(correct(text), 38, 'STATES')).toMatchObject([
    { unit: '股' },
    { unit: '个' },
    { unit: '阶段' },
  ]);
});

test('adds one fact of each kind in reading order, and derives the other properties', () => {
  const text = `
- item: tj-7-2
  kind: firstClaims
  at: TITLE 进口食品风险
  evidence: [CONTENT 进口食品安全风险]
  add: { scope: GLOBAL, kind: FIRST, subject: 甲 }
  reason: 试
- { item: tj-7-2, kind: figures, at: CONTENT 特定, add: { value: 1.5, unit: 种, approximation: ABOUT, date: "2023" }, reason: 试 }
- { item: tj-7-2, kind: milestones, at: CONTENT 及时, add: { date: 2023-05-01, kind: AT, event: 乙 }, reason: 试 }
- { item: tj-7-2, kind: documents, at: CONTENT 预警系统, add: { title: 丙 }, reason: 试 }
- { item: tj-7-2, kind: organizations, at: CONTENT 申报, add: { name: 丁银行, shortNames: [丁] }, reason: 试 }
- { item: tj-7-2, kind: mentionedAgencies, at: CONTENT 通关, add: { name: 市商务局 }, reason: 试 }
`;
  const reading = correct(text);
  expect(stated(reading, 2, 'STATES')).toEqual([
    {
      id: expect.stringContaining('FirstClaim:tj-7-2:TITLE:0-6'),
      scope: 'GLOBAL',
      kind: 'FIRST',
      subject: '甲',
      words: ['TITLE 进口食品风险', 'CONTENT 进口食品安全风险'],
    },
    expect.objectContaining({ value: 1.5, unit: '种', date: '2023', words: ['CONTENT 特定'] }),
    expect.objectContaining({ date: '2023-05-01', precision: 'DAY', event: '乙', words: ['CONTENT 及时'] }),
  ]);
  expect(stated(reading, 2, 'CITES')).toEqual([
    { id: 'PolicyDocument:丙', title: '丙', words: ['CONTENT 预警系统'] },
  ]);
  expect(stated(reading, 2, 'MENTIONS')).toEqual([
    { id: 'Organization:丁银行', name: '丁银行', kind: 'BANK', words: ['CONTENT 申报'] },
  ]);
  expect(stated(reading, 2, 'MENTIONS_AGENCY')).toMatchObject([{ id: 'Agency:天津市商务局' }]);
});

test('applies several corrections of one item', () => {
  const text = `
- { item: tj-7-21, kind: figures, at: CONTENT 十条, remove: true, reason: 试 }
- { item: tj-7-21, kind: figures, at: CONTENT 共十条, add: { value: 10, unit: 条, approximation: EXACT }, reason: 试 }
`;
  expect(stated(correct(text), 21, 'STATES')).toMatchObject([{ value: 10, words: ['CONTENT 共十条'] }]);
});

test('ignores corrections of another batch', () => {
  const text = '- { item: tj-8-1, kind: figures, at: CONTENT 无, remove: true, reason: 试 }\n';
  expect(stated(correct(text), 1, 'STATES')).toHaveLength(1);
});

describe('refused corrections', () => {
  const entry = (more: string): string => `# 更正\n- item: tj-7-6\n  kind: figures\n${more}\n  reason: 试\n`;

  test('for words of at or evidence that the text no longer has; the error names the words and the correction', () => {
    expect(refuse(entry('  at: CONTENT 41家\n  remove: true'))).toEqual([
      {
        file,
        line: 4,
        column: 7,
        text: 'CONTENT 41家',
        message: 'item tj-7-6 has these words no more: CONTENT 41家',
        fix: expect.stringContaining('quote the text as it is now'),
      },
    ]);
    expect(refuse(entry("  at: 'CONTENT 40家 #2'\n  remove: true"))).toMatchObject([
      { line: 4, text: 'CONTENT 40家 #2' },
    ]);
    expect(refuse(entry('  at: TITLE 40家\n  remove: true'))).toMatchObject([
      { line: 4, text: 'TITLE 40家' },
    ]);
    expect(
      refuse(
        entry(
          '  at: CONTENT 专项\n  evidence: [CONTENT 专线]\n  add: { value: 1, unit: 项, approximation: EXACT }',
        ),
      ),
    ).toMatchObject([{ line: 4, message: 'item tj-7-6 has these words no more: CONTENT 专线' }]);
  });

  test('for a changed text: reads nothing, and reports the problems of both files, each with its file', () => {
    const text = readFileSync(BULLETIN, 'utf8')
      .replace('电商企业40家', '电商企业四十一家')
      .replace('\t京津冀\t天津海事局', '\t长三角\t天津海事局');
    const changed = join(folder, 'tianjin-7.txt');
    writeFileSync(changed, text);
    const metadata = readFileSync(join(SEEDS, 'tianjin-7.yaml'), 'utf8');
    writeFileSync(join(folder, 'tianjin-7.yaml'), metadata.replace(/sha256: \w+/, `sha256: ${sha256(text)}`));
    const problems = refuse(entry('  at: CONTENT 40家\n  remove: true'), changed);
    expect(problems.map((problem) => [problem.file, problem.line])).toEqual([
      [changed, 6], // after two blank lines, the title, one more blank line and the header
      [file, 4],
    ]);
  });

  test('for a fact that does not exist, and for one that exists already', () => {
    expect(refuse(entry('  at: CONTENT 专项\n  remove: true'))).toMatchObject([
      { line: 4, message: 'none of figures is at these words', fix: expect.stringContaining('add one') },
    ]);
    expect(
      refuse(entry('  at: CONTENT 40家\n  add: { value: 40, unit: 家, approximation: EXACT }')),
    ).toMatchObject([
      { line: 4, message: '1 of figures is at these words', fix: expect.stringContaining('change it') },
    ]);
    expect(refuse(entry('  at: CONTENT 40家、注册国外商标15个\n  remove: true'))).toMatchObject([
      { line: 4, message: '2 of figures is at these words' },
    ]);
  });

  test('for an item that the bulletin does not have', () => {
    const text = '- { item: tj-7-44, kind: figures, at: CONTENT 无, remove: true, reason: 试 }\n';
    expect(refuse(text)).toMatchObject([{ line: 1, message: 'there is no item tj-7-44' }]);
  });

  test.each([
    ['no reason', '- { item: tj-7-6, kind: figures, at: CONTENT 40家, remove: true }', /reason/],
    ['no such kind', '- { item: tj-7-6, kind: figure, at: CONTENT 40家, remove: true, reason: 试 }', /kind/],
    [
      'nothing to do',
      '- { item: tj-7-6, kind: figures, at: CONTENT 40家, reason: 试 }',
      /one of add, change and remove/,
    ],
    [
      'two things',
      '- { item: tj-7-6, kind: figures, at: CONTENT 40家, remove: true, change: { value: 1 }, reason: 试 }',
      /one of/,
    ],
    [
      'no column',
      '- { item: tj-7-6, kind: figures, at: 40家, remove: true, reason: 试 }',
      /CONTENT 全国首单/,
    ],
    ['no item', '- { item: 6, kind: figures, at: CONTENT 40家, remove: true, reason: 试 }', /item/],
    [
      'half of a figure',
      '- { item: tj-7-6, kind: figures, at: CONTENT 专项, add: { value: 1 }, reason: 试 }',
      /unit/,
    ],
    [
      'what a figure has not',
      '- { item: tj-7-6, kind: figures, at: CONTENT 40家, change: { name: 甲 }, reason: 试 }',
      /name/,
    ],
  ])('%s', (_name, text, message) => {
    const problems = refuse(`${text}\n`);
    expect(problems.map(({ file: named, line }) => [named, line])).toContainEqual([file, 1]);
    expect(problems.map((problem) => problem.message).join()).toMatch(message);
  });
});

test('accepts a bulletin without facts and without corrections', () => {
  const bulletin = writeBulletin(
    folder,
    [
      '测试市第一批改革试点经验',
      '序号\t改革事项\t主要内容及成效\t推广范围\t负责单位',
      '1\t跨境电商\t东疆试行。\t天津市\t天津海关',
    ],
    {
      metadata: { expected: { items: 1, agencies: 1, responsibilities: 1 } },
    },
  );
  expect(correct('[]\n', bulletin).edges('STATES')).toEqual([]);
});
