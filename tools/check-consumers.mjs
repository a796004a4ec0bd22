// Lets the tools that clients generate their types with read the schema: each compiles the operations of its folder in
// ../tests/consumers, and tsc compares the types with those that the folder expects.
//
//   npm --prefix tools run check:consumers

import { exec } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('../tests/consumers', import.meta.url));
const bin = fileURLToPath(new URL('node_modules/.bin', import.meta.url));
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const run = promisify(exec);

const reports = await Promise.all([
  report('relay-compiler', 'relay', ['relay-compiler', 'tsc']),
  report('GraphQL Code Generator', 'codegen', ['graphql-codegen', 'tsc']),
  report('gql.tada', 'gql-tada', ['gql.tada generate-output', 'gql.tada check', 'tsc']),
]);
for (const { line } of reports) console.log(line);
process.exitCode = reports.every(({ ok }) => ok) ? 0 : 1;

/** One line on a consumer, and below it what the command said that failed. */
async function report(name, folder, commands) {
  const start = performance.now();
  const cwd = join(root, folder);
  const generated = join(cwd, '__generated__');
  // Nothing of an earlier run may stand in for what a tool no longer writes.
  await rm(generated, { recursive: true, force: true });
  // relay-compiler wants to find the folder.
  await mkdir(generated);
  for (const command of commands) {
    try {
      await run(command, { cwd, env });
    } catch ({ stdout, stderr }) {
      const said = stripVTControlCharacters(`${stdout}${stderr}`).trim();
      return { ok: false, line: `FAIL ${name}: ${command} in tests/consumers/${folder}\n${said}` };
    }
  }
  return { ok: true, line: `ok   ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)` };
}
