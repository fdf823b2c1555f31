import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type Answer, answerCall, type Reply } from './calls.ts';
import { fileById } from './files.ts';
import { Refusal } from './refusals.ts';
import { paramsOf } from './requests.ts';
import type { Telegram } from './state.ts';

const UNAUTHORIZED: Answer = { ok: false, error_code: 401, description: 'Unauthorized' };

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function botRoutes(telegram: Telegram): Hono<{ Bindings: Partial<HttpBindings> }> {
  const routes = new Hono<{ Bindings: Partial<HttpBindings> }>();
  routes.on(['GET', 'POST'], '/:bot{bot[^/]+}/:method', async (c) => {
    if (c.req.param('bot') !== `bot${telegram.token}`) return json(UNAUTHORIZED);
    const reply = await replyTo(telegram, c.req.param('method'), c.req.raw);
    switch (reply.kind) {
      case 'json':
        return json(reply.answer);
      case 'html 502':
        return c.html('<html><body><h1>502 Bad Gateway</h1></body></html>', 502);
      case 'hang':
        await ended(telegram, c.req.raw.signal);
        return brokenAnswer(c.env?.incoming);
      case 'reset':
        return brokenAnswer(c.env?.incoming);
    }
  });
  routes.get('/file/:bot/:kind/:id', (c) => {
    if (c.req.param('bot') !== `bot${telegram.token}`) return json(UNAUTHORIZED);
    return fileAnswer(telegram, c.req.param('id'));
  });
  return routes;
}

export function fileAnswer(telegram: Telegram, fileId: string): Response {
  const file = fileById(telegram.files, fileId);
  if (file === undefined) return json({ ok: false, error_code: 404, description: 'Not Found' });
  // Nothing that a bot uploads may run beside the page.
  const headers = {
    'content-type': file.contentType,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  return new Response(new Uint8Array(file.bytes), { headers });
}

async function replyTo(telegram: Telegram, method: string, request: Request): Promise<Reply> {
  try {
    const params = await paramsOf(request);
    return await answerCall(telegram, { method, params, gone: request.signal });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { errorCode, message } = error;
    return {
      kind: 'json',
      answer: { ok: false, error_code: errorCode, description: message },
    };
  }
}

function json(answer: Answer): Response {
  const status = answer.ok ? 200 : answer.error_code;
  const wait = answer.ok ? undefined : answer.parameters?.retry_after;
  const headers = wait === undefined ? {} : { 'retry-after': String(wait) };
  return Response.json(answer, { status, headers });
}

/** Cuts the connection; without one (a call inside the process) the body breaks instead. */
function brokenAnswer(incoming: HttpBindings['incoming'] | undefined): Response {
  incoming?.socket.destroy();
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('The connection was reset')),
  });
  return new Response(incoming ? null : broken);
}

function ended(telegram: Telegram, gone: AbortSignal): Promise<void> {
  const end = AbortSignal.any([gone, telegram.stopping.signal]);
  return new Promise((resolve) => {
    if (end.aborted) resolve();
    else end.addEventListener('abort', () => resolve());
  });
}
