import { wordCount } from '../../graphql/cost/word-count.ts';

/** What each further word takes beside the first: most searches find little more to look at by then. */
const FURTHER_WORD = 0.15;

/** How often a search takes as long as one for a single word. */
export function wordShare(query: string): number {
  return 1 + Math.max(0, wordCount(query) - 1) * FURTHER_WORD;
}
