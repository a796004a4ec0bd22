import type { AgencyNode } from '../../../../src/domain/nodes.ts';
import { agenciesNamed, agenciesNamedAsOf } from '../../../../src/features/agency/agencies-named.ts';
import { bulletinSnapshot, idsOf, snapshotOf } from '../../../support/snapshots.ts';

const agency = (name: string, more: Partial<AgencyNode> = {}): AgencyNode => ({
  id: `Agency:${name}`,
  name,
  aliases: [],
  kind: 'GOVERNMENT_DEPARTMENT',
  level: 'MUNICIPAL',
  pinyin: name,
  ...more,
});

describe('in the bulletin', () => {
  const bulletin = bulletinSnapshot();
  test.each([
    ['天津海关', ['Agency:天津海关']],
    ['市商务局', ['Agency:天津市商务局']],
    ['Agency:天津证监局', ['Agency:天津证监局']],
    ['商务局', []],
    ['东疆片区', []],
    ['PilotZone:东疆片区', []],
    ['', []],
  ])('%s', (name, expected) => {
    expect(idsOf(bulletin, agenciesNamed(bulletin, name))).toEqual(expected);
  });
});

describe('agencies that changed', () => {
  // 金融局 was called 金融办 until 2018; another body took that name in 2023; 银监局 and 保监局 became 监管局.
  const snapshot = snapshotOf({
    nodes: [
      agency('金融局', {
        aliases: ['市金融局'],
        validTo: '2023-11-30',
        formerNames: ['金融办', '体改办'],
        formerNamesFrom: ['2009-01-01', ''],
        formerNamesTo: ['2018-11-28', '2008-12-31'],
      }),
      agency('委金融办', { aliases: ['金融办'], validFrom: '2023-12-01' }),
      agency('银监局', { validTo: '2018-12-16' }),
      agency('监管局', { validFrom: '2018-12-17', validTo: '2023-07-19' }),
      agency('总局', { validFrom: '2023-07-20' }),
    ],
    relationships: [
      { type: 'MERGED_INTO', from: 'Agency:银监局', to: 'Agency:监管局', properties: {} },
      { type: 'MERGED_INTO', from: 'Agency:监管局', to: 'Agency:总局', properties: {} },
    ],
  });

  test.each([
    ['金融办', ['Agency:委金融办']],
    ['市金融局', ['Agency:金融局']],
    ['体改办', ['Agency:金融局']],
    ['银监局', ['Agency:总局']],
    ['Agency:银监局', ['Agency:银监局']],
  ])('%s means the last agency with the name, or its successor', (name, expected) => {
    expect(idsOf(snapshot, agenciesNamed(snapshot, name))).toEqual(expected);
  });

  test.each([
    ['金融办', '2008-12-31', []],
    ['金融办', '2009-01-01', ['Agency:金融局']],
    ['金融办', '2018-11-28', ['Agency:金融局']],
    ['金融办', '2018-11-29', []],
    ['金融办', '2023-12-01', ['Agency:委金融办']],
    ['体改办', '1990-01-01', ['Agency:金融局']],
    // Today’s name applies only since the agency took it. The id and the aliases apply as long as the agency exists.
    ['金融局', '2018-11-28', []],
    ['金融局', '2018-11-29', ['Agency:金融局']],
    ['市金融局', '2010-01-01', ['Agency:金融局']],
    ['Agency:金融局', '2010-01-01', ['Agency:金融局']],
    ['金融局', '2023-12-01', []],
    ['银监局', '2018-12-16', ['Agency:银监局']],
    ['银监局', '2018-12-17', []],
  ])('%s on %s', (name, day, expected) => {
    expect(idsOf(snapshot, agenciesNamedAsOf(snapshot, name, day))).toEqual(expected);
  });
});
