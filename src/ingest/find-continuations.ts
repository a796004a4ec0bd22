import type { Continuation } from '../domain/graph-document.ts';
import { nodeId } from '../domain/node-id.ts';
import { batchCodeOf, type Metadata } from './metadata.ts';
import type { Problems } from './problems.ts';
import type { BulletinRow } from './read-bulletin.ts';

interface ItemCode {
  readonly publisher: string;
  readonly batch: number;
  readonly number: number;
}

const MEND_OF = 'write the code of the earlier item, such as tj-6-3';

/**
 * Reads the metadata's `continues`. Only the graph can tell if the earlier items exist (check-continuations.ts).
 * Adds to `problems`: an item that the bulletin lacks, an `of` that is not in an earlier batch, a duplicate pair.
 */
export function findContinuations(
  metadata: Metadata,
  rows: readonly BulletinRow[],
  problems: Problems,
): Continuation[] {
  const numbers = new Set(rows.map(({ number }) => number));
  const known = new Set<string>();
  const { file, continues, locationOf } = metadata;
  return continues.flatMap(({ item, of }, index) => {
    const refuse = (key: 'item' | 'of', text: string, message: string, fix: string): [] => {
      problems.add({ file, ...locationOf(['continues', index, key]), text, message, fix });
      return [];
    };
    const [later, earlier] = [parse(item), parse(of)];
    if (!isOf(later, metadata) || !numbers.has(later.number)) {
      const fix = `write the code of one of its items, such as ${batchCodeOf(metadata)}-1`;
      return refuse('item', item, 'this bulletin has no such item', fix);
    }
    if (item === of) return refuse('of', of, 'the item would continue itself', MEND_OF);
    if (earlier.publisher === later.publisher && earlier.batch >= later.batch) {
      return refuse('of', of, `${earlier.publisher}-${earlier.batch} is no earlier batch`, MEND_OF);
    }
    if (known.has(`${item} ${of}`)) return refuse('of', of, `${item} continues it already`, 'keep it once');
    known.add(`${item} ${of}`);
    return [
      {
        from: nodeId('ReformItem', item),
        to: nodeId('ReformItem', of),
        location: { file, ...locationOf(['continues', index, 'of']) },
      },
    ];
  });
}

const isOf = ({ publisher, batch }: ItemCode, metadata: Metadata): boolean =>
  publisher === metadata.publisher.code && batch === metadata.batch;

/** The schema of the metadata has already checked the form of the code. */
function parse(code: string): ItemCode {
  const [publisher = '', batch, number] = code.split('-');
  return { publisher, batch: Number(batch), number: Number(number) };
}
