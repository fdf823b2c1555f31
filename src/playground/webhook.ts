import { setTimeout as sleep } from 'node:timers/promises';
import type { EpochMs } from '../model.ts';
import { flagOf, integerOf, type Params, textOf } from './fields.ts';
import { badRequest } from './refusals.ts';
import { secondsNow, type Telegram } from './state.ts';
import { allow } from './updates.ts';

/** Where updates are brought to instead of being asked for. */
export type Webhook = {
  url: string;
  secretToken: string;
  /** Kept when it is long over, as Telegram keeps it. */
  lastError: { at: EpochMs; message: string } | null;
  /** The latest update was not taken. */
  isFailing: boolean;
  /** Aborts when another webhook, or none, takes its place. */
  replaced: AbortController;
  /** Looks for updates that wait. */
  wake(): void;
};

/** In real time: how long a webhook that failed is left alone, doubled each time. */
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
const ANSWER_MS = 10_000;

/** As strict as Telegram, except that plain http may stay on this machine. */
export function setWebhook(telegram: Telegram, { fields }: Params): true {
  const url = textOf(fields, 'url');
  const secretToken = textOf(fields, 'secret_token');
  if (!/^[\w-]{0,256}$/.test(secretToken)) {
    throw badRequest('secret token contains unallowed characters');
  }
  if (url !== '' && !isAcceptable(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  const connections = integerOf(fields, 'max_connections') ?? 40;
  if (connections < 1 || connections > 100) throw badRequest('max_connections is out of range');
  const { updates } = telegram;
  allow(updates, fields);
  deleteWebhook(telegram, { fields, uploads: new Map() });
  if (url === '') return true;
  updates.poll?.end('webhook');
  updates.webhook = createWebhook(telegram, url, secretToken);
  updates.webhook.wake();
  return true;
}

export function deleteWebhook({ updates }: Telegram, { fields }: Params): true {
  if (flagOf(fields, 'drop_pending_updates')) updates.waiting = [];
  updates.webhook?.replaced.abort();
  updates.webhook = null;
  return true;
}

export function webhookInfo({ updates }: Telegram) {
  const { webhook, waiting, allowed } = updates;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: waiting.length,
    ...(webhook?.lastError && {
      last_error_date: Math.floor(webhook.lastError.at / 1000),
      last_error_message: webhook.lastError.message,
    }),
    ...(webhook && { max_connections: 40 }),
    ...(allowed && { allowed_updates: [...allowed] }),
  };
}

function isAcceptable(text: string): boolean {
  const url = URL.parse(text);
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? '');
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
}

function createWebhook(telegram: Telegram, url: string, secretToken: string): Webhook {
  const replaced = new AbortController();
  let isBringing = false;
  const webhook: Webhook = {
    ...{ url, secretToken, lastError: null, isFailing: false, replaced },
    wake() {
      if (isBringing) return;
      isBringing = true;
      void bringAll(telegram, webhook).finally(() => {
        isBringing = false;
      });
    },
  };
  return webhook;
}

/** One after another, each until it is taken; Telegram brings those of different chats at once, which asks less of a bot. */
async function bringAll(telegram: Telegram, webhook: Webhook): Promise<void> {
  const { updates } = telegram;
  const end = AbortSignal.any([webhook.replaced.signal, telegram.stopping.signal]);
  let retryMs = FIRST_RETRY_MS;
  for (;;) {
    const [next] = updates.waiting;
    if (!next || end.aborted) return;
    const fault = await bring(next, webhook, end);
    webhook.isFailing = fault !== null;
    if (fault === null) {
      updates.waiting = updates.waiting.filter((it) => it !== next);
      retryMs = FIRST_RETRY_MS;
      continue;
    }
    webhook.lastError = { at: secondsNow(telegram) * 1000, message: fault };
    // An aborted sleep ends early; that is its purpose.
    await sleep(retryMs, undefined, { signal: end }).catch(() => {});
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }
}

/** null when it was taken; else what Telegram tells the bot's owner of it. */
async function bring(update: unknown, webhook: Webhook, end: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secretToken && { 'x-telegram-bot-api-secret-token': webhook.secretToken }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.any([end, AbortSignal.timeout(ANSWER_MS)]),
    });
    await answer.body?.cancel();
    const { ok, status, statusText } = answer;
    return ok ? null : `Wrong response from the webhook: ${status} ${statusText}`;
  } catch {
    return 'Connection refused';
  }
}
