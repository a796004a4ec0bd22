import fc from 'fast-check';
import type { ItemClause } from '../../../src/domain/item-clause.ts';
import type { RelationshipType } from '../../../src/domain/model.ts';
import type { Dimension } from '../../../src/features/cross-tabulation/dimensions.ts';
import { foldText } from '../../../src/text/fold-text.ts';
import { documentsOf } from './documents-of.ts';
import { type RandomGraph, randomGraph, WORDS } from './random-graph.ts';

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** Null allows all relationships, but no path through a region or batch. */
  readonly through: readonly RelationshipType[] | null;
  readonly maxLength: number;
}

export interface TableQuestion {
  readonly rows: Dimension;
  readonly columns: Dimension;
  /** The maximum number of listed rows, and of listed columns. */
  readonly most: number;
}

/** A graph and the queries on it. */
export interface RandomCase {
  readonly graph: RandomGraph;
  readonly paths: readonly PathQuestion[];
  /** No filter, and a random one. */
  readonly filters: readonly (ItemClause[] | null)[];
  readonly table: TableQuestion;
}

const TYPES: readonly RelationshipType[] = [
  'RESPONSIBLE_FOR',
  'PILOTED_IN',
  'HAS_THEME',
  'PROMOTED_TO',
  'PUBLISHED_IN',
  'PART_OF',
  'ADMINISTERS',
  'NARROWER_THAN',
];
const DIMENSIONS: readonly Dimension[] = ['AGENCY', 'ZONE', 'THEME', 'DOMAIN', 'REGION', 'BATCH'];
const MANY = 1_000_000;

const nodeIndex = fc.nat(999);
const dimension = fc.constantFrom(...DIMENSIONS);
const ends = fc.record({
  from: nodeIndex,
  to: nodeIndex,
  through: fc.oneof(
    fc.constant(null),
    fc.subarray([...TYPES], { minLength: 1 }),
    fc.subarray([...TYPES], { minLength: 5 }),
  ),
  maxLength: fc.oneof(fc.constant(8), fc.integer({ min: 1, max: 7 })),
});

/** Part of a clause that is empty in most clauses. */
const seldom = <T>(arbitrary: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary });
const nodeIndexes = (minLength: number, maxLength: number) =>
  seldom(fc.array(nodeIndex, { minLength, maxLength }));
const texts = seldom(
  fc.array(fc.constantFrom(...WORDS.map(foldText), '林r', 'cep'), {
    minLength: 1,
    maxLength: 2,
  }),
);
const least = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const most = fc.oneof({ weight: 4, arbitrary: fc.constant(MANY) }, { weight: 1, arbitrary: fc.nat(3) });
const clause = fc.record({
  linkedToAll: nodeIndexes(1, 2),
  linkedToAny: seldom(fc.array(fc.array(nodeIndex, { maxLength: 5 }), { minLength: 1, maxLength: 2 })),
  linkedToNone: nodeIndexes(1, 3),
  containsAll: texts,
  containsNone: texts,
  minAgencies: least,
  maxAgencies: most,
  minZones: least,
  maxZones: most,
  minThemes: least,
  maxThemes: most,
});
const clauses = fc.array(clause, { maxLength: 3 });

export const randomCase: fc.Arbitrary<RandomCase> = fc
  .record({
    graph: randomGraph,
    paths: fc.array(ends, { minLength: 4, maxLength: 8 }),
    filter: clauses,
    table: fc.record({ rows: dimension, columns: dimension, most: fc.constantFrom(100, 100, 3) }),
  })
  .map(({ graph, paths, filter, ...rest }) => {
    const ids = [...new Set(documentsOf(graph).flatMap(({ nodes }) => nodes.map(({ id }) => id)))];
    const idAt = (among: readonly string[], number: number): string =>
      among[Math.floor((number / 1000) * among.length)] as string;
    /** The ids that an item may be linked to, and one id that is not in the graph. */
    const linkable = [...ids.filter((id) => !id.startsWith('ReformItem:')), 'Theme:无此主题'];
    const linked = (numbers: readonly number[]): string[] => numbers.map((each) => idAt(linkable, each));
    return {
      ...rest,
      graph,
      paths: paths
        .map((each) => ({ ...each, from: idAt(ids, each.from), to: idAt(ids, each.to) }))
        .filter(({ from, to }) => from !== to),
      filters: [
        null,
        filter.map(
          (each): ItemClause => ({
            ...each,
            linkedToAll: linked(each.linkedToAll),
            linkedToAny: each.linkedToAny.map(linked),
            linkedToNone: linked(each.linkedToNone),
          }),
        ),
      ],
    };
  });
