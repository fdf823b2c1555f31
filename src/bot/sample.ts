import { postFor } from '../relay/posts.ts';
import type { Chat, Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import type { SendOutcome } from '../telegram/send.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

type Sample = { feeds: Pick<Feed, 'id'>[]; count: number; parts: BotParts };
type Unsent = Exclude<SendOutcome, { kind: 'sent' }>;

/**
 * Shows the newest posts of these feeds as they look in that place, newest last; answers whether there were any. Who
 * asked hears when Telegram does not take them.
 */
export async function sendNewest(
  ctx: BotContext,
  place: Place,
  { feeds, count, parts }: Sample,
): Promise<'shown' | 'none'> {
  const { store, sendPost, posts, clock, log } = parts;
  const ids = feeds.map(({ id }) => id);
  const newest = await store.entries.newest(ids, count);
  const chat = (await store.chats.get(place.chatId)) ?? ctx.known;
  const pictures = chat.textOnlyUntil > clock.now() ? 'forbidden' : 'wanted';
  for (const entry of newest.toReversed()) {
    const outcome = await sendPost({ ...place, pictures }, postFor(chat, entry, posts));
    if (outcome.kind === 'sent') continue;
    log('sample.unsent', { chatId: place.chatId, ...outcome });
    await answer(ctx, unsentText(ctx, chat, outcome));
    // Only what is wrong with one post alone leaves hope for the others.
    if (outcome.kind !== 'refused') break;
  }
  return newest.length > 0 ? 'shown' : 'none';
}

function unsentText(ctx: BotContext, { title }: Chat, { kind }: Unsent): string {
  switch (kind) {
    case 'noRights':
    case 'gone':
      return ctx.say('unsent-rights', { chat: title });
    case 'topicGone':
    case 'topicClosed':
      return ctx.say('unsent-topic');
    default:
      return ctx.say('unsent');
  }
}
