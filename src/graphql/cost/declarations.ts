import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import type { GraphStatistics } from './graph-statistics.ts';
import type { ListBound } from './list-bounds.ts';
import type { Work } from './weights.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Work that a field does. */
export interface Computation {
  readonly work: Work;
  /** The number of times, if it depends on the arguments and the graph. */
  readonly times?: (args: Arguments, statistics: GraphStatistics) => number;
  /** Whether this number depends on the words of a text argument, and not only on the number of words. */
  readonly byText?: boolean;
  /** Once for each object that has the field (default), or once for each list that contains such objects. */
  readonly per?: 'object' | 'list';
}

/** The cost declarations of fields, in the extensions of the schema. */
interface CostExtensions {
  readonly lists?: ListBound;
  readonly page?: 'edges' | 'nodes';
  readonly sameNode?: true;
  readonly computes?: readonly Computation[];
  readonly countsWays?: true;
}

/** Declares the upper bound of the list that the field returns. For a connection: of its whole list. */
export const Lists = (bound: ListBound): MethodDecorator & PropertyDecorator => Extensions({ lists: bound });

/** Declares that the field returns the page of its connection: the edges, or the nodes at their ends. */
export const Page = (page: 'edges' | 'nodes'): MethodDecorator & PropertyDecorator => Extensions({ page });

/** Declares that the field returns the one node of its edge or count. */
export const SameNode = (): MethodDecorator & PropertyDecorator => Extensions({ sameNode: true });

/** Declares that the field follows every relationship of its path to count the paths to each end. */
export const CountsPaths = (): MethodDecorator & PropertyDecorator => Extensions({ countsWays: true });

/** Declares the work that the field does in addition to reading the snapshot. */
export const Computes = (...computes: readonly (Work | Computation)[]): MethodDecorator & PropertyDecorator =>
  Extensions({ computes: computes.map((each) => (typeof each === 'string' ? { work: each } : each)) });

export const declared = ({ extensions }: GraphQLField<unknown, unknown>): CostExtensions => extensions;

/** Whether the field returns a page of a list, as made by connectionOf. */
export function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    Object.values(named.getFields()).some((field) => declared(field).page !== undefined)
  );
}
