import { createHash } from 'node:crypto';

/** Tells values apart in the name of a list, which every cursor carries. */
export const shortHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url')
    .slice(0, 12);
