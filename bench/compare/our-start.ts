import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

/** What Node is given to start our server: as `npm start`, after its build. */
export const OUR_START: readonly string[] = [...(scripts.start as string).split(' ').slice(1), '--json'];
