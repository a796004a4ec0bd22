import { MAX_WORDS, wordCount } from '../../../../src/graphql/cost/word-count.ts';

describe('counts the words that a text may search for', () => {
  test.each([
    ['words with blanks between', '企业 管理\t服务', 3],
    ['phrases without', '"企""业"“管”「理」', 4],
    ['wide marks and blanks', '＂企＂＂业＂　管', 3],
    ['marks alone', '"" “”', 0],
    ['more than are looked for', '改 '.repeat(MAX_WORDS + 1), MAX_WORDS],
  ])('%s', (_what, text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});
