import type { Vocabulary } from '../../src/ingest/vocabulary.ts';
import type { AgencyEntry, RegionEntry, ThemeEntry, ZoneEntry } from '../../src/ingest/vocabulary-entries.ts';
import type { Dice } from './dice.ts';

/** The entries to join an item to. The text is then written so that the import finds them. */
export interface DrawnItem {
  readonly agencies: readonly AgencyEntry[];
  readonly zones: readonly ZoneEntry[];
  readonly themes: readonly ThemeEntry[];
  readonly region: RegionEntry;
}

/** Shares in the 43 items of the seventh batch: [count, share]. Regions are in the order of regions.yaml. */
const AGENCY_SHARES = [
  [1, 33 / 43],
  [2, 8 / 43],
  [4, 2 / 43],
] as const;
const ZONE_SHARES = [
  [0, 10 / 43],
  [1, 31 / 43],
  [2, 2 / 43],
] as const;
const THEME_SHARES = [
  [1, 19 / 43],
  [2, 22 / 43],
  [3, 2 / 43],
] as const;
const REGION_SHARES = [
  [0, 0.85],
  [1, 0.15],
] as const;

/** How often an item has a usual theme of its first agency, so that not all pairs are equally likely. */
const USUAL_SHARE = 0.5;
const USUAL_SUBJECTS = 3;

/**
 * The number of entries in use by the n-th item: as in the seventh batch at item 43, then growing ever more slowly. The
 * powers give about 190 agencies, 20 zones and 48 themes at 10,000 items, and all entries soon after 200,000.
 */
const known = (atFirstBatch: number, power: number, n: number, most: number): number =>
  Math.max(1, Math.min(most, n, Math.floor(atFirstBatch * (n / 43) ** power)));

/** The n-th item, counted from 1. It does not depend on later items. */
export function drawItem(
  n: number,
  { agencies, zones, domains, regions }: Vocabulary,
  dice: Dice,
): DrawnItem {
  const themes = domains.flatMap((domain) => domain.themes);
  const agenciesAt = (item: number): number => known(23, 0.39, item, agencies.length);
  const isNewcomer = n === 1 || agenciesAt(n) > agenciesAt(n - 1);
  const agencyRanks = distinct(
    dice.byShare(AGENCY_SHARES),
    agenciesAt(n),
    (ranks) => dice.skewed(ranks),
    isNewcomer ? [agenciesAt(n) - 1] : [],
  );
  const knownThemes = known(30, 0.088, Math.max(n, 43), themes.length);
  const themeRanks = distinct(dice.byShare(THEME_SHARES), knownThemes, (ranks) =>
    dice.next() < USUAL_SHARE ? usualSubject(agencyRanks[0] ?? 0, ranks, dice) : dice.skewed(ranks),
  );
  const knownZones = known(6, 0.2246, Math.max(n, 43), zones.length);
  const zoneRanks = distinct(dice.byShare(ZONE_SHARES), knownZones, (ranks) => dice.skewed(ranks));
  return {
    agencies: agencyRanks.map((rank) => agencies[rank] as AgencyEntry),
    zones: zoneRanks.map((rank) => zones[rank] as ZoneEntry),
    themes: themeRanks.map((rank) => themes[rank] as ThemeEntry),
    region: regions[dice.byShare(REGION_SHARES)] as RegionEntry,
  };
}

/** The multiplication by a prime gives neighbours in the list different themes. */
const usualSubject = (agencyRank: number, themes: number, dice: Dice): number =>
  (agencyRank * 7 + dice.between(0, USUAL_SUBJECTS - 1) * 11) % themes;

function distinct(
  count: number,
  ranks: number,
  draw: (ranks: number) => number,
  given: readonly number[] = [],
): number[] {
  const drawn = new Set(given);
  while (drawn.size < Math.min(count, ranks)) drawn.add(draw(ranks));
  return [...drawn];
}
