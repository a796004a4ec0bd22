import fc from 'fast-check';
import { InvalidInput } from '../../../../src/domain/errors.ts';
import { factLabels, type Label } from '../../../../src/domain/model.ts';
import type { AnyNode } from '../../../../src/domain/nodes.ts';
import { findAgency, findNode } from '../../../../src/features/node/find-node.ts';
import { assertOneName, nodesNamed } from '../../../../src/features/node/names.ts';
import { foldText } from '../../../../src/text/fold-text.ts';
import { globalId } from '../../../support/hand-read.ts';
import { bulletinSnapshot, idsOf, snapshotOf } from '../../../support/snapshots.ts';

const bulletin = bulletinSnapshot();
const find = (given: string, label?: Label): string =>
  bulletin.node(findNode(bulletin, given, 'from', label)).id;
const refusal = (work: () => unknown): InvalidInput => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('not refused');
};

describe('a node of the bulletin', () => {
  test.each([
    ['天津海关', 'Agency:天津海关'],
    ['  天津海关\n', 'Agency:天津海关'],
    ['市商务局', 'Agency:天津市商务局'],
    ['东疆', 'PilotZone:东疆片区'],
    ['自贸区', 'PilotZone:天津自贸试验区'],
    ['ABS', 'Theme:资产证券化'],
    ['金融开放创新', 'Theme:金融开放创新'],
    ['天津', 'Region:天津市'],
    ['tj-7', 'Batch:tj-7'],
    ['tj-7-17', 'ReformItem:tj-7-17'],
    ['绿色融资租赁高质量发展实施方案', 'PolicyDocument:绿色融资租赁高质量发展实施方案'],
    ['中化保理', 'Organization:中化保理'],
    // equal after folding: case, width, traditional characters, radicals, blanks
    ['ＴＪ－７－１７', 'ReformItem:tj-7-17'],
    ['ａｂｓ', 'Theme:资产证券化'],
    ['天津 海關\u200b', 'Agency:天津海关'],
    ['⾦融开放创新', 'Theme:金融开放创新'],
    [globalId('Agency', '天津海关'), 'Agency:天津海关'],
    [globalId('ReformItem', 'tj-7-17'), 'ReformItem:tj-7-17'],
    // the name of the zone, and an alias of the agency that runs it
    ['中心商务片区', 'PilotZone:中心商务片区'],
    // and the other way round
    ['天津自贸试验区中心商务片区', 'Agency:天津自贸试验区中心商务片区'],
  ])('is found by 「%s」: %s', (given, id) => {
    expect(find(given)).toBe(id);
  });

  test('is found by its id and by its name, code or title', () => {
    for (const node of bulletin.nodes) {
      const at = node.id.indexOf(':');
      const [label, key] = [node.id.slice(0, at) as Label, node.id.slice(at + 1)];
      expect(find(globalId(label, key))).toBe(node.id);
      // A stated fact has no name, and its key is not accepted.
      if (factLabels.includes(label)) expect(refusal(() => find(key, label)).argument).toBe('from');
      else expect(find(key, label)).toBe(node.id);
    }
  });

  test('is found by an alias if the kind is given, even if another kind has it as a name', () => {
    expect(find('中心商务片区', 'Agency')).toBe('Agency:天津自贸试验区中心商务片区');
    expect(find('天津自贸试验区中心商务片区', 'PilotZone')).toBe('PilotZone:中心商务片区');
    expect(bulletin.node(findAgency(bulletin, '市公安局', 'row')).id).toBe('Agency:天津市公安局');
  });

  test.each([
    '',
    '商务局',
    '天津海',
    '天津海关x',
    'Agency:天津海关',
    'tj-7-44',
    'TJ-7-44',
    '__proto__',
    'QWdlbmN5',
  ])('is not found by 「%s」; the error names the argument', (given) => {
    const { argument, message } = refusal(() => find(given));
    expect(argument).toBe('from');
    expect(message).toContain('take an id');
  });

  test('of a kind that does not match is refused, by id and by name', () => {
    const byId = refusal(() => findAgency(bulletin, globalId('Theme', 'RCEP'), 'agencies[1]'));
    expect([byId.argument, byId.message]).toEqual(['agencies[1]', expect.stringContaining('单位')]);
    expect(refusal(() => findAgency(bulletin, 'RCEP', 'row')).message).toContain('单位');
    expect(refusal(() => find(globalId('Agency', '无此单位'))).message).toContain('Agency:无此单位');
  });

  test('is never found by accident: any other text is refused', () => {
    const names = new Set(
      [...bulletin.nodes]
        .flatMap((node) => [
          ...('name' in node ? [node.name] : []),
          ...('aliases' in node ? node.aliases : []),
          ...('code' in node ? [node.code] : []),
          ...('title' in node ? [node.title] : []),
          Buffer.from(node.id, 'utf8').toString('base64url'),
        ])
        .map(foldText),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!names.has(foldText(text)));
        expect(refusal(() => find(text)).argument).toBe('from');
      }),
    );
  });
});

describe('a name that several nodes have', () => {
  const node = (id: string, aliases: string[] = []): AnyNode => ({
    id,
    name: id.slice(id.indexOf(':') + 1),
    aliases,
    pinyin: 'x',
  });
  const snapshot = snapshotOf({
    nodes: [
      node('Agency:东疆'),
      node('PilotZone:东疆', ['港']),
      node('Theme:物流', ['港', '口岸']),
      node('Region:口岸', []),
    ],
    relationships: [],
  });

  test('is refused, and the error names the kinds', () => {
    const { argument, message } = refusal(() => findNode(snapshot, '东疆', 'of'));
    expect(argument).toBe('of');
    expect(message).toContain('names 2 nodes (单位, 试点片区); give an id');
    expect(refusal(() => findNode(snapshot, '港', 'of')).message).toContain('names 2 nodes');
  });

  test('is accepted if the kind or the id selects one node', () => {
    expect(snapshot.node(findNode(snapshot, '东疆', 'of', 'PilotZone')).id).toBe('PilotZone:东疆');
    expect(snapshot.node(findNode(snapshot, globalId('Agency', '东疆'), 'of')).id).toBe('Agency:东疆');
    expect(snapshot.node(findNode(snapshot, '港', 'of', 'Theme')).id).toBe('Theme:物流');
  });

  test('is matched exactly if only folding makes the names equal, and refused if no exact match exists', () => {
    const alike = snapshotOf({
      nodes: [node('Theme:乾货'), node('Theme:干货', ['散货'])],
      relationships: [],
    });
    const found = (given: string): string => alike.node(findNode(alike, given, 'of')).id;
    expect([found('乾货'), found('干货')]).toEqual(['Theme:乾货', 'Theme:干货']);
    expect(refusal(() => findNode(alike, '乾貨', 'of')).message).toContain(
      'names 2 nodes (主题, 主题); give an id',
    );
    expect(idsOf(alike, nodesNamed(alike, 'Theme', '乾貨'))).toEqual(['Theme:干货', 'Theme:乾货']);
    expect(refusal(() => assertOneName(alike, 'Theme', '乾貨', 'name')).message).toBe(
      'name: may mean 干货 or 乾货; write the one that is meant as it is printed',
    );
    expect(() => assertOneName(alike, 'Theme', '干货', 'name')).not.toThrow();
  });

  test('means the node with that name, before a node with that alias', () => {
    expect(snapshot.node(findNode(snapshot, '口岸', 'of')).id).toBe('Region:口岸');
  });
});
