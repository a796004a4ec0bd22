import type { ResponseShape } from './response-shape.ts';

/** Where selections are written: all that stand at one place of the answer share it. */
export interface SelectionPlace {
  readonly shape: ResponseShape;
  /** How many selections may nest here. */
  readonly levels: number;
  /** How many fragments may nest here, without a field between them. */
  readonly fragments: number;
  /** How many objects there may be of each one here. */
  readonly room: number;
  readonly hints: ReadonlyMap<string, string>;
}
