import { parseArgs } from 'node:util';
import { type OperationName, operationNames } from './operations.ts';

/** 43 is the real bulletin. All other numbers are synthetic items. */
export const REAL_SIZE = 43;

export interface Options {
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
  /** The measured time of one cell. */
  readonly seconds: number;
  /** After this number of minutes the rest is skipped, and the tables say so. */
  readonly minutes: number;
  readonly operations: readonly OperationName[];
  /** Parts of contestants' names; empty means all. */
  readonly only: readonly string[];
  /** Whether to print every cell too. */
  readonly details: boolean;
  /** Whether to write RESULTS.md and growth.svg. */
  readonly write: boolean;
  /** The folder that keeps the graphs for later runs; undefined keeps none. */
  readonly data: string | undefined;
}

const numbers = (list: string, what: string): number[] =>
  list.split(',').map((text) => {
    const number = Number(text);
    if (!(number > 0)) throw new Error(`--${what} takes numbers above 0, not ${text}`);
    return number;
  });

export const USAGE = `npm run bench -- [options]
  --quick              the real bulletin, 8 connections, 1 s a cell; writes no files
  --size 43,10000      how many items; 43 is the real bulletin, and 200000 takes two hours
  --connections 8,64
  --seconds 1.5        how long each cell is measured
  --minutes 40         after these what is left is skipped
  --operations ${operationNames.join(',')}
  --only memory,ours    contestants whose name has one of these; Neo4j is started only if one of them asks it
  --data DIR            keep the graphs there, and take those that are there already
  --details            print every cell: percentiles, processor time, statements
  --no-write           leave RESULTS.md and growth.svg as they are`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string', multiple: true },
      connections: { type: 'string' },
      seconds: { type: 'string' },
      minutes: { type: 'string' },
      operations: { type: 'string' },
      only: { type: 'string' },
      details: { type: 'boolean', default: false },
      write: { type: 'boolean', default: true },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new Error(USAGE);
  const { quick } = values;
  const given = values.size?.flatMap((list) => numbers(list, 'size')) ?? [];
  // Growth needs smaller sizes to compare a large size with.
  const standard = quick ? [REAL_SIZE] : [REAL_SIZE, 10_000];
  const sizes =
    given.length === 0 ? standard : given.length === 1 && !quick ? [...standard, ...given] : given;
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  const [seconds] = numbers(values.seconds ?? (quick ? '1' : '1.5'), 'seconds') as [number];
  const [minutes] = numbers(
    values.minutes ?? (quick ? '10' : distinct.some((size) => size > 10_000) ? '180' : '40'),
    'minutes',
  ) as [number];
  const operations = (values.operations?.split(',') ?? operationNames) as OperationName[];
  const unknown = operations.find((name) => !operationNames.includes(name));
  if (unknown !== undefined) throw new Error(`no operation ${unknown}\n${USAGE}`);
  return {
    sizes: distinct,
    connections: numbers(values.connections ?? (quick ? '8' : '8,64'), 'connections'),
    seconds,
    minutes,
    operations,
    only: values.only?.split(',') ?? [],
    details: values.details,
    write: values.write && !quick,
    data: values.data,
  };
}
