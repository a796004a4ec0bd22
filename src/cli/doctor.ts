import { Command } from 'commander';
import { diagnose } from '../server/diagnose.ts';
import { print } from './output.ts';

export const doctorCommand = (): Command =>
  new Command('doctor')
    .description(
      'Check Node, the configuration, the embedded engine, the seeds and the database, and say how to mend them',
    )
    .option('--json', 'print one JSON document', false)
    .action(async ({ json }: { json: boolean }) => {
      const checks = await diagnose(process.env);
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
      print({ checks }, json, () =>
        checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)} ${detail}`),
      );
    });
