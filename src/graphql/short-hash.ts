import { createHash } from 'node:crypto';

/** Distinguishes values in the name of a list. Short, because every cursor contains the name. */
export const shortHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url')
    .slice(0, 12);
