import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { PolicyGraphError } from '../domain/errors.ts';
import { duplicateKey } from './duplicate-key.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The text of a JSON body, unchanged. */
    bodyText: string | undefined;
  }
}

/** The maximum length of a cached body. Applications send the same bodies for many users; these share one object. */
const LONGEST_KNOWN = 4000;
const KNOWN_BYTES = 4_000_000;
/** The approximate memory of a body per character: its text and its parsed values. */
const BYTES_PER_CHARACTER = 6;
const ENTRY_BYTES = 500;

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;
/** ASCII is UTF-8 too. */
const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

/** Reads bodies only as JSON in UTF-8. So a page of another origin cannot send one without a CORS preflight. */
export function readJsonBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyText', undefined);
  const parse = app.getDefaultJsonParser('error', 'error');
  const known = new LRUCache<string, object>({
    maxSize: KNOWN_BYTES,
    sizeCalculation: (_body, text) => ENTRY_BYTES + BYTES_PER_CHARACTER * text.length,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const fault = encodingFault(request.headers['content-type'] ?? '', body);
    if (fault !== undefined) return done(fault);
    const text = body.toString('utf8');
    request.bodyText = text;
    const before = known.get(text);
    if (before !== undefined) return done(null, before);
    return parse(request, text, (error, value) => {
      const wrong = error ?? duplicateFault(text) ?? null;
      if (wrong === null && typeof value === 'object' && text.length <= LONGEST_KNOWN) known.set(text, value);
      done(wrong, value);
    });
  });
}

function encodingFault(contentType: string, body: Buffer): PolicyGraphError | undefined {
  const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase();
  if (charset !== undefined && !CHARSETS.has(charset)) {
    const message = `send JSON in UTF-8, and not in ${charset.slice(0, 40)}`;
    return new PolicyGraphError('UNSUPPORTED_MEDIA_TYPE', message);
  }
  return isUtf8(body) ? undefined : new PolicyGraphError('BAD_REQUEST', 'the body is not valid UTF-8');
}

function duplicateFault(text: string): PolicyGraphError | undefined {
  const key = duplicateKey(text);
  if (key === undefined) return undefined;
  const shown = JSON.stringify(key.slice(0, 60));
  return new PolicyGraphError('BAD_REQUEST', `the body has the key ${shown} twice in one object`);
}
