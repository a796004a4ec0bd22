/** Something that a person should look at. It does not stop the import. */
export interface Warning {
  readonly code: 'UNKNOWN_AGENCY' | 'NO_THEME' | 'UNREAD_NUMBER' | 'UNREAD_DOCUMENT' | 'UNREAD_FIRST';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
  readonly fix: string;
}
