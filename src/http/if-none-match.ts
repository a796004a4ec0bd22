/** The part of an entity tag to compare, without the `W/` that marks a weak tag. */
const OPAQUE_TAG = /"[^"]*"/g;

/**
 * Whether a client's `If-None-Match` names the tag. The comparison is weak, since a proxy may have compressed the
 * answer and weakened its tag.
 * @param tag a strong tag, with its quotes
 */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && [...header.matchAll(OPAQUE_TAG)].some(([opaque]) => opaque === tag);

/** Whether the header matches every tag: `*` means that the client has some answer, with any tag. */
export const namesAnyTag = (header: string | undefined): boolean => header?.trim() === '*';
