import type { Transformer } from 'grammy';
import type { ApiError } from 'grammy/types';
import type { Clock } from '../model.ts';
import type { Pace } from './pace.ts';

/** What shows a message, or changes one. */
const SHOWS = /^(send(?!ChatAction)|edit|copy|forward)/;

/** What Telegram would say of a chat that rests, and hold against us. */
export function floodAnswer(restMs: number): ApiError {
  const seconds = Math.ceil(restMs / 1000);
  const description = `Too Many Requests: retry after ${seconds}`;
  return { ok: false, error_code: 429, description, parameters: { retry_after: seconds } };
}

/** Lets no broadcast leave to a chat that rests: since it had its turn, or between two rungs of one post, an answer to
 *  somebody there may have met a flood. */
export function heedRests(pace: Pick<Pace, 'restsUntil'>, clock: Pick<Clock, 'now'>): Transformer {
  return async (previous, method, payload, signal) => {
    if (!SHOWS.test(method)) return previous(method, payload, signal);
    const id = Number((payload as { chat_id?: unknown }).chat_id);
    const restMs = pace.restsUntil({ id }) - clock.now();
    // What a call answers is its own; that it failed is common to all.
    return restMs > 0 ? (floodAnswer(restMs) as never) : previous(method, payload, signal);
  };
}
