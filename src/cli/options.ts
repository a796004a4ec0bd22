/** Every command prints one JSON document where a program reads it. */
export interface JsonOption {
  readonly json: boolean;
}

export interface ImportOptions extends JsonOption {
  /** Let a corrected file take the place of the one that its batch was imported from. */
  readonly replace: boolean;
  /** Tell what would change, and write nothing. */
  readonly dryRun: boolean;
}

export interface ProposeOptions extends JsonOption {
  /** As written on the command line. */
  readonly minScore: string;
}
