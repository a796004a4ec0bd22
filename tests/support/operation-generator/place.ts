import type { ResponseShape } from './response-shape.ts';

/** The place where selections are written. All selections at one place of the answer share it. */
export interface SelectionPlace {
  readonly shape: ResponseShape;
  /** The number of selections that may nest here. */
  readonly levels: number;
  /** The number of fragments that may nest here without a field between them. */
  readonly fragments: number;
  /** The maximum number of objects for each object here. */
  readonly room: number;
  readonly hints: ReadonlyMap<string, string>;
}
