import type { Json } from './generated-operation.ts';

/** A cursor, and the arguments that its list had where it depends on them. */
export interface CursorSample {
  readonly cursor: string;
  readonly given?: Readonly<Record<string, Json>>;
}

/** What a graph holds, for arguments to be given: so generated operations have answers. */
export interface GraphValues {
  /**
   * Values by `OUTER.NAME` or by `NAME`: NAME is an argument or input field, OUTER the field, argument or input field
   * that it stands in, such as `agency.name`, `themes.anyOf`, `asOf`.
   */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** By the coordinate of a connection field, such as `Agency.reformItems`. */
  readonly cursors: Readonly<Record<string, readonly CursorSample[]>>;
}
