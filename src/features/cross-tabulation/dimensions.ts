import { registerEnumType } from 'type-graphql';
import { appendTo } from '../../domain/group-by.ts';
import type { Label } from '../../domain/model.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { linkedToItem } from '../../snapshot/item-links.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

export const DIMENSIONS = ['AGENCY', 'ZONE', 'THEME', 'DOMAIN', 'REGION', 'BATCH'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const DimensionEnum = enumOf(DIMENSIONS);
registerEnumType(DimensionEnum, {
  name: 'Dimension',
  description: 'The ways to group reform items. 维度',
  valuesConfig: {
    AGENCY: { description: 'Responsible agencies. 负责单位' },
    ZONE: { description: 'Zones where they are piloted. 试点片区' },
    THEME: { description: 'Themes of the lower level. 主题' },
    DOMAIN: { description: 'Upper-level themes, including the themes below them. 主题领域' },
    REGION: { description: 'The regions they are promoted to. 推广范围' },
    BATCH: { description: 'The bulletin they were published in. 批次' },
  },
});

interface DimensionModel {
  readonly label: Label;
  /** Every node of the dimension, ascending by id. Agencies that only appear in texts are left out. */
  members(snapshot: GraphSnapshot): readonly number[];
  /** The nodes that an item is linked to, each once. */
  of(snapshot: GraphSnapshot, item: number): Iterable<number>;
}

const domainsOf = perSnapshot(
  (snapshot) =>
    new Set(
      snapshot.ofLabel('Theme').filter((theme) => snapshot.linked(theme, 'NARROWER_THAN', false).length > 0),
    ),
);
const isDomain = (snapshot: GraphSnapshot, theme: number): boolean => domainsOf(snapshot).has(theme);

/** The domains of each theme: the theme itself if it is a domain, else the domains above it. */
const domainsAbove = perSnapshot((snapshot) => {
  const above = (theme: number): readonly number[] =>
    isDomain(snapshot, theme) ? [theme] : [...snapshot.linked(theme, 'NARROWER_THAN', true)];
  return new Map(snapshot.ofLabel('Theme').map((theme) => [theme, above(theme)]));
});

/** The meaning of each dimension in the graph. */
export const dimensions: Readonly<Record<Dimension, DimensionModel>> = {
  AGENCY: {
    label: 'Agency',
    members: (snapshot) =>
      snapshot.ofLabel('Agency').filter((agency) => snapshot.degree(agency, 'RESPONSIBLE_FOR') > 0),
    of: (snapshot, item) => linkedToItem(snapshot, item, 'Agency'),
  },
  ZONE: {
    label: 'PilotZone',
    members: (snapshot) => snapshot.ofLabel('PilotZone'),
    of: (snapshot, item) => linkedToItem(snapshot, item, 'PilotZone'),
  },
  THEME: {
    label: 'Theme',
    members: (snapshot) => snapshot.ofLabel('Theme').filter((theme) => !isDomain(snapshot, theme)),
    of: (snapshot, item) => {
      const themes = linkedToItem(snapshot, item, 'Theme');
      // Rarely needed, and a filtered copy for each item would cost more than all the rest.
      return themes.some((theme) => isDomain(snapshot, theme))
        ? themes.filter((theme) => !isDomain(snapshot, theme))
        : themes;
    },
  },
  DOMAIN: {
    label: 'Theme',
    members: (snapshot) => snapshot.ofLabel('Theme').filter((theme) => isDomain(snapshot, theme)),
    of: (snapshot, item) => {
      const above = domainsAbove(snapshot);
      const found: number[] = [];
      for (const theme of linkedToItem(snapshot, item, 'Theme'))
        for (const domain of above.get(theme) ?? []) if (!found.includes(domain)) found.push(domain);
      return found;
    },
  },
  REGION: {
    label: 'Region',
    members: (snapshot) => snapshot.ofLabel('Region'),
    of: (snapshot, item) => linkedToItem(snapshot, item, 'Region'),
  },
  BATCH: {
    label: 'Batch',
    members: (snapshot) => snapshot.ofLabel('Batch'),
    of: (snapshot, item) => linkedToItem(snapshot, item, 'Batch'),
  },
};

/** The items of each node of a dimension that has any of them, in the order of `items`. */
export function itemsByMember(
  snapshot: GraphSnapshot,
  dimension: Dimension,
  items: readonly number[],
): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const item of items) {
    for (const member of dimensions[dimension].of(snapshot, item)) appendTo(groups, member, item);
  }
  return groups;
}
