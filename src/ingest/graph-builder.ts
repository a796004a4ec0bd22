import type { GraphRelationship, Properties } from '../domain/graph-document.ts';
import type { RelationshipType } from '../domain/model.ts';
import { nodeId } from '../domain/node-id.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import { agencyHistory } from './agency-names.ts';
import { keyOf } from './check-names.ts';
import { pinyinSortKey } from './sort-key.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { DomainEntry, RegionEntry, ZoneEntry } from './vocabulary-entries.ts';

/** Collects nodes and relationships, each once. Adding a vocabulary entry also adds the entries it belongs to. */
export class GraphBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #nodes = new Map<string, AnyNode>();
  readonly #relationships = new Map<string, GraphRelationship>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get nodes(): AnyNode[] {
    return [...this.#nodes.values()];
  }

  get relationships(): GraphRelationship[] {
    return [...this.#relationships.values()];
  }

  /** Adds the node, unless one with its id exists. @returns the node's id */
  add(node: AnyNode): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
    return node.id;
  }

  /** Whether the node exists already; then the nodes added together with it do too. */
  has = (id: string): boolean => this.#nodes.has(id);

  join(type: RelationshipType, from: string, to: string, properties: Properties): void {
    this.#relationships.set(`${type} ${from} ${to}`, { type, from, to, properties });
  }

  addAgency(key: string): string {
    const id = nodeId('Agency', key);
    if (this.has(id)) return id;
    const entry = this.#vocabulary.agencies.find((candidate) => keyOf(candidate) === key);
    this.add({
      id,
      name: entry?.name ?? key,
      aliases: entry?.aliases ?? [],
      kind: entry?.kind ?? 'UNLISTED',
      level: entry?.level ?? 'UNLISTED',
      pinyin: pinyinSortKey(entry?.name ?? key),
      ...(entry ? agencyHistory(entry) : {}),
    } satisfies NodeOf<'Agency'>);
    const parent = this.#vocabulary.agencies.find(({ name }) => name === entry?.partOf);
    if (parent) this.join('PART_OF', id, this.addAgency(keyOf(parent)), {});
    // Add all agencies that were merged with this one, so that a search by any of their names finds the others.
    for (const other of this.#vocabulary.agencies) {
      if (entry === undefined) break;
      if (other.name === entry.mergedInto) this.join('MERGED_INTO', id, this.addAgency(keyOf(other)), {});
      if (other.mergedInto === entry.name) this.addAgency(keyOf(other));
    }
    const administered = this.#vocabulary.zones.filter(
      ({ authority }) => authority !== undefined && authority === entry?.name,
    );
    for (const zone of administered) this.join('ADMINISTERS', id, this.addZone(zone), {});
    return id;
  }

  addZone(zone: ZoneEntry): string {
    const { name, aliases, kind } = zone;
    const id = nodeId('PilotZone', keyOf(zone));
    if (this.has(id)) return id;
    this.add({ id, name, aliases, kind, pinyin: pinyinSortKey(name) });
    const whole = this.#vocabulary.zones.find((candidate) => candidate.name === zone.partOf);
    if (whole) this.join('PART_OF', id, this.addZone(whole), {});
    return id;
  }

  addTheme(theme: Omit<DomainEntry, 'themes'>): string {
    const { name, aliases } = theme;
    const id = nodeId('Theme', keyOf(theme));
    if (this.has(id)) return id;
    this.add({ id, name, aliases, pinyin: pinyinSortKey(name) });
    const domain = this.#vocabulary.domains.find(({ themes }) => themes.some((member) => member === theme));
    if (domain) this.join('NARROWER_THAN', id, this.addTheme(domain), {});
    return id;
  }

  addRegion(region: RegionEntry): string {
    const { name, aliases } = region;
    return this.add({ id: nodeId('Region', keyOf(region)), name, aliases });
  }
}
