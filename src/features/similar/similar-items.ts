import type { RelationshipType } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { foldText } from '../../text/fold-text.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { ITEM_WEIGHTS, jaccard, scoreOf, toParts } from './score.ts';
import type { SimilarReformItem } from './similarity.type.ts';

/** What an item is linked to, by aspect: the relationship, and whether it leads away from the item. */
const LINKS = {
  AGENCIES: { type: 'RESPONSIBLE_FOR', outward: false },
  THEMES: { type: 'HAS_THEME', outward: true },
  ZONES: { type: 'PILOTED_IN', outward: true },
  DOCUMENTS: { type: 'CITES', outward: true },
} as const satisfies Record<string, { type: RelationshipType; outward: boolean }>;
type LinkAspect = keyof typeof LINKS;
const linkAspects = Object.keys(LINKS) as LinkAspect[];

/** The reform items most like one, best first, then by id; none that has nothing in common with it. */
export function similarItems(index: SearchIndex, item: number, first: number): SimilarReformItem[] {
  const { snapshot } = index;
  const { title, content } = snapshot.nodeOf('ReformItem', item);
  const texts = index.prose.similarities(foldText(title), foldText(content));
  const shared = sharedLinks(snapshot, item);
  const others = new Set([...texts.keys(), ...linkAspects.flatMap((aspect) => [...shared[aspect].keys()])]);
  others.delete(item);
  return [...others]
    .filter((other) => snapshot.labelOf(other) === 'ReformItem')
    .map((other) => {
      const values = {
        ...linkValues(snapshot, item, other, shared),
        TEXT: texts.get(other) ?? 0,
      };
      const parts = toParts(ITEM_WEIGHTS, values);
      return { other, parts, score: scoreOf(parts) };
    })
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, first)
    .map(({ other, parts, score }) => ({
      item: snapshot.nodeOf('ReformItem', other),
      score,
      parts,
      sharedAgencies: both(snapshot, item, other, 'AGENCIES').map((end) => snapshot.nodeOf('Agency', end)),
      sharedThemes: both(snapshot, item, other, 'THEMES').map((end) => snapshot.nodeOf('Theme', end)),
      sharedZones: both(snapshot, item, other, 'ZONES').map((end) => snapshot.nodeOf('PilotZone', end)),
      sharedDocuments: both(snapshot, item, other, 'DOCUMENTS').map((end) =>
        snapshot.nodeOf('PolicyDocument', end),
      ),
    }));
}

const byAspect = <T>(of: (aspect: LinkAspect) => T): Record<LinkAspect, T> => ({
  AGENCIES: of('AGENCIES'),
  THEMES: of('THEMES'),
  ZONES: of('ZONES'),
  DOCUMENTS: of('DOCUMENTS'),
});

const linkedBy = (snapshot: GraphSnapshot, item: number, aspect: LinkAspect): Uint32Array =>
  snapshot.linked(item, LINKS[aspect].type, LINKS[aspect].outward);

/** How many agencies, themes, zones and documents each other item shares with one. */
function sharedLinks(snapshot: GraphSnapshot, item: number): Record<LinkAspect, Map<number, number>> {
  const count = (aspect: LinkAspect): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const end of linkedBy(snapshot, item, aspect)) {
      for (const other of snapshot.linked(end, LINKS[aspect].type, !LINKS[aspect].outward))
        counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return counts;
  };
  return byAspect(count);
}

function linkValues(
  snapshot: GraphSnapshot,
  item: number,
  other: number,
  shared: Record<LinkAspect, Map<number, number>>,
): Record<LinkAspect, number> {
  const value = (aspect: LinkAspect): number =>
    jaccard(
      shared[aspect].get(other) ?? 0,
      linkedBy(snapshot, item, aspect).length,
      linkedBy(snapshot, other, aspect).length,
    );
  return byAspect(value);
}

function both(snapshot: GraphSnapshot, item: number, other: number, aspect: LinkAspect): number[] {
  const ends = new Set(linkedBy(snapshot, other, aspect));
  return [...linkedBy(snapshot, item, aspect)].filter((end) => ends.has(end));
}
