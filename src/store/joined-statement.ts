import { z } from 'zod';
import { checkParams, checkRows } from './rows.ts';
import type { Statement } from './statement.ts';

/** A statement with what it is to be read with. */
export interface Reading<P = unknown, R = unknown> {
  readonly statement: Statement<P, R>;
  readonly params: P;
}

type Params = Record<string, unknown>;
interface PartRows {
  readonly part: number;
  readonly rows: unknown[];
}

const params = z.record(z.string(), z.unknown());
const partRows = z.object({ part: z.int(), rows: z.array(z.unknown()) });

/** The joined statement's name, which is the same whatever the parameters. */
export const nameOfJoined = (readings: readonly Reading[]): string =>
  readings.map(({ statement }) => statement.file).join(' + ');

/**
 * Each statement as it stands, but for its parameters, which get names of their own, and for its rows, which come in one
 * list: that keeps their order. The branches of a union are read in turn, so that what the last part reads is no older
 * than what the others have read.
 */
export function joinStatements(readings: readonly Reading[]): Reading<Params, PartRows> {
  const given = readings.map(({ statement, params }) =>
    Object.entries(checkParams(statement, params) as Params),
  );
  const texts = readings.map(({ statement }, part) => {
    const names = (given[part] ?? []).map(([name]) => name);
    return `CALL () {\n${asOneList(renamed(statement.text, part, names), statement.columns)}\n}\nRETURN ${part} AS part, rows`;
  });
  return {
    statement: {
      file: nameOfJoined(readings),
      text: texts.join('\nUNION ALL\n'),
      mode: 'read',
      columns: ['part', 'rows'],
      params,
      row: partRows as z.ZodType<PartRows>,
    },
    params: Object.fromEntries(
      given.flatMap((entries, part) => entries.map(([name, value]) => [nameIn(part, name), value])),
    ),
  };
}

/** The rows of each part, checked as the part's own. */
export function splitRows(readings: readonly Reading[], rows: readonly PartRows[]): unknown[][] {
  const byPart = new Map(rows.map((row) => [row.part, row.rows]));
  return readings.map(({ statement }, part) => checkRows(statement, byPart.get(part) ?? []));
}

/** A statement's last RETURN begins a line, as no clause inside a subquery does. */
function asOneList(text: string, columns: readonly string[]): string {
  const last = text.lastIndexOf('\nRETURN ');
  const row = columns.map((column) => `${column}: ${column}`).join(', ');
  return `${text.slice(0, last)}\nWITH ${text.slice(last + '\nRETURN '.length)}\nRETURN collect({${row}}) AS rows`;
}

const nameIn = (part: number, name: string): string => `part${part}_${name}`;

const renamed = (text: string, part: number, names: readonly string[]): string =>
  names.length === 0
    ? text
    : text.replace(new RegExp(`\\$(${names.join('|')})\\b`, 'g'), (_match, name) => `$${nameIn(part, name)}`);
