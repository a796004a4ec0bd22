import { readConfig } from '../config.ts';
import { startServer } from '../server/start-server.ts';
import type { JsonOption } from './options.ts';
import { report } from './output.ts';
import { openConfigured } from './with-store.ts';

/** After this long, a request that still runs is given up, so that the process ends within 10 s of a signal. */
const DRAIN_MS = 8000;

export const serve = ({ json }: JsonOption): Promise<void> =>
  report(json, async () => {
    const config = readConfig(process.env);
    const server = await startServer(await openConfigured(config), config);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    const { url } = server;
    // Last, since whoever reads the address may signal at once.
    console.log(
      json
        ? JSON.stringify({ url })
        : `政策知识图谱 ${url}  (GraphQL: ${url}/graphql, 演练场: ${url}/graphiql)`,
    );
  });
