import { goneSettings, readConfig } from '../config.ts';
import { type RunningServer, startServer } from '../http/start-server.ts';
import type { JsonOption } from './options.ts';
import { printError, report } from './output.ts';
import { openConfigured } from './with-store.ts';

/** Requests that still run after this time are aborted, so that the process ends within 10 s of a signal. */
const GIVE_UP_MS = 9000;

export const serve = ({ json }: JsonOption): Promise<void> =>
  report(
    json,
    async () => {
      const config = readConfig(process.env);
      let server: RunningServer | undefined;
      let stopping = false;
      const stop = (): void => {
        if (stopping) return;
        stopping = true;
        setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
        // During startup there is nothing to finish: an interrupted import leaves the graph unchanged.
        if (server === undefined) process.exit(0);
        server.close().then(
          () => process.exit(0),
          (error: unknown) => {
            printError(json, error);
            process.exit(1);
          },
        );
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      server = await startServer(await openConfigured(config), config, goneSettings(process.env));
      const { url } = server;
      // Print last, because a reader of the address may send a signal at once.
      console.log(
        json
          ? JSON.stringify({ url })
          : `政策知识图谱 ${url}  (GraphQL: ${url}/graphql, 演练场: ${url}/graphiql)`,
      );
    },
    { staysUp: true },
  );
