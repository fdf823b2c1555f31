import { Composer, InlineKeyboard } from 'grammy';
import { muteFeed, resumeFeeds } from '../relay/pauses.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { answerOf } from '../telegram/answer.ts';
import { isInCharge, mayChangeHere } from './allowed.ts';
import { acknowledge, type BotContext, isGroup, placeOf, respond } from './context.ts';
import { lineStart } from './direction.ts';
import { bold, formatted, join, type Piece } from './format.ts';
import { stateOf } from './list.ts';
import { momentIn } from './moments.ts';
import { nameOf, quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import { settingsView } from './settingsview.ts';
import { rememberEnded } from './undo.ts';
import { deleteSaid } from './unseen.ts';
import { hoursOf } from './when.ts';
import { whyText } from './why.ts';

/** view, mute, unmute, end, why, settings, close. */
type Act = 'v' | 'm' | 'u' | 'e' | 'y' | 's' | 'x';

/** What a button is about: an entry, and the subscription that brought it here, if there still is one. */
type About = { entry: StoredEntry; threadId: number; feed: SubscribedFeed | undefined };

const MUTED_MS = 24 * 3_600_000;
const FOR_ADMINS: readonly string[] = ['m', 'u', 'e', 's'];

/**
 * What else there is to do with a post, in a message of its own that in groups only the presser sees. Data: `m:<token>`
 * (under posts), `mo:<act>:<token>:<threadId>` (an ephemeral message tells no topic).
 */
export function more(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^m:([\w-]{22})$/, async (ctx, next) => {
    const about = await aboutOf(ctx, ctx.match[1], { parts, threadId: placeOf(ctx).threadId });
    if (!about || ctx.known.kind === 'channel') return next();
    await open(ctx, about, { parts, messageId: ctx.msgId ?? 0 });
  });

  feature.callbackQuery(/^mo:([vmueysx]):([\w-]{22}):(\d{1,10})$/, async (ctx, next) => {
    const [, act, token, threadId] = ctx.match;
    const about = await aboutOf(ctx, token, { parts, threadId: Number(threadId) });
    if (!about || ctx.known.kind === 'channel') return next();
    if (FOR_ADMINS.includes(act ?? '') && !(await mayChangeHere(ctx, parts.rights))) return;
    await acknowledge(ctx);
    await carryOut(ctx, act as Act, { about, parts });
  });

  return feature;
}

/** Opens it for a post that is named otherwise than by its button. */
export async function openMore(
  ctx: BotContext,
  entry: StoredEntry,
  { parts, messageId }: { parts: BotParts; messageId: number },
): Promise<void> {
  const about = await aboutOf(ctx, entry.token, { parts, threadId: 0 });
  if (about) await open(ctx, about, { parts, messageId });
}

async function aboutOf(
  ctx: BotContext,
  token: string | undefined,
  { parts, threadId }: { parts: BotParts; threadId: number },
): Promise<About | null> {
  const entry = await parts.store.entries.byToken(token ?? '');
  if (!entry) return null;
  const followed = await parts.store.subscriptions.ofChat(ctx.known.id);
  const ofFeed = followed.filter(({ id }) => id === entry.feedId);
  // A feed that is followed in the whole chat may have a topic of its own.
  const feed = ofFeed.find((it) => it.threadId === threadId) ?? ofFeed[0];
  return { entry, feed, threadId: feed?.threadId ?? threadId };
}

