import { InvalidInput } from '../domain/errors.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { proposalLines, proposeContinuations } from '../server/propose-continuations.ts';
import type { ProposeOptions } from './options.ts';
import { print, report } from './output.ts';
import { withExistingStore } from './with-store.ts';

export const propose = (file: string, { minScore, json }: ProposeOptions): Promise<void> =>
  report(json, () =>
    withExistingStore({ readOnly: true }, async (store, { SEEDS }) => {
      const least = Number(minScore);
      if (!(least >= 0 && least <= 1))
        throw new InvalidInput('--min-score', `${minScore} is not between 0 and 1`);
      const { document } = readGraphDocument(file, readVocabulary(SEEDS));
      const proposals = await proposeContinuations(store, document, least);
      print({ file, proposals }, json, () => proposalLines(file, proposals));
    }),
  );
