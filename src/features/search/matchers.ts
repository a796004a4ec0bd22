import type { Pieces } from '../../snapshot/time-slices.ts';
import { isChinese } from '../../text/stands-as-printed.ts';
import type { FoldedField, Span } from './folded-field.ts';
import type { SearchIndex } from './search-index.ts';
import { isMisspelling } from './spelling.ts';
import { countFrom, strengthOf, total } from './strength.ts';

/** The places of a word in the folded text of one field of a node. */
export interface FieldMatch {
  readonly field: FoldedField;
  readonly spans: readonly Span[];
}

/** One way to find a word of a search. */
export interface Matcher {
  /** The value of a match relative to a match of the word itself, which is 1. */
  readonly worth: number;
  /** Whether all candidates match. */
  readonly isCertain: boolean;
  /** Indexes of the nodes that may match, each once: all that do, and perhaps others. */
  candidates(): readonly number[];
  /** The places of the word in a node's fields; empty if it is not there. */
  find(fields: readonly FoldedField[]): FieldMatch[];
  /**
   * The strength of the matches in the fields, 0 if there are none. Equals the strength of the result of find(), but
   * costs less.
   */
  strength(fields: readonly FoldedField[]): number;
}

/** The maximum number of ways to read letters as syllables. */
const MOST_READINGS = 12;
/** Longer than any name or phrase that a user spells out. */
const LONGEST_SPELLING = 64;
const LONGEST_JOINED = 40;
/** The number of names compared between yields. */
const PIECE = 256;

/** The word exactly as given. */
export function exactMatcher(index: SearchIndex, text: string, worth = 1): Matcher {
  const chinese = isChinese(text);
  return {
    worth,
    isCertain: text.length <= 2,
    candidates: () => index.candidates(text),
    find: (fields) => eachField(fields, ({ folded }) => occurrences(folded, text)),
    strength: (fields) =>
      total(fields, (field) => {
        const within = field.textFor(chinese);
        const first = within.indexOf(text);
        return first < 0 ? 0 : strengthOf(field, within, first, text.length, countFrom(within, text, first));
      }),
  };
}

/** Computes the strength of a match from the places that `find` returns. */
const byPlaces = (find: Matcher['find']): Omit<Matcher, 'worth' | 'candidates'> => ({
  isCertain: false,
  find,
  strength: (fields) => {
    const matches = new Map(find(fields).map(({ field, spans }) => [field, spans]));
    return total(fields, (field) => {
      const spans = matches.get(field);
      const [first] = spans ?? [];
      return spans && first
        ? strengthOf(field, field.folded, first.start, first.end - first.start, spans.length)
        : 0;
    });
  },
});

/** Words written without spaces, all of which the node must have: 东疆融资租赁 as 东疆 and 融资 and 租赁. */
export function inParts(index: SearchIndex, text: string): Matcher[] {
  if (text.length < 4 || text.length > LONGEST_JOINED || !/\p{Script=Han}/u.test(text)) return [];
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  const words = segments.map(({ segment }) => segment);
  if (words.filter((word) => word.length > 1).length < 2) return [];
  const each = words.map((word) => exactMatcher(index, word));
  const candidates = (): number[] => {
    const [first = [], ...others] = each.map((matcher) => matcher.candidates());
    const sets = others.map((nodeIndexes) => new Set(nodeIndexes));
    return first.filter((nodeIndex) => sets.every((set) => set.has(nodeIndex)));
  };
  return [
    {
      worth: 0.5,
      candidates,
      ...byPlaces((fields) => {
        const found = each.map((matcher) => matcher.find(fields));
        return found.every((matches) => matches.length > 0) ? byField(fields, found.flat()) : [];
      }),
    },
  ];
}

/** Letters as pinyin: rongzi for 融资. A single syllable is searched only in names, because it is everywhere in texts. */
export function asPinyin(index: SearchIndex, letters: string): Matcher[] {
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST_SPELLING) return [];
  return index.syllables
    .classes(letters, MOST_READINGS)
    .flatMap((classes) => (classes.length === 2 ? asPairs(index, classes) : [asClasses(index, classes)]));
}

