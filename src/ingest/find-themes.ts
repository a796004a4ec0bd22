import type { Span } from '../domain/evidence.ts';
import { groupBy } from '../domain/group-by.ts';
import { type Phrase, PhraseFinder } from './find-phrases.ts';
import type { BulletinRow } from './read-bulletin.ts';
import type { DomainEntry, ThemeEntry } from './vocabulary-entries.ts';

/**
 * Finds the themes with a phrase in an item's title or content, with every place. It searches for each theme
 * separately, because the same words can prove two: 数据知识产权质押融资 is both 数据知识产权 and 知识产权质押融资.
 */
export function themeFinder(domains: readonly DomainEntry[]): (row: BulletinRow) => Map<ThemeEntry, Span[]> {
  const themes = domains.flatMap((domain) => domain.themes);
  const finders = new Map(
    themes.map((theme) => [
      theme,
      new PhraseFinder<ThemeEntry>([
        ...theme.phrases.map((words): Phrase<ThemeEntry> => ({ words, meaning: theme })),
        ...theme.notIn.map((words): Phrase<ThemeEntry> => ({ words, meaning: null })),
      ]),
    ]),
  );
  // One pass for the phrases of all themes selects the themes to search for: an item contains very few.
  const words = themes.flatMap((theme) => theme.phrases.map((phrase) => ({ phrase, theme })));
  const any = new PhraseFinder<ThemeEntry[]>(
    [...groupBy(words, ({ phrase }) => phrase)].map(([phrase, group]) => ({
      words: phrase,
      meaning: group.map(({ theme }) => theme),
    })),
  );
  return (row) => {
    const found = new Map<ThemeEntry, Span[]>();
    const named = new Set([...any.meaningsIn(row.title), ...any.meaningsIn(row.content)].flat());
    for (const [theme, finder] of finders) {
      if (!named.has(theme)) continue;
      const spans = [
        ...finder.find(row.title).map(({ start, end }): Span => ({ field: 'TITLE', start, end })),
        ...finder.find(row.content).map(({ start, end }): Span => ({ field: 'CONTENT', start, end })),
      ];
      if (spans.length > 0) found.set(theme, spans);
    }
    return found;
  };
}
