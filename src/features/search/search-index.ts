import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { SharedStrings } from '../../snapshot/storage/shared-strings.ts';
import { noteTextHolders } from '../../snapshot/text-holders.ts';
import { inTimeSlices } from '../../snapshot/time-slices.ts';
import { foldText } from '../../text/fold-text.ts';
import { standsAsPrinted } from '../../text/stands-as-printed.ts';
import { BigramIndex } from './bigram-index.ts';
import { FoldedField } from './folded-field.ts';
import { SyllableTable, syllablesOf } from './pinyin.ts';
import { searchableFields } from './searchable-fields.ts';

/** A name as spoken. */
export interface SpokenName {
  readonly nodeIndex: number;
  readonly folded: string;
  /** One for each character of the name. */
  readonly syllables: readonly string[];
  readonly initials: string;
}

const LATIN_WORD = /[a-z][a-z0-9]{2,}/g;

/** The search index of a snapshot's texts. */
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
  /**
   * By node index: 1 if Chinese words of a text differ between print and folded form, as with traditional characters.
   */
  readonly #disguised: Uint8Array;
  readonly #spoken: Uint8Array;
  /** There are about 400 syllables, and a name may have dozens, so equal syllables share one string. */
  readonly #shared = new SharedStrings();

  private constructor(snapshot: GraphSnapshot) {
    this.snapshot = snapshot;
    this.#disguised = new Uint8Array(snapshot.nodes.length);
    this.#spoken = new Uint8Array(snapshot.nodes.length);
  }

  /** Reads every node's texts and yields to the event loop regularly. */
  static async build(snapshot: GraphSnapshot): Promise<SearchIndex> {
    const index = new SearchIndex(snapshot);
    for await (const nodeIndex of inTimeSlices(snapshot.nodes.indexes())) index.#add(nodeIndex);
    const units = new Set([...index.prose.units(), ...index.names.units()]);
    for await (const unit of inTimeSlices(units)) index.syllables.add(String.fromCharCode(unit));
    for (const texts of [index.prose, index.names]) for await (const _ of inTimeSlices(texts.trim()));
    noteTextHolders(snapshot, {
      placesHolding: (folded) => index.prose.candidates(folded),
      countHolding: (folded) => index.prose.countCandidates(folded) + index.names.countCandidates(folded),
    });
    return index;
  }

  /**
   * The node's searchable texts; created on each call, because storing those of all nodes would need more memory than
   * the nodes.
   */
  fieldsOf(nodeIndex: number): readonly FoldedField[] {
    const asPrinted = this.#disguised[nodeIndex] === 0;
    return searchableFields(this.snapshot.node(nodeIndex)).map((field) => new FoldedField(field, asPrinted));
  }

  /** The indexes of the nodes that may contain a folded text, each once. */
  candidates(folded: string): number[] {
    const [names, prose] = [this.names.candidates(folded), this.prose.candidates(folded)];
    return names.length === 0 ? prose : [...new Set([...names, ...prose])];
  }

  #add(nodeIndex: number): void {
    const isItem = this.snapshot.labelOf(nodeIndex) === 'ReformItem';
    for (const { text, isName } of searchableFields(this.snapshot.node(nodeIndex))) {
      const folded = foldText(text);
      if (!standsAsPrinted(text, folded)) this.#disguised[nodeIndex] = 1;
      (isName ? this.names : this.prose).add(nodeIndex, folded);
      for (const [word] of folded.matchAll(LATIN_WORD)) this.latinWords.add(word);
      if (isName && !isItem) this.#addSpoken(nodeIndex, folded);
    }
  }

  /** Whether the node has a name that can be spoken. */
  isSpoken(nodeIndex: number): boolean {
    return this.#spoken[nodeIndex] === 1;
  }

  #addSpoken(nodeIndex: number, folded: string): void {
    const syllables = syllablesOf(folded).map((syllable) => this.#shared.of(syllable));
    // A name of letters alone is found by its letters.
    if (syllables.length !== folded.length || !/\p{Script=Han}/u.test(folded)) return;
    this.#spoken[nodeIndex] = 1;
    this.spokenNames.push({
      nodeIndex,
      folded,
      syllables,
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    });
  }
}

/** The index of a snapshot: built on first use, then shared by all requests. */
export const searchIndexOf = perSnapshot((snapshot) => SearchIndex.build(snapshot));
