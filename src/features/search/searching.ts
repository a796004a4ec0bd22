import type { Computation } from '../../graphql/cost/declarations.ts';
import type { GraphStatistics } from '../../graphql/cost/graph-statistics.ts';
import { wordsOf } from '../../graphql/cost/word-count.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** The work of a search for a text, which is '' where nothing is searched. */
export const searching = (textOf: (args: Arguments) => string): readonly Computation[] => [
  { work: 'searchWord', times: (args) => wordsOf(textOf(args)).length },
  { work: 'spelledWord', byText: true, times: (args) => wordsOf(textOf(args)).filter(isSpelled).length },
  {
    work: 'searchNode',
    byText: true,
    times: (args, statistics) => nodesLookedAt(wordsOf(textOf(args)), statistics),
  },
];

/** What may be pinyin, initials or a slip is looked for among all names. */
const isSpelled = (word: string): boolean => /^[a-z0-9]+$/.test(word);

/** How many looks at a node's texts there are: what lacks the rarest word is not looked at for the others. */
function nodesLookedAt(words: readonly string[], statistics: GraphStatistics): number {
  const holders = words.map((word) => statistics.holding(word.replace(/^-/, '')));
  return holders.length === 0 ? 0 : Math.min(...holders) * (1 + (holders.length - 1) * FURTHER_WORD);
}

/** Most nodes with the rarest word lack another. */
const FURTHER_WORD = 0.5;
