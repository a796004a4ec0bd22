import { inSlices } from '../../snapshot/breathe.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { SharedStrings } from '../../snapshot/storage/shared-strings.ts';
import { noteTextHolders } from '../../snapshot/text-holders.ts';
import { foldText } from '../../text/fold-text.ts';
import { standsAsPrinted } from '../../text/stands-as-printed.ts';
import { BigramIndex } from './bigram-index.ts';
import { FoldedField } from './folded-field.ts';
import { SyllableTable, syllablesOf } from './pinyin.ts';
import { searchableFields } from './searchable-fields.ts';

/** A name as it is spoken. */
export interface SpokenName {
  readonly place: number;
  readonly folded: string;
  /** One for each character of the name. */
  readonly syllables: readonly string[];
  readonly initials: string;
}

const LATIN_WORD = /[a-z][a-z0-9]{2,}/g;

/** What is looked up in a snapshot's texts. */
export class SearchIndex {
  readonly snapshot: GraphSnapshot;
  /** Titles and running text. */
  readonly prose = new BigramIndex();
  /** Names, codes and cells. */
  readonly names = new BigramIndex();
  readonly syllables = new SyllableTable();
  /** Names and aliases of all nodes but reform items. */
  readonly spokenNames: SpokenName[] = [];
  readonly latinWords = new Set<string>();
  /** By place: 1 where a text's Chinese words stand in print otherwise than folded, as in traditional characters. */
  readonly #disguised: Uint8Array;
  readonly #spoken: Uint8Array;
  /** There are some 400 syllables, and a name may have dozens. */
  readonly #shared = new SharedStrings();

  private constructor(snapshot: GraphSnapshot) {
    this.snapshot = snapshot;
    this.#disguised = new Uint8Array(snapshot.nodes.length);
    this.#spoken = new Uint8Array(snapshot.nodes.length);
  }

  /** Reads every node's texts, giving way to the rest of the process again and again. */
  static async build(snapshot: GraphSnapshot): Promise<SearchIndex> {
    const index = new SearchIndex(snapshot);
    for await (const place of inSlices(snapshot.nodes.indexes())) index.#add(place);
    const units = new Set([...index.prose.units(), ...index.names.units()]);
    for await (const unit of inSlices(units)) index.syllables.add(String.fromCharCode(unit));
    for (const texts of [index.prose, index.names]) for await (const _ of inSlices(texts.trim()));
    noteTextHolders(snapshot, {
      placesHolding: (folded) => index.prose.candidates(folded),
      countHolding: (folded) => index.prose.countCandidates(folded) + index.names.countCandidates(folded),
    });
    return index;
  }

  /** The node's searchable texts; made anew each time, as those of all nodes would take more than the nodes. */
  fieldsOf(place: number): readonly FoldedField[] {
    const asPrinted = this.#disguised[place] === 0;
    return searchableFields(this.snapshot.node(place)).map((field) => new FoldedField(field, asPrinted));
  }

  /** The places of the nodes that may hold a folded text, each once. */
  candidates(folded: string): number[] {
    const [names, prose] = [this.names.candidates(folded), this.prose.candidates(folded)];
    return names.length === 0 ? prose : [...new Set([...names, ...prose])];
  }

  #add(place: number): void {
    const isItem = this.snapshot.labelOf(place) === 'ReformItem';
    for (const { text, isName } of searchableFields(this.snapshot.node(place))) {
      const folded = foldText(text);
      if (!standsAsPrinted(text, folded)) this.#disguised[place] = 1;
      (isName ? this.names : this.prose).add(place, folded);
      for (const [word] of folded.matchAll(LATIN_WORD)) this.latinWords.add(word);
      if (isName && !isItem) this.#addSpoken(place, folded);
    }
  }

  /** Whether the node has a name that can be spoken. */
  isSpoken(place: number): boolean {
    return this.#spoken[place] === 1;
  }

  #addSpoken(place: number, folded: string): void {
    const syllables = syllablesOf(folded).map((syllable) => this.#shared.of(syllable));
    // A name of letters alone is found by its letters.
    if (syllables.length !== folded.length || !/\p{Script=Han}/u.test(folded)) return;
    this.#spoken[place] = 1;
    this.spokenNames.push({
      place,
      folded,
      syllables,
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    });
  }
}

/** The index of a snapshot: begun when first asked for, and then the same for all. */
export const searchIndexOf = perSnapshot((snapshot) => SearchIndex.build(snapshot));
