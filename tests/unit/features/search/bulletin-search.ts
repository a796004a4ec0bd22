import type { AnyNode } from '../../../../src/domain/nodes.ts';
import { SearchResult } from '../../../../src/features/search/search.ts';
import { SearchIndex } from '../../../../src/features/search/search-index.ts';
import { runInTimeSlices } from '../../../../src/snapshot/time-slices.ts';
import { bulletinSnapshot, indexOf } from '../../../support/snapshots.ts';

export const snapshot = bulletinSnapshot();
const index = SearchIndex.build(snapshot);

export const search = async (query: string): Promise<SearchResult> =>
  runInTimeSlices(SearchResult.find(await index, query, 'query'));

/** The texts of a node that a person would search, as printed. */
export function textsOf(node: AnyNode): string[] {
  if ('agenciesText' in node) return [node.title, node.content, node.code, node.agenciesText, node.scopeText];
  if ('publisher' in node) return [node.title, node.code, node.publisher];
  if ('name' in node) return [node.name, ...('aliases' in node ? node.aliases : [])];
  // The facts of an item are searched in the item’s own text.
  return 'title' in node ? [node.title] : [];
}

/**
 * The text after folding: lower case, half-width characters, no blanks beside Chinese characters, and 著 as 着, which are
 * the same in simplified Chinese. No other character of the bulletin has two forms.
 */
export const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('著', '着')
    .replace(/[（），：；？！＋]/g, (sign) => '(),:;?!+'.charAt('（），：；？！＋'.indexOf(sign)))
    .replace(/ (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) /g, '');

/** The result of a scan of all nodes: those with the words in some text. */
export const scan = (words: string): string[] =>
  [...snapshot.nodes]
    .filter((node) => textsOf(node).some((text) => plainly(text).includes(plainly(words))))
    .map(({ id }) => id);

/** Ids without the kind, items as numbers. */
export const short = (id: string): string => id.replace(/^ReformItem:tj-7-/, '').replace(/^[A-Z]\w+:/, '');

/** The results of a search, best first, equal scores by id. */
export async function ranked(query: string): Promise<string[]> {
  const { hits } = await search(query);
  return [...hits]
    .sort((a, b) => b.score - a.score || a.nodeIndex - b.nodeIndex)
    .map(({ nodeIndex }) => snapshot.node(nodeIndex).id);
}

export const found = async (query: string): Promise<string[]> => (await ranked(query)).sort();

/** The highlighted words of a node by field, cut from its printed text. */
export async function highlighted(query: string, id: string): Promise<[field: string, words: string[]][]> {
  const result = await search(query);
  return result
    .highlights(indexOf(snapshot, id))
    .map(({ field, spans }) => [field.name, spans.map(({ start, end }) => field.text.slice(start, end))]);
}
