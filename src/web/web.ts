import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Status } from '../relay/status.ts';
import type { Hubs } from '../relay/websub.ts';
import type { Metrics } from './metrics.ts';
import { readiness } from './ready.ts';
import { type UpdateTaker, webhookRoutes } from './webhook.ts';
import { hubRoutes } from './websub.ts';

export type WebDeps = {
  now: () => EpochMs;
  lastTickAt: () => EpochMs | null;
  /** A tick this long ago means that the scheduler has stopped. */
  staleMs: number;
  /** Not given when hubs cannot reach us. */
  hubs?: Hubs | undefined;
  /** Who takes what Telegram brings; not given when it is asked instead. */
  updates?: UpdateTaker | undefined;
  insight?: Insight | undefined;
  log: Log;
};

/** What the process can tell of itself. */
export type Insight = {
  status: () => Promise<Status>;
  telegramAt: () => Promise<EpochMs | null>;
  metrics: Pick<Metrics, 'text'>;
  /** Who asks for the metrics must know it; undefined: anybody may. */
  metricsToken: string | undefined;
};

/**
 * What the outside may ask of the process: `/healthz`, 200 while its clock ticks, else 503; `/readyz`, whether it can do
 * its work; `/metrics`; `/websub` for hubs, `/telegram` for Telegram.
 */
export function createWeb(deps: WebDeps): Hono {
  const { now, lastTickAt, staleMs, hubs, updates, insight, log } = deps;
  const web = new Hono();
  web.get('/healthz', (c) => {
    const at = lastTickAt();
    const isHealthy = at !== null && now() - at < staleMs;
    return c.json({ status: isHealthy ? 'ok' : 'stalled', lastTickAt: at }, isHealthy ? 200 : 503);
  });
  if (insight) web.route('/', insightRoutes(insight, deps));
  if (hubs) web.route('/websub', hubRoutes(hubs));
  if (updates) web.route('/telegram', webhookRoutes(updates));
  web.onError((error, c) => {
    log('web.crashed', { error });
    return c.text('Internal Server Error', 500);
  });
  return web;
}

function insightRoutes(insight: Insight, deps: WebDeps): Hono {
  const { status, telegramAt, metrics, metricsToken } = insight;
  const { now, lastTickAt } = deps;
  const routes = new Hono();
  routes.get('/readyz', async (c) => {
    const ready = await readiness({ ...deps, telegramAt, askDatabase: status });
    return c.json(ready, ready.status === 'ready' ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    if (!isAllowed(c.req.header('authorization'), metricsToken)) {
      return c.text('Unauthorized', 401, { 'www-authenticate': 'Bearer' });
    }
    const [read, at] = await Promise.all([status(), telegramAt()]);
    const moments = { now: now(), lastTickAt: lastTickAt(), telegramAt: at };
    const { contentType, body } = await metrics.text({ ...moments, status: read });
    return c.body(body, 200, { 'content-type': contentType });
  });
  return routes;
}

function isAllowed(authorization: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
