import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

const tableOf = (dictionary: string): ReadonlyMap<string, string> =>
  new Map(dictionary.split('|').map((pair) => pair.split(' ') as [string, string]));

const SIMPLIFIED = tableOf(traditional);
/** The standard form of what is written otherwise in Hong Kong or Taiwan. */
const STANDARD = new Map([...tableOf(hongKong), ...tableOf(taiwan)]);

/**
 * The simplified form of one traditional character; any other character unchanged. Each is looked up alone and not in
 * its phrase (乾 is 干 in 乾坤 too), so that a part of a text folds as it does within the text; and so without OpenCC's
 * converters, which take 150 ms to make.
 */
export function simplify(character: string): string {
  const standard = STANDARD.get(character) ?? character;
  return SIMPLIFIED.get(standard) ?? standard;
}
