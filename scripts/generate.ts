/**
 * Writes every file that is generated from another: `npm run generate`. With `--check` it writes nothing and fails if a
 * committed file differs from the generated one.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bindings } from './generate-bindings.ts';
import { loadStatements, modelSummary, writeStatements } from './generate-load.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  const target = join(root, path);
  const current = tryRead(target);
  if (current === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const cypherFiles = (): string[] =>
  readdirSync(join(root, 'cypher'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher') && !file.startsWith('analysis/'))
    .sort();

const derived = loadStatements();
for (const [file, text] of Object.entries(derived)) put(`cypher/${file}`, text);
for (const file of cypherFiles()) {
  const text = readFileSync(join(root, 'cypher', file), 'utf8');
  if (text.includes('// Generated from src/domain/model.ts') && derived[file] === undefined) {
    stale.push(`cypher/${file}`);
    if (!check) rmSync(join(root, 'cypher', file));
  }
}
put('cypher/schema.json', modelSummary());
put('src/store/load/write-statements.gen.ts', writeStatements());
put(
  'src/store/statements.gen.ts',
  bindings(cypherFiles().map((file) => [file, readFileSync(join(root, 'cypher', file), 'utf8')])),
);

if (check && stale.length > 0) {
  console.error(`Not as generated (npm run generate):\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'generated files are up to date' : `wrote ${stale.join(', ')}`);
}
