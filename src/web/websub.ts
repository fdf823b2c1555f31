import { Hono } from 'hono';
import type { Hubs } from '../relay/websub.ts';
import { readAtMost } from './body.ts';

/** As much as a fetched feed may have. */
const MAX_PUSH_BYTES = 10 * 1024 * 1024;

/**
 * Where hubs confirm and push (w3.org/TR/websub): `GET` and `POST /<callback>`. A callback that nobody gave out is
 * 404 for a question and 410 for a push, whose body then is not read.
 */
export function hubRoutes(hubs: Pick<Hubs, 'answer' | 'expects' | 'receive'>): Hono {
  const routes = new Hono();

  routes.get('/:callback', async (c) => {
    const answer = await hubs.answer(c.req.param('callback'), {
      mode: c.req.query('hub.mode') ?? '',
      topicUrl: c.req.query('hub.topic') ?? '',
      challenge: c.req.query('hub.challenge') ?? '',
      leaseSeconds: c.req.query('hub.lease_seconds'),
    });
    switch (answer.kind) {
      case 'confirmed':
        // As plain text and nothing else: a browser that is led here must not take it for a page.
        return c.text(answer.challenge, 200, { 'x-content-type-options': 'nosniff' });
      case 'noted':
        return c.body(null, 204);
      case 'unknown':
        return c.notFound();
    }
  });

  routes.post('/:callback', async (c) => {
    const callback = c.req.param('callback');
    if (!(await hubs.expects(callback))) return c.text('Gone', 410);
    const body = await readAtMost(c.req.raw, MAX_PUSH_BYTES);
    if (!body) return c.text('Too large', 413);
    const outcome = await hubs.receive(callback, {
      body,
      contentType: c.req.header('content-type') ?? null,
      signature: c.req.header('x-hub-signature'),
      link: c.req.header('link'),
    });
    return outcome === 'gone' ? c.text('Gone', 410) : c.body(null, 202);
  });

  return routes;
}
