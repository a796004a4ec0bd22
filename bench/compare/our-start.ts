import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

/** The arguments of Node to start our server: as in `npm start`, after its build. */
export const OUR_START: readonly string[] = [...(scripts.start as string).split(' ').slice(1), '--json'];
