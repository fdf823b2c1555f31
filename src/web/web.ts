import { Hono } from 'hono';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Hubs } from '../relay/websub.ts';
import { hubRoutes } from './websub.ts';

export type WebDeps = {
  now: () => EpochMs;
  lastTickAt: () => EpochMs | null;
  /** A tick this long ago means that the scheduler has stopped. */
  staleMs: number;
  /** Not given when hubs cannot reach us. */
  hubs?: Hubs | undefined;
  log: Log;
};

/** What the outside may ask of the process: `/healthz`, 200 while its clock ticks, else 503; `/websub` for hubs. */
export function createWeb({ now, lastTickAt, staleMs, hubs, log }: WebDeps): Hono {
  const web = new Hono();
  web.get('/healthz', (c) => {
    const at = lastTickAt();
    const isHealthy = at !== null && now() - at < staleMs;
    return c.json({ status: isHealthy ? 'ok' : 'stalled', lastTickAt: at }, isHealthy ? 200 : 503);
  });
  if (hubs) web.route('/websub', hubRoutes(hubs));
  web.onError((error, c) => {
    log('web.crashed', { error });
    return c.text('Internal Server Error', 500);
  });
  return web;
}
