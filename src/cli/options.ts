/** Every command can print one JSON document for programs. */
export interface JsonOption {
  readonly json: boolean;
}

export interface ImportOptions extends JsonOption {
  /** Let a corrected file replace the one that its batch was imported from. */
  readonly replace: boolean;
  /** Report the changes, and write nothing. */
  readonly dryRun: boolean;
}

export interface ProposeOptions extends JsonOption {
  /** As written on the command line. */
  readonly minScore: string;
}
