import type { Label } from '../../domain/model.ts';

/** The objects that an answer may have at one place of its selection. All numbers are upper bounds. */
export interface Occurrences {
  readonly count: number;
  /** How often the same object may be among them. */
  readonly repeats: number;
  /** Where each is an edge: how often the node at its end may be among theirs. */
  readonly nodeRepeats: number;
  /** How many lists they are in. */
  readonly lists: number;
  /** Where each stands for a group of reform items: how many those groups have together, each counted once. */
  readonly members: number;
  /** How many those likely are; the one number here that is no bound. */
  readonly likelyMembers: number;
  /** Where each is a node. */
  readonly label?: Label | undefined;
  /** Where each is a connection: what its page has. */
  readonly page?: Occurrences | undefined;
  /** The arguments of the field that gave them. */
  readonly args: Readonly<Record<string, unknown>>;
}

const NO_ARGUMENTS = {};

/** The root of an operation. */
export const ROOT: Occurrences = {
  count: 1,
  repeats: 1,
  nodeRepeats: 1,
  lists: 1,
  members: Number.POSITIVE_INFINITY,
  likelyMembers: Number.POSITIVE_INFINITY,
  args: NO_ARGUMENTS,
};

/** So many objects of which nothing else is known: they may all be the same, and each a list of its own. */
export const anyOf = (count: number): Occurrences => ({
  count,
  repeats: count,
  nodeRepeats: count,
  lists: count,
  members: Number.POSITIVE_INFINITY,
  likelyMembers: Number.POSITIVE_INFINITY,
  args: NO_ARGUMENTS,
});
