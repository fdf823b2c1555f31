import { createHash } from 'node:crypto';
import type { EpochMs } from '../model.ts';

export type Representation = {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  modified: EpochMs;
};

/** Answers with ETag and Last-Modified, or 304 to those who have it (RFC 9110 §13.2.2: the tag goes before the date). */
export function conditional(request: Request, { body, type, modified }: Representation): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'last-modified': new Date(modified).toUTCString(),
    'cache-control': 'no-cache',
  };
  if (isKnown(request, etag, modified)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': type } });
}

function isKnown({ headers }: Request, etag: string, modified: EpochMs): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) {
    return tags.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(modified / 1000) * 1000 <= since;
}
