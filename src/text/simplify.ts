import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

const pairsOf = (dictionary: string): [from: string, to: string][] =>
  dictionary.split('|').map((pair) => pair.split(' ') as [string, string]);

/** OpenCC simplifies these only in some phrases (答覆 is 答复, but 覆盖 stays). Here always: both spellings are equal. */
const BY_PHRASE = '覆 复|瞭 了|藉 借|甦 苏|彷 仿|衹 只|著 着|鍊 链';
const SIMPLIFIED = new Map([...pairsOf(traditional), ...pairsOf(BY_PHRASE)]);
const results = new Set(SIMPLIFIED.values());
/** The standard forms of Hong Kong and Taiwan variants, except variants that are also simplified characters. */
const STANDARD = new Map([...pairsOf(hongKong), ...pairsOf(taiwan)].filter(([from]) => !results.has(from)));

/**
 * The simplified form of one traditional character; any other character unchanged. Each is looked up alone, not in its
 * phrase (乾 is 干 in 乾坤 too), so that a part of a text folds as it does within the text. OpenCC's converters are not
 * used: they look for phrases, and take 150 ms to create.
 */
export function simplify(character: string): string {
  const standard = STANDARD.get(character) ?? character;
  return SIMPLIFIED.get(standard) ?? standard;
}