/** First the message, then the answer: an answered press may not allow an ephemeral message any more. */
async function open(
  ctx: BotContext,
  about: About,
  { parts, messageId }: { parts: BotParts; messageId: number },
): Promise<void> {
  const { piece, keyboard } = await moreView(ctx, about, parts);
  const { text, entities } = formatted(piece);
  const to = isGroup(ctx.known)
    ? {
        ephemeral_message_parameters: {
          ...{
            receiver_user_id: ctx.from?.id ?? 0,
            callback_query_id: ctx.callbackQuery?.id ?? '',
          },
        },
      }
    : { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
  const said = await answerOf(
    ctx.reply(text, { entities, reply_markup: keyboard, disable_notification: true, ...to }),
  );
  const unable = { text: ctx.say('more-unable'), show_alert: true };
  await acknowledge(ctx, said.kind === 'sent' ? {} : unable);
}

async function moreView(ctx: BotContext, about: About, parts: BotParts) {
  const { entry, feed } = about;
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, about, keyboard);
  if (feed && (await isInCharge(ctx, parts.rights))) {
    if (feed.pausedAt === null) add('m', 'more-mute');
    else add('u', 'settings-resume');
    add('e', 'more-end').row();
    add('y', 'more-why').row();
    add('s', 'more-settings').row();
  } else {
    add('y', 'more-why').row();
  }
  const title = bold(feed ? nameOf(feed) : quoted(entry.feedTitle));
  const state = feed
    ? stateOf(ctx, feed, { chat: ctx.known, parts })
    : ctx.say('more-not-followed');
  return {
    piece: join([lineStart(ctx.say.language), title, ` — ${state}`]),
    keyboard: add('x', 'settings-close'),
  };
}

async function carryOut(
  ctx: BotContext,
  act: Act,
  { about, parts }: { about: About; parts: BotParts },
): Promise<void> {
  const { feed, entry, threadId } = about;
  const message = ctx.callbackQuery?.message;
  if (act === 'x') return void (message && (await deleteSaid(ctx, message)));
  if (act === 'y') {
    const place = { chatId: ctx.known.id, threadId };
    const told = await whyText(ctx, [entry], { parts, place, chat: ctx.known });
    return respond(ctx, told, adder(ctx, about, new InlineKeyboard())('v', 'settings-back'));
  }
  const { piece, keyboard } =
    feed && act !== 'v'
      ? await change(ctx, act, { about: { ...about, feed }, parts })
      : await moreView(ctx, about, parts);
  await respond(ctx, piece, keyboard);
}

async function change(
  ctx: BotContext,
  act: Exclude<Act, 'v' | 'y' | 'x'>,
  { about, parts }: { about: About & { feed: SubscribedFeed }; parts: BotParts },
): Promise<{ piece: Piece; keyboard: InlineKeyboard }> {
  const { feed } = about;
  const title = nameOf(feed);
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, about, keyboard);
  const place = { chatId: ctx.known.id, threadId: feed.threadId };
  switch (act) {
    case 'm': {
      const until = parts.clock.now() + MUTED_MS;
      await muteFeed(place, feed.id, { ...parts, until });
      const date = momentIn(until, hoursOf(ctx, ctx.known, parts));
      add('u', 'undo');
      return { piece: ctx.say('more-muted', { title, date }), keyboard: add('v', 'settings-back') };
    }
    case 'u': {
      const missed = await resumeFeeds(ctx.known.id, [feed], parts);
      const told = `${ctx.say('resumed', { title })}\n${ctx.say('resumed-missed', { missed })}`;
      return { piece: told, keyboard: add('v', 'settings-back') };
    }
    case 'e': {
      keyboard.text(ctx.say('undo'), await rememberEnded(ctx, parts, [feed]));
      await parts.store.subscriptions.end(place, feed.id);
      return { piece: ctx.say('unfollowed', { title }), keyboard };
    }
    case 's': {
      const stand = await settingsOf({ ...place, feedId: feed.id }, parts);
      if (!stand) return moreView(ctx, about, parts);
      return settingsView(ctx, stand, hoursOf(ctx, stand.chat, parts));
    }
  }
}

function adder(ctx: BotContext, { entry, threadId }: About, keyboard: InlineKeyboard) {
  return (act: Act, key: string) =>
    keyboard.text(ctx.say(key), `mo:${act}:${entry.token}:${threadId}`);
}
