import { fileURLToPath } from 'node:url';

/** The folder of package.json, cypher/, schema/ and playground/, from src/ and from dist/ alike. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
