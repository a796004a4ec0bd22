import type { DocumentNode, Token } from 'graphql';
import { TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What an entry takes beside its value, roughly: key, list and bookkeeping. */
const ENTRY_BYTES = 500;
/** What a token takes in a parsed document, with its share of the tree: 250 to 510 were measured. */
const TOKEN_BYTES = 500;
/** Comments are in the list of tokens, and in no tree: 90 were measured. */
const COMMENT_BYTES = 100;

/** What Apollo Server keeps things in, bounded by what they take in memory; those used last stay. */
export class BoundedStore<V extends object | string> {
  readonly #entries: LRUCache<string, V>;

  /** @param bytes how much memory it may take, roughly */
  constructor(bytes: number, bytesOf: (value: V) => number) {
    this.#entries = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (value, key) => ENTRY_BYTES + key.length * 2 + bytesOf(value),
    });
  }

  async get(key: string): Promise<V | undefined> {
    return this.#entries.get(key);
  }

  async set(key: string, value: V): Promise<void> {
    this.#entries.set(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }
}

export const textBytes = (text: string): number => text.length * 2;

/** A parsed document holds its whole source and each of its tokens: comments too, which Apollo Server's own store leaves out. */
export function documentBytes({ loc }: DocumentNode): number {
  let bytes = textBytes(loc?.source.body ?? '');
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next)
    bytes += token.kind === TokenKind.COMMENT ? COMMENT_BYTES : TOKEN_BYTES;
  return bytes;
}
