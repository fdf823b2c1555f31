import type { StoredEntry } from '../store/entries.ts';
import { answerOf } from '../telegram/answer.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

/** An ephemeral answer is accepted within 15 s of the tap, and nobody likes to look at nothing for longer than this. */
const SOON_MS = 3_000;

/** The entry with its whole article. While its page is asked for, a message says so. */
export async function opened(
  ctx: BotContext,
  entry: StoredEntry,
  { fullTexts }: BotParts,
): Promise<StoredEntry> {
  if (!(await fullTexts.isOpenable(entry))) return entry;
  const { chat, message_id } = await answer(ctx, ctx.say('read-loading'));
  const article = await fullTexts.open(entry);
  await answerOf(ctx.api.deleteMessage(chat.id, message_id));
  return { ...entry, article };
}

/** The same where nobody may wait: what comes too late is there at the next tap. */
export async function openedSoon(
  entry: StoredEntry,
  { fullTexts, clock }: BotParts,
): Promise<StoredEntry> {
  const waiting = new AbortController();
  const late = clock.sleep(SOON_MS, waiting.signal).then(() => entry.article);
  const article = await Promise.race([fullTexts.open(entry), late]);
  waiting.abort();
  return { ...entry, article };
}
