import type { Import } from './dataset.ts';
import type { Load } from './load.ts';
import type { OperationName } from './operations.ts';

/** One operation of one contestant at one size under one load. */
export interface Cell extends Load {
  readonly items: number;
  readonly contestant: string;
  readonly operation: OperationName;
  readonly connections: number;
  /** Processor milliseconds per request, of the server process and of the separate database process. */
  readonly serverMs: number;
  readonly databaseMs: number | undefined;
  readonly statements: number | undefined;
}

export interface Start {
  readonly items: number;
  readonly contestant: string;
  /** From the start command to the first answer. */
  readonly firstAnswerMs: number;
  /** After the first answer, and after all the cells. */
  readonly startMb: number;
  readonly endMb: number;
}

export interface Results {
  readonly cells: Cell[];
  readonly starts: Start[];
  readonly imports: Import[];
  /** Operations that were not timed, with the reasons. */
  readonly missing: string[];
  /** Whether two servers gave different answers: a defect of one of them or of the benchmark. */
  differed: boolean;
}

export const cellOf = (
  { cells }: Results,
  items: number,
  contestant: string,
  operation: OperationName,
  connections: number,
): Cell | undefined =>
  cells.find(
    (cell) =>
      cell.items === items &&
      cell.contestant === contestant &&
      cell.operation === operation &&
      cell.connections === connections,
  );
