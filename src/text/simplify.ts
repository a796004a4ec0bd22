import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import taiwan from 'opencc-js/dict/TWVariantsRev';

const pairsOf = (dictionary: string): [from: string, to: string][] =>
  dictionary.split('|').map((pair) => pair.split(' ') as [string, string]);

const SIMPLIFIED = new Map(pairsOf(traditional));
/** The standard form of what is written otherwise in Hong Kong or Taiwan. */
const STANDARD = new Map([...pairsOf(hongKong), ...pairsOf(taiwan)]);

function simplifiedAlone(character: string): string {
  const standard = STANDARD.get(character) ?? character;
  return SIMPLIFIED.get(standard) ?? standard;
}

/** Of characters that a traditional one may be, by phrase, the one that stands for all: 覆 for 复, as 答覆 is 答复. */
const ONE_OF = new Map<string, string>();

function standFor(character: string): string {
  let one = character;
  for (let next = ONE_OF.get(one); next !== undefined; next = ONE_OF.get(one)) one = next;
  return one;
}

for (const [phrase, simplified] of pairsOf(traditionalPhrases)) {
  const results = [...simplified];
  for (const [at, character] of [...phrase].entries()) {
    const [alone, inPhrase] = [character, results[at] ?? character].map((each) =>
      standFor(simplifiedAlone(each)),
    );
    if (alone !== inPhrase) ONE_OF.set(alone as string, inPhrase as string);
  }
}

/**
 * The simplified form of one traditional character; any other character unchanged. Each is looked up alone and not in
 * its phrase, so that a part of a text folds as it does within the text: what is 乾 in one phrase and 干 in another is
 * one of the two in all. Not by OpenCC's converters, which look for phrases, and take 150 ms to make.
 */
export const simplify = (character: string): string => standFor(simplifiedAlone(character));
