import { labels, RELATIONSHIPS, relationshipTypes } from '../../../src/domain/model.ts';
import { labelOf, type NodeId, parseNodeId } from '../../../src/domain/node-id.ts';
import { nodeSchemas } from '../../../src/domain/nodes.ts';
import { relationshipSchemas } from '../../../src/domain/relationships.ts';
import { readTianjin7 } from './tianjin-7.ts';

const { document } = readTianjin7();
const ids = document.nodes.map(({ id }) => id);

/**
 * 23 agencies are responsible for items, 15 more are only named (mentioned-agencies.test.ts). 30 themes are in 9
 * domains. Documents, organizations, claims, figures and milestones are those of the tables in facts/.
 */
test('has 288 nodes and no duplicate id', () => {
  const counts = Object.fromEntries(
    labels.map((label) => [label, ids.filter((id) => labelOf(id as NodeId) === label).length]),
  );
  expect(counts).toEqual({
    ...{ ReformItem: 43, Agency: 23 + 15, PilotZone: 6, Theme: 30 + 9, Region: 2, Batch: 1 },
    ...{ PolicyDocument: 8, Organization: 60, FirstClaim: 25, Figure: 45, Milestone: 21 },
  });
  expect(new Set(ids).size).toBe(288);
  expect(ids).toHaveLength(288);
});

test('every node has an id with its label, and the properties of its schema', () => {
  for (const node of document.nodes) {
    const parts = parseNodeId(node.id);
    expect(parts).not.toBeNull();
    if (parts) expect(nodeSchemas[parts.label].strict().parse(node)).toEqual(node);
  }
});

/** Relationship types that need two bulletins, or a vocabulary entry that the seventh does not use. */
const NOT_IN_ONE = ['CONTINUES', 'MERGED_INTO'];

test('two nodes have at most one relationship of each type, and all types of the model occur', () => {
  const keys = document.relationships.map(({ type, from, to }) => `${type} ${from} ${to}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...new Set(document.relationships.map(({ type }) => type))].sort()).toEqual(
    relationshipTypes.filter((type) => !NOT_IN_ONE.includes(type)).sort(),
  );
});

test('both ends of every relationship are nodes of the document, with labels that the model allows', () => {
  const known = new Set(ids);
  for (const { type, from, to } of document.relationships) {
    expect([from, to].filter((id) => !known.has(id as (typeof ids)[number]))).toEqual([]);
    const ends = [labelOf(from as NodeId), labelOf(to as NodeId)];
    expect(RELATIONSHIPS[type].ends).toContainEqual(ends);
  }
});

test('every relationship has the properties of its schema', () => {
  for (const { type, properties } of document.relationships) {
    expect(relationshipSchemas[type].parse(properties)).toEqual(properties);
  }
});

test('every span lies within its field, and the three lists of an edge have the same length', () => {
  for (const { properties } of document.relationships) {
    if (properties.evidenceFields === undefined) continue;
    const { evidenceFields, evidenceStarts, evidenceEnds } = properties as Record<string, number[]>;
    expect(evidenceStarts).toHaveLength(evidenceFields?.length ?? 0);
    expect(evidenceEnds).toHaveLength(evidenceFields?.length ?? 0);
    for (const [index, start] of (evidenceStarts ?? []).entries()) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(evidenceEnds?.[index]).toBeGreaterThan(start);
    }
  }
});

test('reading it again gives the same document', () => {
  expect(readTianjin7().document).toEqual(document);
});
