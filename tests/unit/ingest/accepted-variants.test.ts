import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphDocument } from '../../../src/domain/graph-document.ts';
import type { ReformItemNode } from '../../../src/domain/nodes.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { HEADER, sha256, temporaryFolder } from './bulletin-files.ts';
import { BULLETIN, Reading, readSeedVocabulary, SEEDS } from './tianjin-7.ts';

/** Differences between files with the same content. All of these must read like the bulletin itself. */
const folder = temporaryFolder();
const vocabulary = readSeedVocabulary();
const original = readFileSync(BULLETIN, 'utf8');
const metadata = readFileSync(join(SEEDS, 'tianjin-7.yaml'), 'utf8');
const ORIGINAL_SHA = sha256(original);

function read(text: string): GraphDocument {
  const file = join(folder, 'tianjin-7.txt');
  writeFileSync(file, text);
  writeFileSync(join(folder, 'tianjin-7.yaml'), metadata.replace(ORIGINAL_SHA, sha256(text)));
  const { document, warnings } = readGraphDocument(file, vocabulary);
  expect(warnings).toEqual([]);
  expect(new Reading(document).node('Batch:tj-7')).toMatchObject({ sha256: sha256(text) });
  return document;
}

/** The document with the original checksum, because only the checksum must differ. */
const said = (document: GraphDocument): GraphDocument => ({
  ...document,
  nodes: document.nodes.map((node) => ('sha256' in node ? { ...node, sha256: ORIGINAL_SHA } : node)),
});

const mapRows = (text: string, change: (cells: string[]) => string[]): string =>
  text
    .split('\n')
    .map((line) => (line.includes('\t') ? change(line.split('\t')).join('\t') : line))
    .join('\n');

const onlyItems = (cells: string[], change: (cells: string[]) => string[]): string[] =>
  cells[0] === '序号' ? cells : change(cells);

const TITLE = '天津自贸试验区第七批复制推广改革试点经验';
const expected = said(read(original));

const VARIANTS: Record<string, (text: string) => string> = {
  'a byte-order mark': (text) => `\uFEFF${text}`,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a byte-order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  // the bulletin itself has none
  'a final newline': (text) => `${text}\n`,
  'no blank lines': (text) => text.replace(/\n{2,}/g, '\n').trim(),
  'many blank lines, some of spaces and tabs': (text) => text.replaceAll('\n', '\n \n\t\t\t\t\n　\n'),
  'columns in another order': (text) =>
    mapRows(text, ([number = '', title = '', content = '', scope = '', agencies = '']) => [
      agencies,
      title,
      number,
      content,
      scope,
    ]),
  'title and header repeated before every item': (text) =>
    text.replace(/\n(?=\d+\t)/g, `\n${TITLE}\n${HEADER}\n`),
  'the header repeated with other columns first': (text) => {
    const [before = '', after = ''] = text.split(/\n(?=20\t)/);
    const turned = mapRows(after, ([number = '', title = '', ...rest]) => [title, number, ...rest]);
    return `${before}\n改革事项\t序号\t主要内容及成效\t推广范围\t负责单位\n${turned}`;
  },
  'no title': (text) => text.replace(TITLE, ''),
  'spaces around cells, full-width too': (text) =>
    mapRows(text, (cells) => cells.map((cell) => `　 ${cell} 　`)),
  'every content a paragraph': (text) =>
    mapRows(text, (cells) =>
      onlyItems(cells, ([number = '', title = '', content = '', ...rest]) => [
        number,
        title,
        content.startsWith('<p>') ? content : `<p>${content}</p>`,
        ...rest,
      ]),
    ),
  'no content a paragraph': (text) => text.replaceAll(/<\/?p>/g, ''),
  'items in another order': (text) => {
    const lines = text.split('\n');
    const items = lines.filter((line) => /^\d/.test(line));
    return [TITLE, HEADER, ...items.reverse()].join('\n');
  },
};

/** Nodes and relationships as sets, because the order of items changes their order. */
const asSets = ({ nodes, relationships }: GraphDocument) => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  relationships: new Map(relationships.map((edge) => [`${edge.type} ${edge.from} ${edge.to}`, edge])),
});

test.each(Object.entries(VARIANTS))('%s', (_name, change) => {
  expect(change(original)).not.toBe(original);
  expect(asSets(said(read(change(original))))).toEqual(asSets(expected));
});

describe('separators of agencies', () => {
  const between = (separator: string): string =>
    mapRows(original, (cells) =>
      onlyItems(cells, (row) => [...row.slice(0, 4), (row[4] ?? '').replaceAll(' ', separator)]),
    );

  test.each(['　', '、', '  ', '、 ', ' 、　'])('「%s」 separates like a space', (separator) => {
    const document = read(between(separator));
    const reading = new Reading(document);
    const edges = (all: Reading) =>
      all.edges('RESPONSIBLE_FOR').map(({ from, to, properties }) => [from, to, properties.order]);
    expect(edges(reading)).toEqual(edges(new Reading(expected)));
    expect(reading.item(17).agenciesText).toBe(
      ['天津市生态环境局', '天津市委金融办', '天津市商务局', '天津市发展改革委'].join(separator),
    );
    for (const edge of reading.edges('RESPONSIBLE_FOR')) {
      expect(reading.quotes(edge.to, edge)).toEqual([
        { field: 'AGENCIES', quote: reading.nameOf(edge.from) },
      ]);
    }
  });
});

test('an alias gives the same agency, with the printed words as evidence', () => {
  const reading = new Reading(read(original.replace('\t天津海关', '\t中华人民共和国天津海关')));
  const edge = reading.edges('RESPONSIBLE_FOR').find(({ to }) => to === 'ReformItem:tj-7-2');
  expect(edge?.from).toBe('Agency:天津海关');
  expect(edge && reading.quotes(edge.to, edge)).toEqual([
    { field: 'AGENCIES', quote: '中华人民共和国天津海关' },
  ]);
  expect((reading.node('ReformItem:tj-7-2') as ReformItemNode).agenciesText).toBe('中华人民共和国天津海关');
});

test('several paragraphs become lines', () => {
  const text = original
    .replace('提高通关效率。\t', '</p><p>提高通关效率。</p>\t')
    .replace('\t立足天津', '\t<p>立足天津');
  const { content } = new Reading(read(text)).item(2);
  expect(content.split('\n')).toHaveLength(2);
  expect(content.endsWith('\n提高通关效率。')).toBe(true);
  expect(content.startsWith('立足天津')).toBe(true);
});
