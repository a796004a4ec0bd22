import { diagnose } from '../server/diagnose.ts';
import type { JsonOption } from './options.ts';
import { print } from './output.ts';

export async function doctor({ json }: JsonOption): Promise<void> {
  const checks = await diagnose(process.env);
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
  print({ checks }, json, () =>
    checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)} ${detail}`),
  );
}
