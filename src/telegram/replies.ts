import { HttpError, type Transformer } from 'grammy';
import type { ApiError, ApiResponse } from 'grammy/types';
import type { Clock } from '../model.ts';
import type { Pace, PacedChat } from './pace.ts';

const SENDS = /^send(?!ChatAction)|^copy|^forward|^createForumTopic/;
const EDITS = /^edit(?!Ephemeral)/;
/** A person waits for this answer: longer than this is not worth it. */
const LONGEST_WAIT_SECONDS = 10;
/** A connection that breaks is often an old one that Telegram had just closed: the next try opens another. */
const BROKEN_AGAIN_MS = 500;

/** What is said to people waits for its turn in the pace. It is said once more when Telegram still finds that too fast,
 *  or when the connection broke: an answer that comes twice is better than one that never comes. */
export function pacedReplies(pace: Pace, clock: Clock): Transformer {
  return async (previous, method, payload, signal) => {
    const chat = pacedChat(payload);
    const isOfPace = chat && isPaced(method, chat);
    const flood = isOfPace && floodAnswer(pace.restsUntil(chat) - clock.now());
    if (flood) return flood;
    if (isOfPace) await pace.waitForTurn(chat);
    const call = () => previous(method, payload, signal);
    let waitMs = BROKEN_AGAIN_MS;
    try {
      const answer = await call();
      const seconds = retryAfterOf(answer);
      waitMs = seconds * 1000;
      if (chat) pace.rest(chat, clock.now() + waitMs);
      if (!isWorthWaiting(seconds)) return answer;
    } catch (error) {
      if (!isWorthAnother(method, error)) throw error;
    }
    await clock.sleep(waitMs);
    return call();
  };
}

/** What Telegram would say again, and hold against us; null when its rest is over soon. */
function floodAnswer(restMs: number): ApiError | null {
  const seconds = Math.ceil(restMs / 1000);
  if (seconds <= LONGEST_WAIT_SECONDS) return null;
  const description = `Too Many Requests: retry after ${seconds}`;
  return { ok: false, error_code: 429, description, parameters: { retry_after: seconds } };
}

function isWorthWaiting(seconds: number): boolean {
  return seconds > 0 && seconds <= LONGEST_WAIT_SECONDS;
}

/** Polling has its own way back. */
function isWorthAnother(method: string, error: unknown): boolean {
  return method !== 'getUpdates' && error instanceof HttpError;
}

function retryAfterOf(answer: ApiResponse<unknown>): number {
  return answer.ok ? 0 : (answer.parameters?.retry_after ?? 0);
}

function isPaced(method: string, { group }: PacedChat): boolean {
  return SENDS.test(method) || (EDITS.test(method) && group === 'group');
}

/** Channels count as groups here: people are rarely answered in one, and slower is never wrong. */
function pacedChat(payload: unknown): PacedChat | null {
  const id = Number((payload as { chat_id?: unknown } | undefined)?.chat_id);
  return Number.isSafeInteger(id) ? { id, group: id < 0 ? 'group' : 'other' } : null;
}
