import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../peer');

/** The peer and the load generator are no dependencies of the project: bench/peer/ has a lock file of its own. */
export function installPeer(): void {
  if (existsSync(join(FOLDER, 'node_modules/.package-lock.json'))) return;
  console.log('npm ci --prefix bench/peer');
  const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the peer could not be installed: run npm ci --prefix bench/peer');
}
