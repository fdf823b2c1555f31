import type { Transformer } from 'grammy';
import type { Clock } from '../model.ts';
import type { Pace, PacedChat } from './pace.ts';

const SENDS = /^send(?!ChatAction)|^copy|^forward|^createForumTopic/;
const EDITS = /^edit(?!Ephemeral)/;
/** A person waits for this answer: longer than this is not worth it. */
const LONGEST_WAIT_SECONDS = 10;

/** What is said to people waits for its turn in the pace, and once more when Telegram still says it is too fast. */
export function pacedReplies(pace: Pace, clock: Clock): Transformer {
  return async (previous, method, payload, signal) => {
    const chat = pacedChat(payload);
    const counts = SENDS.test(method) || (EDITS.test(method) && chat?.group === 'group');
    if (chat && counts) await pace.waitForTurn(chat);
    const answer = await previous(method, payload, signal);
    const seconds = answer.ok ? undefined : answer.parameters?.retry_after;
    if (seconds === undefined || seconds > LONGEST_WAIT_SECONDS) return answer;
    await clock.sleep(seconds * 1000);
    return previous(method, payload, signal);
  };
}

/** Channels count as groups here: people are rarely answered in one, and slower is never wrong. */
function pacedChat(payload: unknown): PacedChat | null {
  const id = Number((payload as { chat_id?: unknown } | undefined)?.chat_id);
  return Number.isSafeInteger(id) ? { id, group: id < 0 ? 'group' : 'other' } : null;
}
