import fc from 'fast-check';
import type { Metadata } from '../../../src/ingest/metadata.ts';
import { Problems } from '../../../src/ingest/problems.ts';
import { readBulletin } from '../../../src/ingest/read-bulletin.ts';
import { decodeUtf8 } from '../../../src/ingest/read-text.ts';
import { COLUMNS, TITLE } from './bulletin-files.ts';

interface Item {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly scope: string;
  readonly responsible: string;
}

/** Letters of one to four bytes, and characters that look like structure: quotes, spaces, a lone < or &. */
const LETTERS = [...'改革试点甲乙A1“”「」《》、，。：+%<&\'"·— 　é𠮷'];
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength })
    .map((letters) => letters.join('').trim())
    .filter((text) => text !== '' && !/<\/?[a-zA-Z]/.test(text));

const items: fc.Arbitrary<Item[]> = fc.array(
  fc.record({
    title: words(8),
    paragraphs: fc.array(words(20), { minLength: 1, maxLength: 3 }),
    scope: words(4),
    responsible: words(12),
  }),
  { minLength: 1, maxLength: 8 },
);

const PADDING = ['', '', ' ', '　', ' 　 '];
const style = fc.record({
  mark: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  finalNewline: fc.boolean(),
  orders: fc.infiniteStream(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })),
  padding: fc.infiniteStream(fc.constantFrom(...PADDING)),
  paragraphMarks: fc.infiniteStream(fc.boolean()),
  before: fc.infiniteStream(fc.constantFrom('', '', '', 'blank', 'title', 'header', 'both')),
  titleFirst: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;

const next = <T>(stream: fc.Stream<T>): T => stream.next().value as T;

/** One of the many files with the same content. */
function render(rows: readonly Item[], look: Style): Buffer {
  const lines: string[] = look.titleFirst ? ['', TITLE] : [];
  let order: number[] = [];
  const write = (cells: readonly string[]): void => {
    lines.push(order.map((at) => `${next(look.padding)}${cells[at]}${next(look.padding)}`).join('\t'));
  };
  const writeHeader = (): void => {
    order = next(look.orders);
    write(COLUMNS);
  };
  writeHeader();
  for (const [index, { title, paragraphs, scope, responsible }] of rows.entries()) {
    const before = next(look.before);
    if (before === 'blank') lines.push('', ' \t ', '　');
    if (before === 'title' || before === 'both') lines.push(`${next(look.padding)}${TITLE}`);
    if (before === 'header' || before === 'both') writeHeader();
    const marked = paragraphs.length > 1 || next(look.paragraphMarks);
    const content = marked ? `<p>${paragraphs.join('</p><p>')}</p>` : paragraphs.join('');
    write([String(index + 1), title, content, scope, responsible]);
  }
  const text = lines.join(look.newline) + (look.finalNewline ? look.newline : '');
  return Buffer.from(`${look.mark ? '\uFEFF' : ''}${text}`);
}

const metadata = (total: number): Pick<Metadata, 'title' | 'expected' | 'file'> => ({
  title: TITLE,
  expected: { items: total, agencies: 1, responsibilities: 1 },
  file: 'test.yaml',
});

test('the rows read equal the rows written, for any form of the file', () => {
  fc.assert(
    fc.property(items, style, (rows, look) => {
      const problems = new Problems('test.txt');
      const text = decodeUtf8('test.txt', render(rows, look));
      const read = readBulletin({ text }, metadata(rows.length), problems);
      problems.throwIfAny();
      expect(
        read.map(({ number, title, content, scope, responsible }) => ({
          number,
          title,
          content,
          scope,
          responsible,
        })),
      ).toEqual(
        rows.map(({ title, paragraphs, scope, responsible }, index) => ({
          number: index + 1,
          title,
          content: paragraphs.join('\n'),
          scope,
          responsible,
        })),
      );
    }),
    { numRuns: 300 },
  );
});

test('each cell is at the line and column that the row gives', () => {
  fc.assert(
    fc.property(items, style, (rows, look) => {
      const text = decodeUtf8('test.txt', render(rows, look));
      const lines = text.split('\n');
      for (const row of readBulletin({ text }, metadata(rows.length), new Problems('test.txt'))) {
        const at = (key: keyof typeof row.columnOf): string | undefined =>
          lines[row.line - 1]?.slice(row.columnOf[key] - 1);
        expect(at('number')).toMatch(new RegExp(`^${row.number}(\\s|$)`));
        expect(at('title')?.startsWith(row.title)).toBe(true);
        expect(at('scope')?.startsWith(row.scope)).toBe(true);
        expect(at('responsible')?.startsWith(row.responsible)).toBe(true);
        expect(
          at('content')
            ?.replace('<p>', '')
            .startsWith(row.content.split('\n')[0] ?? ''),
        ).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
