import { pinyin } from 'pinyin-pro';

/**
 * Sorts Chinese as its readers do, by pinyin with tones; punctuation doesn't count, and letters have no case.
 * Never empty, since the graph holds no empty key: punctuation alone sorts by itself.
 */
export const pinyinSortKey = (text: string): string => pinyinOf(text) || text;

const pinyinOf = (text: string): string =>
  pinyin(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), {
    toneType: 'num',
    toneSandhi: false, // 一 sorts as yī, whatever follows
    nonZh: 'consecutive',
    type: 'array',
  })
    .join(' ')
    .replaceAll('ü', 'u:') // between lu and luan, where dictionaries put it
    .replace(/\s+/g, ' ')
    .toLowerCase();
