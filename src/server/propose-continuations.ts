import { stringify } from 'yaml';
import type { GraphDocument } from '../domain/graph-document.ts';
import type { ReformItemNode } from '../domain/nodes.ts';
import { openSearchIndex } from '../features/search/open-search.ts';
import { previewImport } from '../snapshot/advance/preview-import.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import type { Store } from '../store/store.ts';

/** The maximum number of earlier items proposed for one item. */
const MAX_PROPOSALS = 3;

/** An earlier item that an item of the bulletin may continue, and the similarities between the two. */
export interface Proposal {
  readonly item: string;
  readonly title: string;
  readonly of: string;
  readonly ofTitle: string;
  /** The sum of value × weight over the reasons, 0 to 1. */
  readonly score: number;
  readonly reasons: readonly {
    readonly aspect: string;
    readonly value: number;
    readonly shared?: readonly string[];
  }[];
}

/**
 * Finds the most similar items (src/features/similar) for each item of the bulletin, in its publisher's earlier batches
 * and in all batches of other publishers. Leaves out items that the metadata already continues. Writes nothing.
 * @param minScore 0 to 1
 */
export async function proposeContinuations(
  store: Store,
  document: GraphDocument,
  minScore: number,
): Promise<Proposal[]> {
  const snapshot = await previewImport(await readSnapshot(store), document);
  const [index, { similarItems }] = await Promise.all([
    openSearchIndex(snapshot),
    import('../features/similar/similar-items.ts'),
  ]);
  const known = new Set(document.continuations.map(({ from, to }) => `${from} ${to}`));
  const items = document.nodes.filter((node): node is ReformItemNode => 'agenciesText' in node);
  return items.flatMap((item) =>
    similarItems(index, snapshot.indexOf(item.id) as number, snapshot.ofLabel('ReformItem').length)
      .filter(
        (other) =>
          other.score >= minScore && isEarlier(other.item, item) && !known.has(`${item.id} ${other.item.id}`),
      )
      .slice(0, MAX_PROPOSALS)
      .map(({ item: other, score, parts, ...shared }) => {
        const names: Readonly<Record<string, readonly string[]>> = {
          AGENCIES: shared.sharedAgencies.map(({ name }) => name),
          THEMES: shared.sharedThemes.map(({ name }) => name),
          ZONES: shared.sharedZones.map(({ name }) => name),
          DOCUMENTS: shared.sharedDocuments.map(({ title }) => title),
        };
        return {
          ...{ item: item.code, title: item.title, of: other.code, ofTitle: other.title, score },
          reasons: parts
            .filter(({ value }) => value > 0)
            .map(({ aspect, value }) => ({
              aspect,
              value,
              ...(names[aspect] ? { shared: names[aspect] } : {}),
            })),
        };
      }),
  );
}

/** Positions of one publisher sort by batch. Which of two publishers was earlier is unknown, so both orders count. */
function isEarlier(other: ReformItemNode, item: ReformItemNode): boolean {
  const [a, b] = [other, item].map(({ position }) => position.split('-')) as [string[], string[]];
  return a[0] !== b[0] || (a[1] as string) < (b[1] as string);
}

/** A line for each proposal, its reasons, and the metadata to add once a person has confirmed it. */
export function proposalLines(file: string, proposals: readonly Proposal[]): string[] {
  if (proposals.length === 0) return [`${file}: no earlier item is like one of these`];
  return [
    ...proposals.flatMap(({ item, title, of, ofTitle, score, reasons }) => [
      `${score.toFixed(2)}  ${item} ${title}  ←  ${of} ${ofTitle}`,
      `      ${reasons
        .map(
          ({ aspect, value, shared }) =>
            `${aspect} ${value.toFixed(2)}${shared ? ` (${shared.join(', ')})` : ''}`,
        )
        .join('; ')}`,
    ]),
    '',
    'Keep those that are right, in the metadata beside the bulletin:',
    stringify({ continues: proposals.map(({ item, of }) => ({ item, of })) }).trimEnd(),
  ];
}
