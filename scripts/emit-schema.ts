/** Writes schema/schema.graphql as the server serves it. With `--check`: fails if the committed file differs. */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSdl } from '../src/server/print-sdl.ts';
import { createSchema } from '../src/server/schema.ts';

const file = join(import.meta.dirname, '../schema/schema.graphql');
const sdl = printSdl(createSchema());
if (!process.argv.includes('--check')) {
  writeFileSync(file, sdl);
} else if (readFileSync(file, 'utf8') !== sdl) {
  console.error('schema/schema.graphql is not what the server serves (npm run generate)');
  process.exitCode = 1;
}
