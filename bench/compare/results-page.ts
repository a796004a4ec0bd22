import { CONTESTANTS } from './contestants.ts';
import { goalsTable } from './goals.ts';
import { growthOf } from './growth.ts';
import { headline, short } from './headline.ts';
import { OPERATIONS } from './operations.ts';
import type { Options } from './options.ts';
import { cellOf, type Results } from './results.ts';
import { markdownTable, type Table } from './text-table.ts';

const words = (header: readonly string[], rows: readonly (readonly string[])[], text = 2): Table => ({
  header,
  rows,
  text,
});

const GOALS_SECTION = `## Goals

Our throughput with nothing kept (\`ANSWER_CACHE_MB=0\`) over that of the peer: at 43 items and 8 connections at least
95 % of what it was in the run of commit f96d487. [LIMITS.md](LIMITS.md) has the other goals.
`;

/** RESULTS.md. @param run the conditions of the figures */
export function resultsPage(results: Results, options: Options, run: readonly string[]): string {
  const growth = growthTable(results, options);
  const goals = goalsTable(results, options);
  const sections = [
    `# Results\n\nWritten by \`npm run bench\`; [README.md](README.md) says how to read it. ${options.seconds} s a cell.\n`,
    run.map((line) => `- ${line}`).join('\n'),
    ...(goals === undefined ? [] : [GOALS_SECTION, markdownTable(goals)]),
    '## Throughput\n\nThe peer in requests a second, all others as multiples of it in the same run.\n',
    markdownTable(headline(results, options)),
    ...(growth === undefined
      ? []
      : [
          `## Growth\n\nWhat a request costs at the largest size over what it costs at the smallest, ${options.connections[0]} connections: 1 is none.\n\n![Growth](growth.svg)\n`,
          markdownTable(growth),
        ]),
    '## Start and memory\n',
    markdownTable(startTable(results)),
    '## Import\n',
    markdownTable(importTable(results)),
    '## Every cell\n\n`server ms` and `database ms` are processor time a request, of the server process and of Neo4j.\n',
    markdownTable(detailTable(results, options)),
    ...(results.missing.length === 0
      ? []
      : [
          `## What was not timed\n\n${results.missing.map((line) => `- ${line.replace(/\n/g, '\n  ')}`).join('\n')}`,
        ]),
  ];
  return `${sections.join('\n')}\n`.replace(/\n(## )/g, '\n\n$1');
}

function growthTable(results: Results, { sizes, operations, connections }: Options): Table | undefined {
  const growths = growthOf(results, sizes, operations, connections[0] ?? 0);
  const largest = sizes.at(-1) as number;
  const names = CONTESTANTS.map(({ name }) => name).filter((name) =>
    growths.some(({ contestant }) => contestant === name),
  );
  if (names.length === 0) return undefined;
  const rows = operations.map((operation) => [
    OPERATIONS[operation].title,
    ...names.map((name) => {
      const own = growths.find((each) => each.contestant === name && each.operation === operation);
      return short(own?.points.find(({ items }) => items === largest)?.cost);
    }),
  ]);
  return words([`${largest} items over ${sizes[0]}`, ...names], rows, 0);
}

const startTable = ({ starts }: Results): Table =>
  words(
    ['items', 'first answer ms', 'server', 'MB after it', 'MB after the run'],
    starts.map(({ items, contestant, firstAnswerMs, startMb, endMb }) => [
      String(items),
      short(firstAnswerMs),
      contestant,
      short(startMb),
      short(endMb),
    ]),
  );

const importTable = ({ imports }: Results): Table =>
  words(
    ['items', 'seconds', 'engine', 'items a second', 'commit'],
    imports.map(({ items, seconds, engine, commit }) => [
      String(items),
      short(seconds),
      engine,
      short(items / seconds),
      commit,
    ]),
  );

export function detailTable(results: Results, { sizes, connections, operations }: Options): Table {
  const rows = sizes.flatMap((items) =>
    connections.flatMap((count) =>
      operations.flatMap((operation) =>
        CONTESTANTS.flatMap(({ name }) => {
          const cell = cellOf(results, items, name, operation, count);
          if (cell === undefined) return [];
          const { perSecond, p50, p99, serverMs, databaseMs, statements, failed } = cell;
          return [
            [
              String(items),
              String(count),
              OPERATIONS[operation].title,
              name,
              short(perSecond),
              short(p50),
              short(p99),
              short(serverMs),
              short(databaseMs),
              statements === undefined ? '—' : String(statements),
              String(failed),
            ],
          ];
        }),
      ),
    ),
  );
  return words(
    [
      'items',
      'conn.',
      'operation',
      'server',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'server ms',
      'database ms',
      'statements',
      'failed',
    ],
    rows,
  );
}
