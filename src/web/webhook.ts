import { Hono } from 'hono';
import { readAtMost } from './body.ts';

/** Who deals with what Telegram brings (see `bot/webhook.ts`). */
export type UpdateTaker = {
  knows(caller: { path: string; secretToken: string }): Promise<boolean>;
  /** 'later': Telegram shall bring it once more. */
  take(update: BroughtUpdate): Promise<'taken' | 'later'>;
};

/** Of its form nothing else is proved here. */
export type BroughtUpdate = { update_id: number };

/** No update comes near it: a message has 4,096 characters, and a rich one some hundred times that. */
const MAX_UPDATE_BYTES = 4 * 1024 * 1024;

/** Where Telegram brings updates: `POST /<path>`. Who does not know the secret learns nothing, and is not listened to. */
export function webhookRoutes({ knows, take }: UpdateTaker): Hono {
  const routes = new Hono();
  routes.post('/:path', async (c) => {
    const secretToken = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!(await knows({ path: c.req.param('path'), secretToken }))) return c.notFound();
    const body = await readAtMost(c.req.raw, MAX_UPDATE_BYTES);
    if (!body) return c.text('Too large', 413);
    const update = updateIn(body);
    if (!update) return c.text('Not an update', 400);
    const outcome = await take(update);
    return outcome === 'taken' ? c.body(null, 200) : c.text('Not now', 503);
  });
  return routes;
}

function updateIn(body: Uint8Array): BroughtUpdate | null {
  try {
    const update: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const isUpdate = Number.isSafeInteger((update as BroughtUpdate | null)?.update_id);
    return isUpdate ? (update as BroughtUpdate) : null;
  } catch {
    // Not JSON: nobody but Telegram knows the secret, and Telegram brings JSON.
    return null;
  }
}
