import type { Vocabulary } from '../../src/ingest/vocabulary.ts';
import type { AgencyEntry } from '../../src/ingest/vocabulary-entries.ts';
import { seedVocabulary } from './bulletin-document.ts';

const body = (name: string, more: Partial<AgencyEntry> = {}): AgencyEntry => ({
  name,
  aliases: [],
  kind: 'GOVERNMENT_DEPARTMENT',
  level: 'MUNICIPAL',
  formerNames: [],
  ...more,
});

/**
 * 甲局 became part of 乙委 at the end of 2015. 乙委 became part of 丙局 at the end of 2018. 丙局 was named 丙办 until
 * 2009 and 丙委 until 2018. 丁局 exists since 2011 and used the name 丙办 until 2020.
 */
export const changingAgencies: readonly AgencyEntry[] = [
  body('天津市甲局', { aliases: ['市甲局'], validTo: '2015-12-31', mergedInto: '天津市乙委' }),
  body('天津市乙委', { validFrom: '2000-01-01', validTo: '2018-10-31', mergedInto: '天津市丙局' }),
  body('天津市丙局', {
    formerNames: [
      { name: '天津市丙委', validTo: '2018-10-31' },
      { name: '天津市丙办', validTo: '2009-12-31' },
    ],
  }),
  body('天津市丁局', {
    validFrom: '2011-01-01',
    formerNames: [{ name: '天津市丙办', validTo: '2020-06-30' }],
  }),
];

export const changingVocabulary: Vocabulary = {
  ...seedVocabulary,
  agencies: [...seedVocabulary.agencies, ...changingAgencies],
};
