import { basename } from 'node:path';
import { toEvidenceProperties } from '../domain/evidence.ts';
import type { Continuation, GraphDocument } from '../domain/graph-document.ts';
import { nodeId } from '../domain/node-id.ts';
import type { NodeOf, ReformItemNode } from '../domain/nodes.ts';
import { checkTotals } from './check-totals.ts';
import { addFacts } from './facts/add-facts.ts';
import { FactReader } from './facts/read-facts.ts';
import { describeUnread } from './facts/unread-warnings.ts';
import { findContinuations } from './find-continuations.ts';
import { themeFinder } from './find-themes.ts';
import { zoneFinder } from './find-zones.ts';
import { GraphBuilder } from './graph-builder.ts';
import { batchCodeOf, type Metadata } from './metadata.ts';
import type { Problems } from './problems.ts';
import { type BulletinRow, columnIn } from './read-bulletin.ts';
import { AgencyDirectory, type ResponsibleAgency } from './resolve-agencies.ts';
import { pinyinSortKey } from './sort-key.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Warning } from './warnings.ts';

export interface ReadDocument {
  readonly document: GraphDocument;
  readonly warnings: readonly Warning[];
}

/**
 * Builds the graph of a bulletin. The same rows and vocabulary always give the same document.
 * Adds errors in a row to `problems`, and also totals that differ from the metadata.
 * Yields after each row, since a large bulletin has many: the caller can do other work between the steps.
 */
export function* buildDocument(
  file: string,
  rows: readonly BulletinRow[],
  metadata: Metadata,
  vocabulary: Vocabulary,
  problems: Problems,
): Generator<undefined, ReadDocument> {
  const builder = new DocumentBuilder(file, metadata, vocabulary, problems);
  for (const row of rows) {
    builder.addItem(row);
    yield;
  }
  builder.addContinuations(findContinuations(metadata, rows, problems));
  return builder.finish();
}

class DocumentBuilder {
  readonly #file: string;
  readonly #metadata: Metadata;
  readonly #vocabulary: Vocabulary;
  readonly #directory: AgencyDirectory;
  readonly #findZones: ReturnType<typeof zoneFinder>;
  readonly #findThemes: ReturnType<typeof themeFinder>;
  readonly #facts: FactReader;
  readonly #graph: GraphBuilder;
  readonly #warnings: Warning[] = [];
  readonly #continuations: Continuation[] = [];
  readonly #problems: Problems;
  readonly #batch: NodeOf<'Batch'>;

