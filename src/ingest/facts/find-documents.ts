import type { Span } from '../../domain/evidence.ts';
import type { CitedDocument } from './facts.ts';
import type { Range } from './sentences.ts';

/** The places of 《…》, including the marks. An outer pair comes before its inner pairs. Skips unpaired marks. */
export function findDocumentMarks(text: string): Range[] {
  const open: number[] = [];
  const found: Range[] = [];
  for (const { index, 0: mark } of text.matchAll(/[《》〈〉]/g)) {
    if (mark === '《' || mark === '〈') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) found.push({ start, end: index + 1 });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words before a short title that the text itself defines: 《…办法》（以下简称《办法》）. */
const SHORT = /^[（(](?:以下)?(?:简称|下称)$/;

/**
 * The documents of an item, each once, with all its places. Consecutive documents (《…操作指引》《…操作指引》, item 8)
 * and nested ones count separately. A short title that the text defines counts as a place of the full title.
 */
export function findDocuments(
  fields: readonly {
    readonly field: Span['field'];
    readonly text: string;
    readonly documents: readonly Range[];
  }[],
): CitedDocument[] {
  const spans = new Map<string, Span[]>();
  const fullTitles = new Map<string, string>();
  for (const { field, text, documents } of fields) {
    for (const [index, { start, end }] of documents.entries()) {
      const title = text.slice(start + 1, end - 1);
      const before = documents.slice(0, index).findLast((other) => other.end <= start);
      if (before && SHORT.test(text.slice(before.end, start))) {
        fullTitles.set(title, text.slice(before.start + 1, before.end - 1));
      }
      const full = fullTitles.get(title) ?? title;
      spans.set(full, [...(spans.get(full) ?? []), { field, start, end }]);
    }
  }
  return [...spans].map(([title, places]) => ({ title, spans: places }));
}
