import type { GraphDocument } from '../domain/graph-document.ts';
import { factLabels, type Label } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import type { Warning } from '../ingest/warnings.ts';
import type { Changes } from '../store/load/diff-graph.ts';
import type { ImportOutcome } from '../store/load/import-document.ts';

/** The contents of a bulletin, and the changes that its import made. */
export interface ImportReport {
  readonly file: string;
  readonly batch: string;
  readonly items: number;
  /** Only the responsible agencies, without those that the text only mentions. */
  readonly agencies: { readonly total: number; readonly new: number; readonly known: number };
  /** The number of nodes that the bulletin names or states beside its items, by label. */
  readonly facts: Readonly<Record<string, number>>;
  /** The number of relationships of each type that the bulletin states. */
  readonly relationships: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
  /** Absent if no import ran, as in `validate`. */
  readonly changes?: {
    readonly changed: boolean;
    readonly graphVersion: number;
    readonly nodes: ChangeCounts;
    readonly relationships: ChangeCounts;
  };
}

interface ChangeCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

const FACT_LABELS: readonly Label[] = [...factLabels, 'PolicyDocument', 'Organization'];

const countChanges = ({ added, updated, removed }: Changes<unknown>): ChangeCounts => ({
  added: added.length,
  updated: updated.length,
  removed: removed.length,
});

export function toReport(
  file: string,
  document: GraphDocument,
  warnings: readonly Warning[],
  outcome?: ImportOutcome,
): ImportReport {
  const responsible = document.relationships.filter(({ type }) => type === 'RESPONSIBLE_FOR');
  const agencies = [...new Set(responsible.map(({ from }) => from))];
  const known = agencies.filter((id) => outcome?.knownBefore.has(id) ?? false).length;
  const facts = Object.fromEntries(
    FACT_LABELS.map((label) => [
      label,
      document.nodes.filter(({ id }) => labelOf(id as NodeId) === label).length,
    ]),
  );
  const relationships: Record<string, number> = {};
  for (const { type } of document.relationships) relationships[type] = (relationships[type] ?? 0) + 1;
  return {
    file,
    batch: document.batchId.slice('Batch:'.length),
    items: document.nodes.filter(({ id }) => id.startsWith('ReformItem:')).length,
    agencies: { total: agencies.length, new: agencies.length - known, known },
    facts,
    relationships,
    warnings,
    ...(outcome
      ? {
          changes: {
            changed: outcome.changed,
            graphVersion: outcome.graphVersion,
            nodes: countChanges(outcome.difference.nodes),
            relationships: countChanges(outcome.difference.relationships),
          },
        }
      : {}),
  };
}

export function reportLines(report: ImportReport): string[] {
  const { agencies, changes } = report;
  const counts = ({ added, updated, removed }: ChangeCounts): string =>
    `${added} added, ${updated} updated, ${removed} removed`;
  return [
    `${report.file}: batch ${report.batch}`,
    `  ${report.items} items, ${agencies.total} agencies${changes ? ` (${agencies.new} new, ${agencies.known} known)` : ''}`,
    `  ${Object.entries(report.facts)
      .map(([label, count]) => `${count} ${label}`)
      .join(', ')}`,
    ...Object.entries(report.relationships).map(([type, count]) => `  ${String(count).padStart(5)}  ${type}`),
    ...report.warnings.map(
      ({ file, line, column, text, message, fix }) =>
        `  warning ${file}:${line}:${column}: ${message} 「${text}」 — ${fix}`,
    ),
    ...(changes === undefined
      ? ['  nothing was written']
      : changes.changed
        ? [
            `  nodes: ${counts(changes.nodes)}`,
            `  relationships: ${counts(changes.relationships)}`,
            `  graph version ${changes.graphVersion}`,
          ]
        : [`  no change; graph version ${changes.graphVersion}`]),
  ];
}
