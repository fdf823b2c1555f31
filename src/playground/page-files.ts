import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';

const FOLDER = new URL('page/', import.meta.url);

const TYPES: Record<string, string> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

/** Nothing comes from elsewhere but pictures of linked pages, and these only from this computer: the sample site's. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "img-src 'self' http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the chat page: `/` and `/page/*`. Its TypeScript goes out as JavaScript under its own name. */
export function pageRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', () => answer('index.html'));
  routes.get('/page/:file{[a-z-]+\\.(?:ts|css|svg)}', (c) => answer(c.req.param('file')));
  return routes;
}

/** Read anew each time: an edit shows on reload, and few people ever look at one playground. */
async function answer(file: string): Promise<Response> {
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain';
  const text = await textOf(file);
  if (text === null) return new Response('Not found', { status: 404 });
  return new Response(file.endsWith('.ts') ? stripTypeScriptTypes(text) : text, {
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  });
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(new URL(file, FOLDER), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
