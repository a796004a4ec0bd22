/** The part of an entity tag that is compared: a `W/` before it, which says that it is weak, is left out. */
const OPAQUE_TAG = /"[^"]*"/g;

/**
 * Whether a client's `If-None-Match` names the tag: weakly compared, since what stands between may have compressed the
 * answer and weakened its tag.
 * @param tag a strong tag, with its quotes
 */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && [...header.matchAll(OPAQUE_TAG)].some(([opaque]) => opaque === tag);

/** Whether any answer will do: `*` says that the client has one, of whatever tag. */
export const namesAnyTag = (header: string | undefined): boolean => header?.trim() === '*';
