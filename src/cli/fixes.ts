import type { ErrorCode } from '../domain/errors.ts';

/** Fixes for the errors that a command can cause. All other errors belong to HTTP. */
const FIXES = {
  BAD_USER_INPUT: 'correct the argument that the message names',
  STORE_UNAVAILABLE:
    'check GRAPH_URL, GRAPH_USER and GRAPH_PASSWORD, and that the database runs; doctor tells more',
  STORE_TIMEOUT: 'check that the database runs well, and do it again; or raise QUERY_TIMEOUT_MS',
  STORE_LOCKED: 'stop the other process, or use Neo4j',
  STORE_READ_ONLY: 'let this user write the file, its folder and its log, or name another file in GRAPH_URL',
  STORE_FULL: 'free some space on the disk of the file that GRAPH_URL names, and do it again',
  STORE_DAMAGED:
    'name a graph’s file in GRAPH_URL, put a backup in its place, or remove it and its log and import the bulletins again',
  STORE_INCOMPLETE: 'import the latest bulletins again',
  QUERY_FAILED: 'report this, with the whole message: it is a defect of the program',
  ROW_SHAPE:
    'report this, with the whole message: it is a defect of the program, or the graph was changed by hand',
  INGEST_FAILED: 'correct the file at the places that the message names',
  BATCH_CONFLICT: 'import with --replace where the file is to take the place of the other one',
  CONFIG_INVALID: 'correct the environment variables that the message names',
  INTERNAL_SERVER_ERROR: 'report this, with the whole message: it is a defect of the program',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** The user's fix for an error. The message names the place, and often gives more details. */
export const fixOf = (code: ErrorCode): string =>
  (FIXES as Partial<Record<ErrorCode, string>>)[code] ?? FIXES.INTERNAL_SERVER_ERROR;
