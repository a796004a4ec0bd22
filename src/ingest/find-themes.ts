import type { Span } from '../domain/evidence.ts';
import { type Phrase, PhraseFinder } from './find-phrases.ts';
import type { BulletinRow } from './read-bulletin.ts';
import type { DomainEntry, ThemeEntry } from './vocabulary-entries.ts';

/**
 * The themes whose phrases an item's title or content holds, with every place. Themes are looked for one by one,
 * because one phrase may prove two: 数据知识产权质押融资 is both 数据知识产权 and 知识产权质押融资.
 */
export function themeFinder(domains: readonly DomainEntry[]): (row: BulletinRow) => Map<ThemeEntry, Span[]> {
  const finders = domains
    .flatMap(({ themes }) => themes)
    .map((theme) => ({
      theme,
      finder: new PhraseFinder<ThemeEntry>([
        ...theme.phrases.map((words): Phrase<ThemeEntry> => ({ words, meaning: theme })),
        ...theme.notIn.map((words): Phrase<ThemeEntry> => ({ words, meaning: null })),
      ]),
    }));
  return (row) => {
    const found = new Map<ThemeEntry, Span[]>();
    for (const { theme, finder } of finders) {
      // A look for the phrases by themselves is ten times as fast, and hardly any theme is in any item.
      if (!theme.phrases.some((words) => row.title.includes(words) || row.content.includes(words))) continue;
      const spans = [
        ...finder.find(row.title).map(({ start, end }): Span => ({ field: 'TITLE', start, end })),
        ...finder.find(row.content).map(({ start, end }): Span => ({ field: 'CONTENT', start, end })),
      ];
      if (spans.length > 0) found.set(theme, spans);
    }
    return found;
  };
}
