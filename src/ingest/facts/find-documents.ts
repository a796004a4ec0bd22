import type { Span } from '../../domain/evidence.ts';
import type { CitedDocument } from './facts.ts';
import type { Range } from './sentences.ts';

/** 《…》, from mark to mark, an outer one before those within it. A mark without its other is left out. */
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

/** A short title that the text itself gives: 《…办法》（以下简称《办法》）. */
const SHORT = /^[（(](?:以下)?(?:简称|下称)$/;

/**
 * The documents of an item, each once with all its places: consecutive (《…操作指引》《…操作指引》, item 8) and nested
 * ones each count. A short title that the text gives is another place of the full one.
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
