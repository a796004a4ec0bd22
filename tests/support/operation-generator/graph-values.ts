import type { Json } from './generated-operation.ts';

/** A cursor, and the arguments of its list if the cursor depends on them. */
export interface CursorSample {
  readonly cursor: string;
  readonly given?: Readonly<Record<string, Json>>;
}

/** Values of a graph to use as arguments, so that generated operations have answers. */
export interface GraphValues {
  /**
   * Values by `OUTER.NAME` or by `NAME`. NAME is an argument or input field. OUTER is the field, argument or input
   * field that contains it. Examples: `agency.name`, `themes.anyOf`, `asOf`.
   */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** By the coordinate of a connection field, for example `Agency.reformItems`. */
  readonly cursors: Readonly<Record<string, readonly CursorSample[]>>;
}
