import { basename } from 'node:path';
import { toEvidenceProperties } from '../domain/evidence.ts';
import type { GraphDocument, GraphRelationship, Properties } from '../domain/graph-document.ts';
import type { RelationshipType } from '../domain/model.ts';
import { nodeId } from '../domain/node-id.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import { themeFinder } from './find-themes.ts';
import { zoneFinder } from './find-zones.ts';
import type { Metadata } from './metadata.ts';
import type { Problems } from './problems.ts';
import type { BulletinRow } from './read-bulletin.ts';
import { AgencyDirectory, type ResponsibleAgency } from './resolve-agencies.ts';
import { pinyinSortKey } from './sort-key.ts';
import { type DomainEntry, keyOf, type RegionEntry, type Vocabulary, type ZoneEntry } from './vocabulary.ts';

/** Something a person should look at; the import goes on without it. */
export interface Warning {
  readonly code: 'UNKNOWN_AGENCY' | 'NO_THEME';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
  readonly mend: string;
}

/**
 * All that a bulletin says, as a graph; the same rows and vocabulary always give the same document.
 * What can't be said of a row is added to `problems`, and so is a total that the metadata doesn't vouch for.
 */
export function buildDocument(
  file: string,
  rows: readonly BulletinRow[],
  metadata: Metadata,
  vocabulary: Vocabulary,
  problems: Problems,
): { document: GraphDocument; warnings: Warning[] } {
  const builder = new DocumentBuilder(file, metadata, vocabulary, problems);
  for (const row of rows) builder.addItem(row);
  return builder.finish();
}

class DocumentBuilder {
  readonly #file: string;
  readonly #metadata: Metadata;
  readonly #vocabulary: Vocabulary;
  readonly #directory: AgencyDirectory;
  readonly #findZones: ReturnType<typeof zoneFinder>;
  readonly #findThemes: ReturnType<typeof themeFinder>;
  readonly #nodes = new Map<string, AnyNode>();
  readonly #relationships = new Map<string, GraphRelationship>();
  readonly #warnings: Warning[] = [];
  readonly #problems: Problems;
  readonly #batch: NodeOf<'Batch'>;

