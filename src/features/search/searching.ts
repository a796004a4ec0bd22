import type { Computation } from '../../graphql/cost/declarations.ts';
import type { GraphStatistics } from '../../graphql/cost/graph-statistics.ts';
import { wordsOf } from '../../graphql/cost/word-count.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** The work of a search for a text; '' if there is no search. */
export const searching = (textOf: (args: Arguments) => string): readonly Computation[] => [
  { work: 'searchWord', times: (args) => wordsOf(textOf(args)).length },
  { work: 'spelledWord', byText: true, times: (args) => wordsOf(textOf(args)).filter(isSpelled).length },
  {
    work: 'searchNode',
    byText: true,
    times: (args, statistics) => nodesLookedAt(wordsOf(textOf(args)), statistics),
  },
];

/** Words that may be pinyin, initials or a misspelling are searched among all names. */
const isSpelled = (word: string): boolean => /^[a-z0-9]+$/.test(word);

/** The number of times a node's texts are read: nodes without the rarest word are not read for the others. */
function nodesLookedAt(words: readonly string[], statistics: GraphStatistics): number {
  const holders = words.map((word) => statistics.holding(word.replace(/^-/, '')));
  return holders.length === 0 ? 0 : Math.min(...holders) * (1 + (holders.length - 1) * FURTHER_WORD);
}

/** Most nodes with the rarest word lack another word. */
const FURTHER_WORD = 0.5;
