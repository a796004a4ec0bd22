import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';

/**
 * A key that sorts Chinese as readers expect, by pinyin with tones. It ignores punctuation and case.
 * Never empty, since the graph allows no empty key: a text of only punctuation is its own key.
 */
export function pinyinSortKey(text: string): string {
  const before = recent.get(text);
  if (before !== undefined) return before;
  const key = pinyinOf(text) || text;
  recent.set(text, key);
  return key;
}

/** A cache, since many bulletins name the same agencies. */
const recent = new LRUCache<string, string>({ max: 10_000 });

const pinyinOf = (text: string): string =>
  syllablesOf(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .join(' ')
    .replaceAll('ü', 'u:') // sorts lü between lu and luan, as in dictionaries
    .replace(/\s+/g, ' ')
    .toLowerCase();

const OPTIONS = {
  toneSandhi: false, // 一 always sorts as yī, even if another syllable changes its tone
  nonZh: 'consecutive',
  type: 'array',
} as const;
const LATIN = /\p{Script=Latin}/u;

/** Tone numbers are the slowest part of the library, but only they tell 的 from a printed de in mixed text. */
const syllablesOf = (words: string): string[] =>
  LATIN.test(words)
    ? pinyin(words, { ...OPTIONS, toneType: 'num' })
    : pinyin(words, { ...OPTIONS, toneType: 'symbol' }).map(numbered);

/** The numbered form by syllable; Chinese has 1,500 syllables. */
const known = new Map<string, string>();

function numbered(syllable: string): string {
  if (!LATIN.test(syllable)) return syllable;
  const before = known.get(syllable);
  if (before !== undefined) return before;
  const numbers: Readonly<Record<string, string>> = {
    '\u0304': '1',
    '\u0301': '2',
    '\u030c': '3',
    '\u0300': '4',
  };
  const marked = syllable.normalize('NFD');
  const [mark = ''] = /[\u0300\u0301\u0304\u030c]/.exec(marked) ?? [];
  const letters = marked.replace(mark, '').normalize('NFC');
  const result = `${letters}${numbers[mark] ?? (/[aoeiuüê]|[nm]$/.test(letters) ? '0' : '')}`;
  known.set(syllable, result);
  return result;
}
