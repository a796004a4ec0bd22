import { Command } from 'commander';
import { InvalidInput } from '../domain/errors.ts';
import type { ImportOptions, JsonOption, ProposeOptions } from './options.ts';
import { printError } from './output.ts';

const HELP = `
Examples:
  policy-graph serve                              answer GraphQL at http://127.0.0.1:4000
  policy-graph validate seeds/tianjin-7.txt       read a bulletin and report, writing nothing
  policy-graph import seeds/tianjin-7.txt         make the graph say what the bulletin says
  policy-graph import --dry-run FILE              what an import would change, down to each property
  policy-graph stats --json                       what is in the graph
  policy-graph doctor                             what is wrong here, and how to fix it

Each bulletin NAME.txt is described by NAME.yaml beside it, and read with the vocabularies
agencies.yaml, zones.yaml, themes.yaml and regions.yaml of the folder named by SEEDS, the rules of facts in its
folder facts/, and, where there is one, corrections.yaml.

Environment:
  GRAPH_URL         file:./data/graph.grafeo (embedded, default), memory:, bolt://HOST, neo4j://HOST, neo4j+s://HOST
  GRAPH_USER        neo4j            GRAPH_PASSWORD   none          GRAPH_DATABASE   the server's own
  HOST              127.0.0.1        PORT             4000          LOG_LEVEL        info
  CORS_ORIGINS      none             QUERY_TIMEOUT_MS 10000          SEEDS            seeds
  QUERY_MAX_LENGTH  20000            ANSWER_CACHE_MB  32             COMPILE          on
  GRAPH_FRESHNESS_MS 1000            GRAPH_MAX_STALE_MS 60000        EXPLAIN          on, in production off
  QUERY_MAX_OBJECTS 20000            QUERY_MAX_DEPTH  16             QUERY_MAX_ALIASES 30
  QUERY_MAX_MS      2000             QUEUE_MAX_MS     20000          QUEUE_MAX_CLIENT_MS 4000
  TRUST_PROXY       none

Exit codes: 0 done; 1 the input, the configuration or the database is not as it must be; 2 wrong usage.
`;

/** The commands and their options. Each command imports its code only when called, so that the others start fast. */
export function createProgram(): Command {
  const program = new Command('policy-graph')
    .description(
      'A knowledge graph of reform bulletins: import them, ask about them over GraphQL. 政策知识图谱',
    )
    .addHelpText('after', HELP)
    .configureOutput({ outputError: (text, write) => (asksForJson() ? printUsageError(text) : write(text)) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

  command(program, 'serve', 'Answer GraphQL; an empty graph is first filled from the seeds').action(
    async (options: JsonOption) => (await import('./serve.ts')).serve(options),
  );
  command(
    program,
    'import',
    'Make the graph say what these bulletins say, each in one transaction; the same file again changes nothing',
  )
    .argument('<files...>', 'bulletins, such as seeds/tianjin-7.txt')
    .option(
      '--replace',
      'let a corrected file take the place of the one that its batch was imported from',
      false,
    )
    .option('--dry-run', 'print every node and relationship that would change, and write nothing', false)
    .action(async (files: string[], options: ImportOptions) =>
      (await import('./import.ts')).importFiles(files, options),
    );
  command(
    program,
    'validate',
    'Read these bulletins and report what they hold and what is wrong; writes nothing',
  )
    .argument('<files...>', 'bulletins, such as seeds/tianjin-7.txt')
    .action(async (files: string[], options: JsonOption) =>
      (await import('./validate.ts')).validate(files, options),
    );
  command(
    program,
    'propose-continuations',
    'List earlier items of the graph that those of a bulletin may go on with, and why; writes nothing',
  )
    .argument('<file>', 'a bulletin, such as seeds/tianjin-7.txt')
    .option('--min-score <score>', 'how much alike two items must be, 0 to 1', '0.4')
    .action(async (file: string, options: ProposeOptions) =>
      (await import('./propose-continuations.ts')).propose(file, options),
    );
  command(program, 'stats', 'Count what is in the graph').action(async (options: JsonOption) =>
    (await import('./stats.ts')).stats(options),
  );
  command(
    program,
    'doctor',
    'Check Node, the configuration, the embedded engine, the seeds and the database, and say how to fix them',
  ).action(async (options: JsonOption) => (await import('./doctor.ts')).doctor(options));
  return program;
}

/** Reads the raw arguments, because the command line itself is invalid. */
const asksForJson = (): boolean => process.argv.includes('--json');

const printUsageError = (text: string): void =>
  printError(true, new InvalidInput('command line', text.trim().replace(/^error: /, '')));

const command = (program: Command, name: string, description: string): Command =>
  program.command(name).description(description).option('--json', 'print one JSON document', false);
