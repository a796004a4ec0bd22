import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(ROOT, 'bench/peer/node_modules', name, 'package.json'), 'utf8')).version;

export function commit(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
    const changed = git('status', '--porcelain', '--', 'src', 'cypher', 'bench').trim() !== '';
    return `${git('rev-parse', '--short', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** The conditions of the figures. Read before anything starts, so that the load is that of other processes. */
export function describeRun(): string[] {
  const [cpu] = cpus();
  return [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}`,
    `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    `Node ${process.versions.node}; ${[
      '@neo4j/graphql',
      '@apollo/server',
      'fastify',
      'mercurius',
      'graphql-jit',
      'neo4j-driver',
      'autocannon',
    ]
      .map((name) => `${name} ${versionOf(name)}`)
      .join(', ')}`,
    `load before the run ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ];
}