  constructor(file: string, metadata: Metadata, vocabulary: Vocabulary, problems: Problems) {
    this.#file = file;
    this.#metadata = metadata;
    this.#vocabulary = vocabulary;
    this.#directory = new AgencyDirectory(vocabulary.agencies, metadata.published);
    this.#findZones = zoneFinder(vocabulary.zones);
    this.#findThemes = themeFinder(vocabulary.domains);
    this.#facts = new FactReader(vocabulary, problems);
    this.#graph = new GraphBuilder(vocabulary);
    this.#problems = problems;
    const code = batchCodeOf(metadata);
    this.#batch = {
      id: nodeId('Batch', code),
      code,
      number: metadata.batch,
      title: metadata.title,
      publisher: metadata.publisher.name,
      fileName: basename(file),
      sha256: metadata.sha256,
      ...(metadata.published === undefined ? {} : { published: metadata.published }),
    };
    this.#graph.add(this.#batch);
  }

  addItem(row: BulletinRow): void {
    const { publisher, batch } = this.#metadata;
    const code = `${batchCodeOf(this.#metadata)}-${row.number}`;
    const agencies = this.#directory.resolve(row.responsible);
    const item: ReformItemNode = {
      id: nodeId('ReformItem', code),
      code,
      number: row.number,
      title: row.title,
      content: row.content,
      scopeText: row.scope,
      agenciesText: row.responsible,
      position: `${publisher.code}-${String(batch).padStart(4, '0')}-${String(row.number).padStart(6, '0')}`,
      titlePinyin: pinyinSortKey(row.title),
      agencyCount: agencies.length,
    };
    const id = this.#graph.add(item);
    this.#graph.join('PUBLISHED_IN', id, this.#batch.id, {});
    const seen = new Set<string>();
    for (const agency of agencies) {
      if (seen.has(agency.key)) this.#refuseDouble(row, agency);
      else this.#addResponsibility(row, id, agency);
      seen.add(agency.key);
    }
    this.#addScope(row, id);
    for (const [zone, spans] of this.#findZones(row)) {
      this.#graph.join('PILOTED_IN', id, this.#graph.addZone(zone), toEvidenceProperties(spans));
    }
    const themes = this.#findThemes(row);
    for (const [theme, spans] of themes) {
      this.#graph.join('HAS_THEME', id, this.#graph.addTheme(theme), toEvidenceProperties(spans));
    }
    if (themes.size === 0) {
      this.#warn(
        'NO_THEME',
        row,
        'title',
        row.title,
        'no theme is evidenced',
        'add a phrase of it to seeds/themes.yaml',
      );
    }
    this.#addFacts(row, item);
  }

  addContinuations(continuations: readonly Continuation[]): void {
    for (const { from, to } of continuations) this.#graph.join('CONTINUES', from, to, {});
    this.#continuations.push(...continuations);
  }

  finish(): ReadDocument {
    this.#facts.finish(this.#batch.code);
    const { nodes, relationships } = this.#graph;
    checkTotals(relationships, this.#metadata, this.#problems);
    return {
      document: { batchId: this.#batch.id, nodes, relationships, continuations: this.#continuations },
      warnings: this.#warnings,
    };
  }

  #addResponsibility(row: BulletinRow, itemId: string, agency: ResponsibleAgency): void {
    const { key, entry, printedName, order, span } = agency;
    if (entry === undefined) {
      const nearest = this.#directory.nearest(printedName);
      const fix = `${nearest.length > 0 ? `one of ${nearest.join(', ')}? ` : ''}add it to seeds/agencies.yaml`;
      const column = row.columnOf.responsible + span.start;
      this.#warn(
        'UNKNOWN_AGENCY',
        row,
        column,
        printedName,
        'not in the vocabulary of agencies; kept as printed',
        fix,
      );
    }
    const agencyId = this.#graph.addAgency(key);
    const properties = { ...toEvidenceProperties([span]), order, printedName };
    this.#graph.join('RESPONSIBLE_FOR', agencyId, itemId, properties);
  }

  #addFacts(row: BulletinRow, item: ReformItemNode): void {
    const { facts, unread } = this.#facts.read(row, item.code);
    addFacts(this.#graph, item, facts, (name) => this.#directory.keyOf(name));
    for (const { field, start, ...location } of unread) {
      const { code, text, message, fix } = describeUnread(field === 'TITLE' ? row.title : row.content, {
        start,
        ...location,
      });
      this.#warn(code, row, columnIn(row, field, start), text, message, fix);
    }
  }

  #refuseDouble(row: BulletinRow, { printedName, span }: ResponsibleAgency): void {
    this.#problems.add({
      line: row.line,
      column: row.columnOf.responsible + span.start,
      text: printedName,
      message: 'the same agency stands twice in 负责单位',
      fix: 'keep it once',
    });
  }

  #addScope(row: BulletinRow, itemId: string): void {
    if (row.scope === '') return; // already reported as a problem
    const { regions } = this.#vocabulary;
    const region = regions.find(({ name, aliases }) => name === row.scope || aliases.includes(row.scope));
    if (region === undefined) {
      const fix = `one of ${regions.map(({ name }) => name).join(', ')}, or add it to seeds/regions.yaml`;
      const location = { line: row.line, column: row.columnOf.scope, text: row.scope };
      this.#problems.add({ ...location, message: '推广范围 is not known', fix });
      return;
    }
    const span = { field: 'SCOPE', start: 0, end: row.scope.length } as const;
    this.#graph.join('PROMOTED_TO', itemId, this.#graph.addRegion(region), toEvidenceProperties([span]));
  }

  #warn(
    code: Warning['code'],
    row: BulletinRow,
    at: number | keyof BulletinRow['columnOf'],
    text: string,
    message: string,
    fix: string,
  ): void {
    const column = typeof at === 'number' ? at : row.columnOf[at];
    this.#warnings.push({ code, file: this.#file, line: row.line, column, text, message, fix });
  }
}
