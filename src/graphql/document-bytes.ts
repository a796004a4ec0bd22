import { type DocumentNode, type Token, TokenKind } from 'graphql';

/** The size of a token in a parsed document, including its share of the tree. Measured: 250 to 510. */
const TOKEN_BYTES = 500;
/** Comments are in the token list but not in the tree. Measured: 90. */
const COMMENT_BYTES = 100;

export const textBytes = (text: string): number => text.length * 2;

/**
 * A parsed document holds its whole source and all its tokens. This includes comments, which Apollo Server's own store
 * does not count.
 */
export function documentBytes({ loc }: DocumentNode): number {
  let bytes = textBytes(loc?.source.body ?? '');
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next)
    bytes += token.kind === TokenKind.COMMENT ? COMMENT_BYTES : TOKEN_BYTES;
  return bytes;
}
