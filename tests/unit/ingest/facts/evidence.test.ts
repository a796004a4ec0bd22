import type { RelationshipType } from '../../../../src/domain/model.ts';
import { labelOf, type NodeId } from '../../../../src/domain/node-id.ts';
import type { AnyNode, ReformItemNode } from '../../../../src/domain/nodes.ts';
import { Reading, readTianjin7 } from '../tianjin-7.ts';

const reading = new Reading(readTianjin7().document);
const TYPES = [
  'STATES',
  'CITES',
  'MENTIONS',
  'MENTIONS_AGENCY',
] as const satisfies readonly RelationshipType[];

/** Each edge of these types with its evidence words. */
const proved = TYPES.flatMap((type) =>
  reading
    .edges(type)
    .map((edge) => ({ type, edge, to: reading.node(edge.to), quotes: reading.quotes(edge.from, edge) })),
);

test('91 statements, 8 citations, 63 mentions of organizations and 16 of agencies', () => {
  expect(TYPES.map((type) => reading.edges(type).length)).toEqual([25 + 45 + 21, 8, 63, 16]);
});

test('all evidence is words of the title or the content', () => {
  for (const { quotes } of proved) {
    expect(quotes.length).toBeGreaterThan(0);
    for (const { field, quote } of quotes) {
      expect(['TITLE', 'CONTENT']).toContain(field);
      expect(quote).not.toBe('');
      expect(quote).toBe(quote.trim());
    }
  }
});

/** Words that the evidence of a node must contain, whatever rule found it. */
const HELD: Readonly<Record<string, (node: AnyNode, quote: string, item: ReformItemNode) => boolean>> = {
  FirstClaim: (_node, quote) => /首|第一个|率先|天津市范围内/.test(quote),
  Figure: (_node, quote) => /[\d一二两三十百千万]/.test(quote),
  Milestone: (node, quote) => /[年月]/.test(quote) && 'date' in node && quote.replace(/\D/g, '') !== '',
  PolicyDocument: (node, quote) => 'title' in node && quote === `《${node.title}》`,
  Organization: (node, quote) =>
    'name' in node && (node.name === quote || ['天津OTC', '“碳汇宝”平台'].includes(quote)),
  Agency: (node, quote) => 'name' in node && node.name === quote,
};

test.each(Object.keys(HELD))('the evidence of every %s contains its value', (label) => {
  const ofLabel = proved.filter(({ to }) => labelOf(to.id as NodeId) === label);
  expect(ofLabel.length).toBeGreaterThan(0);
  const wrong = ofLabel.flatMap(({ to, edge, quotes }) =>
    quotes.filter(({ quote }) => !HELD[label]?.(to, quote, reading.node(edge.from) as ReformItemNode)),
  );
  expect(wrong).toEqual([]);
});

test('a stated fact belongs to one item: one edge leads to it, and its id gives its position', () => {
  const stated = reading.edges('STATES');
  expect(new Set(stated.map(({ to }) => to)).size).toBe(stated.length);
  for (const { from, to, properties } of stated) {
    const [field] = properties.evidenceFields as string[];
    const [[start], [end]] = [properties.evidenceStarts as number[], properties.evidenceEnds as number[]];
    const code = from.slice('ReformItem:'.length);
    expect(to).toBe(`${labelOf(to as NodeId)}:${code}:${field}:${start}-${end}`);
  }
});

test('subjects and events are words of the text as well', () => {
  for (const { edge, to } of proved) {
    const { title, content } = reading.node(edge.from) as ReformItemNode;
    const text = `${title}\n${content}`;
    if ('subject' in to) expect(text).toContain(to.subject);
    if ('event' in to) expect(text).toContain(to.event);
  }
});

test('positions sort facts in reading order: by item, title before content, then by position in the text', () => {
  const stated = reading.edges('STATES').map(({ from, to, properties }) => {
    const [start] = properties.evidenceStarts as number[];
    const column = (properties.evidenceFields as string[])[0] === 'TITLE' ? 0 : 1;
    const number = Number(from.split('-').at(-1));
    const node = reading.node(to);
    return {
      position: 'position' in node ? node.position : '',
      whereInText: [number, column, start ?? -1] as const,
    };
  });
  const byPlace = [...stated].sort(
    (a, b) =>
      a.whereInText[0] - b.whereInText[0] ||
      a.whereInText[1] - b.whereInText[1] ||
      a.whereInText[2] - b.whereInText[2],
  );
  const byPosition = [...stated].sort((a, b) => (a.position < b.position ? -1 : 1));
  expect(byPosition.map(({ position }) => position)).toEqual(byPlace.map(({ position }) => position));
});
