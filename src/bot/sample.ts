import { newestWanted } from '../relay/filters.ts';
import { postFor } from '../relay/posts.ts';
import { rememberShown } from '../relay/reacted.ts';
import type { Chat, Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import type { SendOutcome } from '../telegram/send.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

type Sample = {
  feeds: Pick<Feed, 'id'>[];
  count: number;
  parts: BotParts;
  /** Where posts look like that; not given: in the place itself. */
  looks?: Place;
  /** Which of the newest posts are shown: those that the place wants; not given: all. */
  only?: 'wanted';
};
type Unsent = Exclude<SendOutcome, { kind: 'sent' }>;

/**
 * Shows the newest posts of these feeds as they look in that place, newest last; answers whether there were any,
 * or only such as the place does not want. Who asked hears when Telegram does not take them.
 */
export async function sendNewest(
  ctx: BotContext,
  place: Place,
  { feeds, count, parts, looks = place, only }: Sample,
): Promise<'shown' | 'none' | 'unwanted'> {
  const { store, sendPost, posts, clock, log } = parts;
  const chat = (await store.chats.get(place.chatId)) ?? ctx.known;
  const pictures = chat.textOnlyUntil > clock.now() ? 'forbidden' : 'wanted';
  const there = (await store.chats.get(looks.chatId)) ?? chat;
  const asked = { feedIds: feeds.map(({ id }) => id), count };
  const { wanted, isAnyLeftOut } =
    only === 'wanted'
      ? await newestWanted(asked, { place: looks, chat: there }, store)
      : { wanted: await store.entries.newest(asked.feedIds, count), isAnyLeftOut: false };
  const reader = { ...chat, ...lookIn(there) };
  for (const entry of wanted.toReversed()) {
    const wished = await store.subscriptions.wished(looks, entry.feedId);
    if (!wished) continue;
    const outcome = await sendPost(
      { ...place, pictures },
      postFor(reader, { ...entry, wished }, posts),
    );
    if (outcome.kind === 'sent') {
      await rememberShown({ chat, messageId: outcome.messageId }, entry.token, { store });
      continue;
    }
    log('sample.unsent', { chatId: place.chatId, ...outcome });
    await answer(ctx, unsentText(ctx, chat, outcome));
    // Only what is wrong with one post alone leaves hope for the others.
    if (outcome.kind !== 'refused') break;
  }
  if (wanted.length > 0) return 'shown';
  return isAnyLeftOut ? 'unwanted' : 'none';
}

function lookIn({ style, summary, hashtags, timeZone, postButtons }: Chat) {
  return { style, summary, hashtags, timeZone, postButtons };
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
