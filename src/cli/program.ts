import { Command } from 'commander';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { serveCommand } from './serve.ts';
import { statsCommand } from './stats.ts';
import { validateCommand } from './validate.ts';

const HELP = `
Examples:
  policy-graph serve                              answer GraphQL at http://127.0.0.1:4000
  policy-graph validate seeds/tianjin-7.txt       read a bulletin and report, writing nothing
  policy-graph import seeds/tianjin-7.txt         make the graph say what the bulletin says
  policy-graph stats --json                       what is in the graph
  policy-graph doctor                             what is wrong here, and how to mend it

Each bulletin NAME.txt is described by NAME.yaml beside it, and read with the vocabularies
agencies.yaml, zones.yaml, themes.yaml and regions.yaml of the folder named by SEEDS.

Environment:
  GRAPH_URL         file:./data/graph.grafeo (embedded, default), memory:, bolt://HOST, neo4j://HOST, neo4j+s://HOST
  GRAPH_USER        neo4j            GRAPH_PASSWORD   none          GRAPH_DATABASE   the server's own
  HOST              127.0.0.1        PORT             4000          LOG_LEVEL        info
  CORS_ORIGINS      none             QUERY_TIMEOUT_MS 10000         SEEDS            seeds

Exit codes: 0 done; 1 the input, the configuration or the database is not as it must be; 2 wrong usage.
`;

export function createProgram(): Command {
  const program = new Command('policy-graph')
    .description(
      'A knowledge graph of reform bulletins: import them, ask about them over GraphQL. 政策知识图谱',
    )
    .addHelpText('after', HELP)
    .configureHelp({ sortSubcommands: false })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  const commands = [serveCommand(), importCommand(), validateCommand(), statsCommand(), doctorCommand()];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}