const PINYIN_WORTH = 0.6;

/** Each of the two syllables stands for many characters, but the texts contain only few of the possible pairs. */
function asPairs(index: SearchIndex, [firsts = '', seconds = '']: readonly string[]): Matcher[] {
  const pairs = [index.names, index.prose].flatMap((texts) => texts.pairsOf(firsts, seconds));
  return [...new Set(pairs)].map((pair) => exactMatcher(index, pair, PINYIN_WORTH));
}

function asClasses(index: SearchIndex, classes: readonly string[]): Matcher {
  const pattern = new RegExp(classes.map((characters) => `[${characters}]`).join(''), 'g');
  const single = classes.length === 1;
  return {
    worth: PINYIN_WORTH,
    candidates: () =>
      single
        ? [...new Set([...(classes[0] as string)].flatMap((one) => index.names.candidates(one)))].filter(
            (nodeIndex) => index.isSpoken(nodeIndex),
          )
        : [...new Set([index.names, index.prose].flatMap((texts) => texts.candidatesOfClasses(classes)))],
    ...byPlaces((fields) =>
      eachField(fields, ({ folded, isName }) =>
        single && !isName
          ? []
          : [...folded.matchAll(pattern)].map(({ index: start }) => ({ start, end: start + classes.length })),
      ),
    ),
  };
}

/** Letters as the initials of a name's syllables: djpq for 东疆片区. */
export function asInitials(index: SearchIndex, letters: string): Matcher[] {
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST_SPELLING) return [];
  const named = index.spokenNames.filter(({ initials }) => initials.includes(letters));
  const initialsOf = new Map(named.map(({ folded, initials }) => [folded, initials]));
  return [
    {
      worth: 0.4,
      candidates: () => [...new Set(named.map(({ nodeIndex }) => nodeIndex))],
      ...byPlaces((fields) =>
        eachField(fields, ({ folded }) => occurrences(initialsOf.get(folded) ?? '', letters)),
      ),
    },
  ];
}

/** Words and names that a misspelt word may refer to: RCPE for RCEP, dongjian for 东疆. */
export function* asMisspelling(index: SearchIndex, letters: string): Pieces<Matcher[]> {
  if (!/^[a-z0-9]+$/.test(letters) || letters.length > LONGEST_SPELLING) return [];
  const meant = new Set([...index.latinWords].filter((word) => isMisspelling(letters, word)));
  for (const [at, { folded, syllables }] of index.spokenNames.entries()) {
    if (at % PIECE === 0) yield;
    for (let start = 0; start < syllables.length; start += 1) {
      if (isInsideWord(folded, start)) continue;
      let spelled = syllables[start] as string;
      // There are many names, and most of their parts are far too long or short, so their letters are not compared.
      for (let end = start + 2; end <= syllables.length && spelled.length <= letters.length + 1; end += 1) {
        spelled += syllables[end - 1];
        if (!isInsideWord(folded, end) && isMisspelling(letters, spelled))
          meant.add(folded.slice(start, end));
      }
    }
  }
  return [...meant].sort().map((word) => exactMatcher(index, word, 0.3));
}

/** Whether this position cuts a word of letters: RCE in RCEP is not a word. */
const isInsideWord = (text: string, at: number): boolean => /^[a-z0-9]{2}$/.test(text.slice(at - 1, at + 1));

/** All places of a word in a text, without overlaps. */
function occurrences(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push({ start, end: start + word.length });
  return found;
}

const eachField = (
  fields: readonly FoldedField[],
  find: (field: FoldedField) => FieldMatch['spans'],
): FieldMatch[] =>
  fields.map((field) => ({ field, spans: find(field) })).filter(({ spans }) => spans.length > 0);

const byField = (fields: readonly FoldedField[], matches: readonly FieldMatch[]): FieldMatch[] =>
  eachField(fields, (field) =>
    matches.filter((match) => match.field === field).flatMap(({ spans }) => spans),
  );
