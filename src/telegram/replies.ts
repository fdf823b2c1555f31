import { HttpError, type Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import type { Clock } from '../model.ts';
import type { Pace, PacedChat } from './pace.ts';
import { floodAnswer } from './rest.ts';

const SENDS = /^send(?!ChatAction)|^copy|^forward|^createForumTopic/;
const EDITS = /^edit(?!ForumTopic)/;
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
    const restMs = () => (isOfPace ? pace.restsUntil(chat) - clock.now() : 0);
    const call = async () => {
      const trip = isOfPace ? await pace.waitForTurn(chat) : null;
      try {
        // Another message may have met a flood meanwhile.
        if (isTooLong(restMs())) return floodAnswer(restMs());
        if (restMs() > 0) await clock.sleep(restMs());
        return await previous(method, payload, signal);
      } finally {
        trip?.arrived();
      }
    };
    if (isTooLong(restMs())) return floodAnswer(restMs());
    try {
      const answer = await call();
      const waitMs = chat ? heed(answer, chat, pace) : 0;
      if (!isWorthWaiting(waitMs)) return answer;
      // Its next turn comes after the rest that it was told of.
      if (!isOfPace) await clock.sleep(waitMs);
    } catch (error) {
      if (!isWorthAnother(method, error)) throw error;
      await clock.sleep(BROKEN_AGAIN_MS);
    }
    return call();
  };
}

function isTooLong(waitMs: number): boolean {
  return waitMs > LONGEST_WAIT_SECONDS * 1000;
}

function isWorthWaiting(waitMs: number): boolean {
  return waitMs > 0 && !isTooLong(waitMs);
}

/** Polling has its own way back. */
function isWorthAnother(method: string, error: unknown): boolean {
  return method !== 'getUpdates' && error instanceof HttpError;
}

/** How long Telegram asks us to leave the chat alone, which the pace is told of. */
function heed(answer: ApiResponse<unknown>, chat: PacedChat, pace: Pace): number {
  const waitMs = answer.ok ? 0 : (answer.parameters?.retry_after ?? 0) * 1000;
  if (waitMs > 0) pace.flooded(chat, waitMs);
  return waitMs;
}

function isPaced(method: string, { group }: PacedChat): boolean {
  return SENDS.test(method) || (EDITS.test(method) && group === 'group');
}

/** Channels count as groups here: people are rarely answered in one, and slower is never wrong. */
function pacedChat(payload: unknown): PacedChat | null {
  const id = Number((payload as { chat_id?: unknown } | undefined)?.chat_id);
  return Number.isSafeInteger(id) ? { id, group: id < 0 ? 'group' : 'other' } : null;
}
