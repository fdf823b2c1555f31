import { Hono } from 'hono';
import type { EpochMs } from '../model.ts';

export type WebDeps = {
  now: () => EpochMs;
  lastTickAt: () => EpochMs | null;
  /** A tick this long ago means that the scheduler has stopped. */
  staleMs: number;
};

/** What the outside may ask of the process: `/healthz`, 200 while its clock ticks, else 503. */
export function createWeb({ now, lastTickAt, staleMs }: WebDeps): Hono {
  const web = new Hono();
  web.get('/healthz', (c) => {
    const at = lastTickAt();
    const isHealthy = at !== null && now() - at < staleMs;
    return c.json({ status: isHealthy ? 'ok' : 'stalled', lastTickAt: at }, isHealthy ? 200 : 503);
  });
  return web;
}
