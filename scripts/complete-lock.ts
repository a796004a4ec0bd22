/**
 * Adds to package-lock.json an entry for each platform's build of a native package. `npm install` omits builds that the
 * current registry does not offer. Then `npm ci` rejects the lock file (npm 11) or installs no native build on other
 * platforms. Run after every change of dependencies: `npm run lock`. With `--check` it only checks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  version: string;
  optionalDependencies?: Record<string, string>;
  [key: string]: unknown;
}

const file = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
const { packages } = lock;

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(
      ([name]) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    )
    .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
);
const registryAddresses = Object.keys(packages).filter((path) => 'resolved' in (packages[path] as Entry));

if (process.argv.includes('--check')) {
  const complaints = [
    ...missing.map(({ name }) => `package-lock.json has no entry for ${name} (npm run lock)`),
    ...registryAddresses.map((path) => `package-lock.json names a registry for ${path} (see .npmrc)`),
  ];
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} else {
  for (const { name, version, dev } of missing) {
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(dev ? { dev } : {}),
      optional: true,
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`added ${missing.length} platform entries`);
}

/** `@swc/core-linux-x64-gnu` → os, cpu and libc, as such package names encode them. */
function platformOf(name: string): Record<string, string[]> {
  const match =
    /-(darwin|win32|linux|android|freebsd|openharmony)-(x64|arm64|ia32|arm|ppc64|riscv64|s390x|loong64)(?:-(\w+))?$/.exec(
      name,
    );
  if (match === null) throw new Error(`cannot tell the platform of ${name}: add its entry by hand`);
  const [, os = '', cpu = '', abi = ''] = match;
  const libc = abi.startsWith('gnu') ? 'glibc' : abi.startsWith('musl') ? 'musl' : undefined;
  return { os: [os], cpu: [cpu], ...(os === 'linux' && libc !== undefined ? { libc: [libc] } : {}) };
}
