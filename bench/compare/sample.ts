import type { RawDriver } from '../raw-driver.ts';

/** An agency and the number of its items to request. */
export interface NestedValue {
  readonly agency: string;
  readonly first: number;
}

/** The subjects of the operations, taken from the data so that every size has its own. */
export interface Sample {
  readonly item: string;
  readonly agency: string;
  readonly nested: NestedValue;
  readonly rotating: readonly NestedValue[];
  readonly word: string;
}

const VALUES = 50;
const FIRST = 10;

/**
 * The item in the middle; an agency with more items than three in four agencies have, so that it is neither the busiest
 * nor one with almost no data; and the 50 busiest agencies. If a bulletin has fewer, pages of other lengths are
 * requested too, so that there are always 50 different values.
 */
export async function drawSample(driver: RawDriver): Promise<Sample> {
  const items = (await driver.read('MATCH (i:ReformItem) RETURN i.code AS code ORDER BY i.position')) as {
    code: string;
  }[];
  const agencies = (await driver.read(
    `MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(i:ReformItem)
     WITH a, count(i) AS load
     RETURN a.name AS name, load ORDER BY load DESC, a.id`,
  )) as { name: string }[];
  const nameAt = (place: number): string => agencies[place % agencies.length]?.name as string;
  const agency = nameAt(Math.floor(agencies.length / 4));
  return {
    item: items[Math.floor(items.length / 2)]?.code as string,
    agency,
    nested: { agency, first: FIRST },
    rotating: Array.from({ length: VALUES }, (_, place) => ({
      agency: nameAt(place),
      first: FIRST - Math.floor(place / agencies.length),
    })),
    word: '融资租赁',
  };
}
