import type { Span } from '../domain/evidence.ts';
import { appendTo } from '../domain/group-by.ts';
import { type Phrase, PhraseFinder } from './find-phrases.ts';
import type { BulletinRow } from './read-bulletin.ts';
import type { ZoneEntry } from './vocabulary-entries.ts';

/**
 * Finds the zones that an item names, with every place. A zone name inside the name of an agency or a document is
 * evidence too (机场片区市场监督管理局; 《天津滨海高新区关于…》), and so is a zone name among the responsible agencies.
 * The words of `notIn` are not evidence (天津自贸试验区行政审批局).
 */
export function zoneFinder(zones: readonly ZoneEntry[]): (row: BulletinRow) => Map<ZoneEntry, Span[]> {
  const finder = new PhraseFinder<ZoneEntry>(
    zones.flatMap((zone): Phrase<ZoneEntry>[] => [
      ...[zone.name, ...zone.aliases].map((words) => ({ words, meaning: zone })),
      ...zone.notIn.map((words) => ({ words, meaning: null })),
    ]),
  );
  return (row) => {
    const found = new Map<ZoneEntry, Span[]>();
    const fields = [
      ['TITLE', row.title],
      ['CONTENT', row.content],
      ['AGENCIES', row.responsible],
    ] as const;
    for (const [field, text] of fields) {
      for (const { meaning, start, end } of finder.find(text))
        appendTo(found, meaning, { field, start, end });
    }
    return found;
  };
}
