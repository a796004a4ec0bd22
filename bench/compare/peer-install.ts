import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../peer');

/** The contestants and the load generator are not dependencies of the project. bench/peer/ has its own lock file. */
export function installPeer(): void {
  if (isInstalled()) return;
  console.log('npm ci --prefix bench/peer');
  const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER], { stdio: 'inherit' });
  if (status !== 0) throw new Error('bench/peer could not be installed: run npm ci --prefix bench/peer');
}

/** Whether each package is installed in the required version. */
function isInstalled(): boolean {
  const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  if (!existsSync(join(FOLDER, 'node_modules/.package-lock.json'))) return false;
  const { packages } = read('node_modules/.package-lock.json');
  const asked = Object.entries(read('package.json').dependencies);
  return asked.every(([name, version]) => packages[`node_modules/${name}`]?.version === version);
}
