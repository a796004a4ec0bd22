import { type Days, daysOf } from '../../domain/days.ts';
import { SOURCE_FIELDS, type Span, toEvidenceProperties } from '../../domain/evidence.ts';
import type { Label } from '../../domain/model.ts';
import { type NodeId, nodeId } from '../../domain/node-id.ts';
import type { FigureNode, FirstClaimNode, MilestoneNode, ReformItemNode } from '../../domain/nodes.ts';
import type { GraphBuilder } from '../graph-builder.ts';
import { pinyinSortKey } from '../sort-key.ts';
import type { ItemFacts, Milestone } from './facts.ts';

/**
 * Adds what an item states, cites and mentions, each with its evidence. All items that name a document or organization
 * share one node. Claims, figures and milestones belong to one item; their id is the place of their first evidence.
 * @param agencyKeyOf returns the key of the agency with this name
 */
export function addFacts(
  graph: GraphBuilder,
  item: ReformItemNode,
  facts: ItemFacts,
  agencyKeyOf: (name: string) => string,
): void {
  for (const { spans, ...claim } of facts.firstClaims) {
    const own: FirstClaimNode = { ...ownOf('FirstClaim', item, spans), ...claim };
    graph.join('STATES', item.id, graph.add(own), toEvidenceProperties(spans));
  }
  for (const { spans, ...figure } of facts.figures) {
    const own: FigureNode = { ...ownOf('Figure', item, spans), ...figure };
    graph.join('STATES', item.id, graph.add(own), toEvidenceProperties(spans));
  }
  for (const { spans, ...milestone } of facts.milestones) {
    const own: MilestoneNode = {
      ...ownOf('Milestone', item, spans),
      ...milestone,
      ...daysOfMilestone(milestone),
    };
    graph.join('STATES', item.id, graph.add(own), toEvidenceProperties(spans));
  }
  for (const { title, spans } of facts.documents) {
    const id = nodeId('PolicyDocument', title);
    if (!graph.has(id)) graph.add({ id, title, pinyin: pinyinSortKey(title) });
    graph.join('CITES', item.id, id, toEvidenceProperties(spans));
  }
  for (const { name, kind, shortNames, spans } of facts.organizations) {
    const id = nodeId('Organization', name);
    if (!graph.has(id)) graph.add({ id, name, kind, pinyin: pinyinSortKey(name) });
    graph.join('MENTIONS', item.id, id, { ...toEvidenceProperties(spans), shortNames });
  }
  for (const { name, spans } of facts.mentionedAgencies) {
    graph.join('MENTIONS_AGENCY', item.id, graph.addAgency(agencyKeyOf(name)), toEvidenceProperties(spans));
  }
}

/** The first and last day. An interval ends with its end date; 底 applies to that end date. */
function daysOfMilestone({ date, endDate, part }: Omit<Milestone, 'spans'>): Days {
  const first = daysOf(date, endDate === undefined ? part : undefined);
  const last = endDate === undefined ? first : daysOf(endDate, part);
  if (first === null || last === null) throw new TypeError(`the calendar has no ${date} or ${endDate}`);
  return { firstDay: first.firstDay, lastDay: last.lastDay };
}

/** The id and the position of a node that belongs to one item. */
function ownOf(
  label: Label,
  item: ReformItemNode,
  [span]: readonly Span[],
): { id: NodeId; position: string } {
  if (span === undefined) throw new TypeError(`a ${label} of ${item.code} has no evidence`);
  const { field, start, end } = span;
  const column = SOURCE_FIELDS.indexOf(field);
  return {
    id: nodeId(label, `${item.code}:${field}:${start}-${end}`),
    position: `${item.position}-${column}-${String(start).padStart(6, '0')}`,
  };
}
