import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { evidenceProperties, SOURCE_FIELDS, type Span, toSpans } from '../../../src/domain/evidence.ts';
import type { GraphDocument, GraphRelationship } from '../../../src/domain/graph-document.ts';
import type { RelationshipType } from '../../../src/domain/model.ts';
import type { ReformItemNode } from '../../../src/domain/nodes.ts';
import { readGraphDocument } from '../../../src/ingest/read-graph-document.ts';
import { readVocabulary } from '../../../src/ingest/vocabulary.ts';

export const SEEDS = join(import.meta.dirname, '../../../seeds');
export const BULLETIN = join(SEEDS, 'tianjin-7.txt');

const found = z.strictObject({ name: z.string(), quote: z.string(), field: z.enum(SOURCE_FIELDS) });
const fixtureSchema = z.object({
  agencies: z.int(),
  responsibilities: z.int(),
  itemsWithOneAgency: z.int(),
  itemsWithTwo: z.int(),
  itemsWithFour: z.int(),
  regions: z.record(z.string(), z.int()),
  jingjinji: z.array(z.int()),
  agencyItems: z.record(z.string(), z.array(z.int())),
  zoneItems: z.record(z.string(), z.array(z.int())),
  itemsWithoutZone: z.array(z.int()),
  themeItems: z.record(z.string(), z.array(z.int())),
  items: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      agencies: z.array(z.string()),
      region: z.string(),
      zones: z.array(found),
      themes: z.array(found),
    }),
  ),
});

/** The manual reading of the bulletin. */
export const expected = fixtureSchema.parse(
  parse(readFileSync(join(import.meta.dirname, '../../fixtures/tianjin-7.yaml'), 'utf8')),
);

export const readSeedVocabulary = () => readVocabulary(SEEDS);

/** The program’s reading of the bulletin. */
export const readTianjin7 = () => readGraphDocument(BULLETIN, readSeedVocabulary());

/** A document with simple lookups for tests. */
export class Reading {
  readonly document: GraphDocument;

  constructor(document: GraphDocument) {
    this.document = document;
  }

  edges(type: RelationshipType): GraphRelationship[] {
    return this.document.relationships.filter((edge) => edge.type === type);
  }

  item(number: number): ReformItemNode {
    return this.node(`ReformItem:tj-7-${number}`) as ReformItemNode;
  }

  node(id: string): GraphDocument['nodes'][number] {
    const node = this.document.nodes.find((each) => each.id === id);
    if (node === undefined) throw new Error(`there is no ${id}`);
    return node;
  }

  nameOf(id: string): string {
    const node = this.node(id);
    if (!('name' in node)) throw new Error(`${id} has no name`);
    return node.name;
  }

  /** Names at the far end of an item’s edges of a type, with the evidence words of each. */
  found(number: number, type: 'PILOTED_IN' | 'HAS_THEME' | 'PROMOTED_TO'): Map<string, Quote[]> {
    const { id } = this.item(number);
    const edges = this.edges(type).filter(({ from }) => from === id);
    return new Map(edges.map((edge) => [this.nameOf(edge.to), this.quotes(id, edge)]));
  }

  quotes(itemId: string, edge: GraphRelationship): Quote[] {
    const item = this.node(itemId) as ReformItemNode;
    return toSpans(evidenceProperties.parse(pickEvidence(edge))).map((span) => quoteOf(item, span));
  }
}

export interface Quote {
  readonly field: Span['field'];
  readonly quote: string;
}

const pickEvidence = ({ properties }: GraphRelationship) => ({
  evidenceFields: properties.evidenceFields,
  evidenceStarts: properties.evidenceStarts,
  evidenceEnds: properties.evidenceEnds,
});

/** The field of the item that a span refers to. */
export const fieldText = (item: ReformItemNode, field: Span['field']): string =>
  ({ TITLE: item.title, CONTENT: item.content, SCOPE: item.scopeText, AGENCIES: item.agenciesText })[field];

export const quoteOf = (item: ReformItemNode, { field, start, end }: Span): Quote => ({
  field,
  quote: fieldText(item, field).slice(start, end),
});
