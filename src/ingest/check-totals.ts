import type { GraphRelationship } from '../domain/graph-document.ts';
import type { Metadata } from './metadata.ts';
import type { Problems } from './problems.ts';

/** Adds to `problems` each total that differs from the metadata. Skips the check if there are problems already. */
export function checkTotals(
  relationships: readonly GraphRelationship[],
  metadata: Metadata,
  problems: Problems,
): void {
  if (!problems.isEmpty) return;
  const responsibilities = relationships.filter(({ type }) => type === 'RESPONSIBLE_FOR');
  const found = {
    agencies: new Set(responsibilities.map(({ from }) => from)).size,
    responsibilities: responsibilities.length,
  };
  for (const key of ['agencies', 'responsibilities'] as const) {
    const expected = metadata.expected[key];
    if (found[key] === expected) continue;
    const message = `${expected} ${key} are expected and ${found[key]} were found`;
    const fix = `look for names joined or split in 负责单位, or correct expected.${key} in ${metadata.file}`;
    problems.add({ message, fix });
  }
}
