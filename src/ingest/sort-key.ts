import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';

/**
 * Sorts Chinese as its readers do, by pinyin with tones; punctuation doesn't count, and letters have no case.
 * Never empty, since the graph holds no empty key: punctuation alone sorts by itself.
 */
export function pinyinSortKey(text: string): string {
  const before = recent.get(text);
  if (before !== undefined) return before;
  const key = pinyinOf(text) || text;
  recent.set(text, key);
  return key;
}

/** Bulletin after bulletin names the same bodies. */
const recent = new LRUCache<string, string>({ max: 10_000 });

const pinyinOf = (text: string): string =>
  syllablesOf(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .join(' ')
    .replaceAll('ü', 'u:') // between lu and luan, where dictionaries put it
    .replace(/\s+/g, ' ')
    .toLowerCase();

const OPTIONS = {
  toneSandhi: false, // 一 sorts as yī, whatever follows
  nonZh: 'consecutive',
  type: 'array',
} as const;
const LATIN = /\p{Script=Latin}/u;

/** The library takes longer for the numbers of the tones than for all else; but it alone tells 的 from a printed de. */
const syllablesOf = (words: string): string[] =>
  LATIN.test(words)
    ? pinyin(words, { ...OPTIONS, toneType: 'num' })
    : pinyin(words, { ...OPTIONS, toneType: 'symbol' }).map(numbered);

/** By syllable, of which Chinese has 1,500. */
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
