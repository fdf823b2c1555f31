import { type Fields, integerOf, listOf } from './fields.ts';
import { conflict } from './refusals.ts';
import type { Webhook } from './webhook.ts';

/** A Bot API `Update`: its id and one more field that names its kind. */
export type Update = { update_id: number } & Record<string, unknown>;

/** What waits for the bot, and the poll that waits for it. */
export type Updates = {
  waiting: Update[];
  nextId: number;
  /** null until the bot has said which kinds it wants; then kept (the setting is sticky). */
  allowed: ReadonlySet<string> | null;
  poll: { end(reason: PollEnd): void } | null;
  /** Where updates are brought to; null while the bot asks for them. */
  webhook: Webhook | null;
  stopped: boolean;
};

type PollEnd = 'update' | 'timeout' | 'gone' | 'another poll' | 'webhook' | 'stopped';

const LIMIT = 100;
const TIMEOUT_LIMIT_SECONDS = 50;
/** Kinds a bot gets only when it asks for them by name. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export function createUpdates(): Updates {
  return { waiting: [], nextId: 1, allowed: null, poll: null, webhook: null, stopped: false };
}

/** Queues an update, unless the bot does not want its kind. */
export function pushUpdate(updates: Updates, kind: string, body: unknown): void {
  const wanted = updates.allowed?.has(kind) ?? !ON_REQUEST.has(kind);
  if (!wanted) return;
  updates.waiting.push({ update_id: updates.nextId, [kind]: body });
  updates.nextId += 1;
  updates.poll?.end('update');
  updates.webhook?.wake();
}

/** `getUpdates`: confirms everything before `offset`, and waits up to `timeout` seconds of real time for more.
 *  Of two pollers the earlier one gets a 409. */
export async function pollUpdates(
  updates: Updates,
  fields: Fields,
  gone: AbortSignal,
): Promise<Update[]> {
  if (updates.webhook) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  updates.poll?.end('another poll');
  allow(updates, fields);
  confirm(updates, integerOf(fields, 'offset') ?? 0);
  const seconds = Math.min(integerOf(fields, 'timeout') ?? 0, TIMEOUT_LIMIT_SECONDS);
  if (updates.waiting.length === 0 && seconds > 0 && !updates.stopped) {
    const reason = await pollEnd(updates, seconds * 1000, gone);
    if (reason === 'another poll') {
      throw conflict(
        'terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    }
    if (reason === 'webhook') throw conflict('terminated by setWebhook request');
  }
  const limit = integerOf(fields, 'limit') ?? LIMIT;
  return updates.waiting.slice(0, Math.min(Math.max(limit, 1), LIMIT));
}

/** Which kinds the bot wants, when it says so. */
export function allow(updates: Updates, fields: Fields): void {
  if (!Array.isArray(fields.allowed_updates)) return;
  const named = listOf(fields, 'allowed_updates').map(String);
  updates.allowed = named.length === 0 ? null : new Set(named);
}

export function stopUpdates(updates: Updates): void {
  updates.stopped = true;
  updates.poll?.end('stopped');
}

/** A negative offset keeps that many of the newest. */
function confirm(updates: Updates, offset: number): void {
  updates.waiting =
    offset < 0
      ? updates.waiting.slice(offset)
      : updates.waiting.filter(({ update_id }) => update_id >= offset);
}

function pollEnd(updates: Updates, timeoutMs: number, gone: AbortSignal): Promise<PollEnd> {
  return new Promise((resolve) => {
    const end = (reason: PollEnd) => {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
      if (updates.poll === poll) updates.poll = null;
      resolve(reason);
    };
    const leave = () => end('gone');
    const poll = { end };
    const timer = setTimeout(end, timeoutMs, 'timeout');
    updates.poll = poll;
    gone.addEventListener('abort', leave);
    if (gone.aborted) leave();
  });
}
