import type { RawDriver } from '../raw-driver.ts';

/** An agency and how many of its items are asked for. */
export interface NestedValue {
  readonly agency: string;
  readonly first: number;
}

/** What the operations ask about, taken from the data so that every size has its own. */
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
 * The item in the middle; an agency with more items than three in four have, so that neither the busiest nor one with
 * nothing to tell stands for all; and the 50 busiest agencies. A bulletin with fewer asks for pages of other lengths
 * too, so that 50 values differ everywhere.
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
