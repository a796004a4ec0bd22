import { diagnose } from '../server/diagnose.ts';
import { fixOf } from './fixes.ts';
import type { JsonOption } from './options.ts';
import { print, report } from './output.ts';

export const doctor = ({ json }: JsonOption): Promise<void> =>
  report(json, async () => {
    const checks = (await diagnose(process.env)).map((check) => ({
      ...check,
      ...(check.code === undefined ? {} : { fix: fixOf(check.code) }),
    }));
    if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    print({ checks }, json, () =>
      checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)} ${detail}`),
    );
  });