  constructor(file: string, metadata: Metadata, vocabulary: Vocabulary, problems: Problems) {
    this.#file = file;
    this.#metadata = metadata;
    this.#vocabulary = vocabulary;
    this.#directory = new AgencyDirectory(vocabulary.agencies);
    this.#findZones = zoneFinder(vocabulary.zones);
    this.#findThemes = themeFinder(vocabulary.domains);
    this.#problems = problems;
    const code = `${metadata.publisher.code}-${metadata.batch}`;
    this.#batch = {
      id: nodeId('Batch', code),
      code,
      number: metadata.batch,
      title: metadata.title,
      publisher: metadata.publisher.name,
      fileName: basename(file),
      sha256: metadata.sha256,
    };
    this.#add(this.#batch);
  }

  addItem(row: BulletinRow): void {
    const { publisher, batch } = this.#metadata;
    const code = `${publisher.code}-${batch}-${row.number}`;
    const agencies = this.#directory.resolve(row.responsible);
    const id = this.#add({
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
    } satisfies NodeOf<'ReformItem'>);
    this.#join('PUBLISHED_IN', id, this.#batch.id, {});
    const seen = new Set<string>();
    for (const agency of agencies) {
      if (seen.has(agency.key)) this.#refuseDouble(row, agency);
      else this.#addResponsibility(row, id, agency);
      seen.add(agency.key);
    }
    this.#addScope(row, id);
    for (const [zone, spans] of this.#findZones(row)) {
      this.#join('PILOTED_IN', id, this.#addZone(zone), toEvidenceProperties(spans));
    }
    const themes = this.#findThemes(row);
    for (const [theme, spans] of themes) {
      this.#join('HAS_THEME', id, this.#addTheme(theme), toEvidenceProperties(spans));
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
  }

  finish(): { document: GraphDocument; warnings: Warning[] } {
    const relationships = [...this.#relationships.values()];
    const nodes = [...this.#nodes.values()];
    const responsibilities = relationships.filter(({ type }) => type === 'RESPONSIBLE_FOR');
    const found = {
      agencies: new Set(responsibilities.map(({ from }) => from)).size,
      responsibilities: responsibilities.length,
    };
    const complete = this.#problems.isEmpty;
    for (const key of ['agencies', 'responsibilities'] as const) {
      const expected = this.#metadata.expected[key];
      if (complete && found[key] !== expected) {
        const message = `${expected} ${key} are expected and ${found[key]} were found`;
        const mend = `look for names joined or split in 负责单位, or correct expected.${key} in ${this.#metadata.file}`;
        this.#problems.add({ message, mend });
      }
    }
    return { document: { batchId: this.#batch.id, nodes, relationships }, warnings: this.#warnings };
  }

  #addResponsibility(row: BulletinRow, itemId: string, agency: ResponsibleAgency): void {
    const { key, entry, printedName, order, span } = agency;
    if (entry === undefined) {
      const nearest = this.#directory.nearest(printedName);
      const mend = `${nearest.length > 0 ? `one of ${nearest.join(', ')}? ` : ''}add it to seeds/agencies.yaml`;
      const column = row.columnOf.responsible + span.start;
      this.#warn(
        'UNKNOWN_AGENCY',
        row,
        column,
        printedName,
        'not in the vocabulary of agencies; kept as printed',
        mend,
      );
    }
    const agencyId = this.#addAgency(key);
    this.#join('RESPONSIBLE_FOR', agencyId, itemId, { ...toEvidenceProperties([span]), order });
  }

  #refuseDouble(row: BulletinRow, { printedName, span }: ResponsibleAgency): void {
    this.#problems.add({
      line: row.line,
      column: row.columnOf.responsible + span.start,
      text: printedName,
      message: 'the same agency stands twice in 负责单位',
      mend: 'keep it once',
    });
  }

  #addScope(row: BulletinRow, itemId: string): void {
    if (row.scope === '') return; // a problem already
    const { regions } = this.#vocabulary;
    const region = regions.find(({ name, aliases }) => name === row.scope || aliases.includes(row.scope));
    if (region === undefined) {
      const mend = `one of ${regions.map(({ name }) => name).join(', ')}, or add it to seeds/regions.yaml`;
      const place = { line: row.line, column: row.columnOf.scope, text: row.scope };
      this.#problems.add({ ...place, message: '推广范围 is not known', mend });
      return;
    }
    const span = { field: 'SCOPE', start: 0, end: row.scope.length } as const;
    this.#join('PROMOTED_TO', itemId, this.#addRegion(region), toEvidenceProperties([span]));
  }

  #addAgency(key: string): string {
    const id = nodeId('Agency', key);
    if (this.#nodes.has(id)) return id;
    const entry = this.#vocabulary.agencies.find((candidate) => keyOf(candidate) === key);
    this.#add({
      id,
      name: entry?.name ?? key,
      aliases: entry?.aliases ?? [],
      kind: entry?.kind ?? 'UNLISTED',
      level: entry?.level ?? 'UNLISTED',
      pinyin: pinyinSortKey(entry?.name ?? key),
    } satisfies NodeOf<'Agency'>);
    const parent = this.#vocabulary.agencies.find(({ name }) => name === entry?.partOf);
    if (parent) this.#join('PART_OF', id, this.#addAgency(keyOf(parent)), {});
    const administered = this.#vocabulary.zones.filter(
      ({ authority }) => authority !== undefined && authority === entry?.name,
    );
    for (const zone of administered) this.#join('ADMINISTERS', id, this.#addZone(zone), {});
    return id;
  }

  #addZone(zone: ZoneEntry): string {
    const { name, aliases, kind } = zone;
    const id = this.#add({
      id: nodeId('PilotZone', keyOf(zone)),
      name,
      aliases,
      kind,
      pinyin: pinyinSortKey(name),
    });
    const whole = this.#vocabulary.zones.find((candidate) => candidate.name === zone.partOf);
    if (whole) this.#join('PART_OF', id, this.#addZone(whole), {});
    return id;
  }

  #addTheme(theme: Omit<DomainEntry, 'themes'>): string {
    const { name, aliases } = theme;
    const id = this.#add({ id: nodeId('Theme', keyOf(theme)), name, aliases, pinyin: pinyinSortKey(name) });
    const domain = this.#vocabulary.domains.find(({ themes }) => themes.some((member) => member === theme));
    if (domain) this.#join('NARROWER_THAN', id, this.#addTheme(domain), {});
    return id;
  }

  #addRegion(region: RegionEntry): string {
    const { name, aliases } = region;
    return this.#add({ id: nodeId('Region', keyOf(region)), name, aliases });
  }

  #add(node: AnyNode): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
    return node.id;
  }

  #join(type: RelationshipType, from: string, to: string, properties: Properties): void {
    this.#relationships.set(`${type} ${from} ${to}`, { type, from, to, properties });
  }

  #warn(
    code: Warning['code'],
    row: BulletinRow,
    at: number | keyof BulletinRow['columnOf'],
    text: string,
    message: string,
    mend: string,
  ): void {
    const column = typeof at === 'number' ? at : row.columnOf[at];
    this.#warnings.push({ code, file: this.#file, line: row.line, column, text, message, mend });
  }
}
