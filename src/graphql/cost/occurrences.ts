import type { Label } from '../../domain/model.ts';

/** The objects that an answer may have at one place of its selection. All numbers are upper bounds. */
export interface Occurrences {
  readonly count: number;
  /** The number of times that the same object may occur among them. */
  readonly repeats: number;
  /** For edges: the number of times that the same end node may occur. */
  readonly nodeRepeats: number;
  /** The number of lists that contain them. */
  readonly lists: number;
  /** For groups of reform items: the sum of the sizes of the different groups. */
  readonly members: number;
  /** A likely value of `members`. The only number here that is not an upper bound. */
  readonly likelyMembers: number;
  /** The label, if each object is a node. */
  readonly label?: Label | undefined;
  /** The contents of the page, if each object is a connection. */
  readonly page?: Occurrences | undefined;
  /** The arguments of the field that returned them. */
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

/** A number of objects with nothing else known. They may all be the same, and each may be in a list of its own. */
export const anyOf = (count: number): Occurrences => ({
  count,
  repeats: count,
  nodeRepeats: count,
  lists: count,
  members: Number.POSITIVE_INFINITY,
  likelyMembers: Number.POSITIVE_INFINITY,
  args: NO_ARGUMENTS,
});
