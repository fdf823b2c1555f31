import { type ServerType, serve } from '@hono/node-server';
import type { EpochMs } from '../model.ts';
import { createWeb, type WebDeps } from '../web/web.ts';
import type { Running } from './run.ts';

/** What the web server knows besides hubs. */
export type DoorParts = Pick<WebDeps, 'updates' | 'insight'>;

const STALE_MS = 10 * 60_000;

/** Opens the web server, where a port is given; answers what closes it. Rejects when the port cannot be had. */
export async function openDoor(
  { config, surroundings, hubs, door, log }: Running,
  lastTickAt: () => EpochMs | null,
): Promise<() => Promise<void>> {
  if (config.port === undefined) return async () => {};
  const { now } = surroundings.clock;
  const web = createWeb({ now, lastTickAt, staleMs: STALE_MS, hubs, ...door, log });
  const server = await listen(config.port, web.fetch);
  const address = server.address();
  log('web.listening', { port: typeof address === 'object' ? address?.port : config.port });
  return async () => void server.close();
}

function listen(port: number, fetch: ReturnType<typeof createWeb>['fetch']): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port }, () => resolve(server));
    server.once('error', ({ message }) => reject(new Error(`PORT cannot be used: ${message}`)));
  });
}
