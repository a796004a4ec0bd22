import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import type { GraphStatistics } from './graph-statistics.ts';
import type { ListBound } from './list-bounds.ts';
import type { Work } from './weights.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Work that a field does. */
export interface Computation {
  readonly work: Work;
  /** How often, where that depends on its arguments and the graph. */
  readonly times?: (args: Arguments, statistics: GraphStatistics) => number;
  /** Whether that depends on what a text of the arguments says, and not only on how many words it has. */
  readonly byText?: boolean;
  /** Once for each object that has the field, the default, or once for each list that such objects are in. */
  readonly per?: 'object' | 'list';
}

/** What fields say of their cost, in the extensions of the schema. */
interface CostExtensions {
  readonly lists?: ListBound;
  readonly page?: 'edges' | 'nodes';
  readonly sameNode?: true;
  readonly computes?: readonly Computation[];
  readonly countsWays?: true;
}

/** Declares what bounds the list that the field gives; of a connection, its whole list. */
export const Lists = (bound: ListBound): MethodDecorator & PropertyDecorator => Extensions({ lists: bound });

/** Declares that the field gives the page of its connection: its edges, or the nodes at their ends. */
export const Page = (page: 'edges' | 'nodes'): MethodDecorator & PropertyDecorator => Extensions({ page });

/** Declares that the field gives the one node that its edge, or its count, is of. */
export const SameNode = (): MethodDecorator & PropertyDecorator => Extensions({ sameNode: true });

/** Declares that the field goes every way of its path to count what each end has. */
export const CountsWays = (): MethodDecorator & PropertyDecorator => Extensions({ countsWays: true });

/** Declares what the field computes beyond reading it from the snapshot. */
export const Computes = (...computes: readonly (Work | Computation)[]): MethodDecorator & PropertyDecorator =>
  Extensions({ computes: computes.map((each) => (typeof each === 'string' ? { work: each } : each)) });

export const declared = ({ extensions }: GraphQLField<unknown, unknown>): CostExtensions => extensions;

/** Whether the field gives a page of a list, as connectionOf makes them. */
export function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    Object.values(named.getFields()).some((field) => declared(field).page !== undefined)
  );
}
