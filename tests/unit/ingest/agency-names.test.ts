import fc from 'fast-check';
import { agencyHistory, bodiesByName, namePeriods } from '../../../src/ingest/agency-names.ts';
import { changingAgencies } from '../../support/changing-agencies.ts';

const meant = (name: string, published?: string): string | undefined =>
  bodiesByName(changingAgencies, published).get(name)?.name;

test.each([
  ['天津市丙办', '2009-12-31', '天津市丙局'],
  ['天津市丙办', '2011-01-01', '天津市丁局'],
  ['天津市丙办', '2020-06-30', '天津市丁局'],
  // No agency had the name on these days: it means the last agency that had it.
  ['天津市丙办', '2010-06-01', '天津市丁局'],
  ['天津市丙办', '2021-01-01', '天津市丁局'],
  ['天津市丙办', undefined, '天津市丁局'],
  ['天津市丙委', undefined, '天津市丙局'],
  ['市甲局', '2024-01-01', '天津市甲局'],
  ['天津市戊局', undefined, undefined],
])('%s in a text published on %s means %s', (name, published, body) => {
  expect(meant(name, published)).toBe(body);
});

test('the graph’s history of a name: oldest first, each starting after the one before', () => {
  expect(changingAgencies.map(agencyHistory)).toEqual([
    { validTo: '2015-12-31' },
    { validFrom: '2000-01-01', validTo: '2018-10-31' },
    {
      formerNames: ['天津市丙办', '天津市丙委'],
      formerNamesFrom: ['', '2010-01-01'],
      formerNamesTo: ['2009-12-31', '2018-10-31'],
    },
    {
      validFrom: '2011-01-01',
      formerNames: ['天津市丙办'],
      formerNamesFrom: ['2011-01-01'],
      formerNamesTo: ['2020-06-30'],
    },
  ]);
});

test('on any day an agency has at most one name besides its aliases', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom(...changingAgencies), (on, entry) => {
      const names = namePeriods(entry).filter(
        ({ path, from, to }) => path[0] !== 'aliases' && from <= on && on <= to,
      );
      const exists = (entry.validFrom ?? '') <= on && on <= (entry.validTo ?? '9999-12-31');
      expect(names).toHaveLength(exists ? 1 : 0);
    }),
  );
});
