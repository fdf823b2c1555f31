import { Composer, InlineKeyboard } from 'grammy';
import { openTopic } from '../relay/topics.ts';
import type { Chat } from '../store/schema.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { answerOf } from '../telegram/answer.ts';
import type { Refusal } from '../telegram/refusal.ts';
import { acknowledge, type BotContext, respond } from './context.ts';
import { bold, join } from './format.ts';
import { hasTopics, unmadeText } from './homes.ts';
import type { BotParts } from './parts.ts';
import { placeName, type Settings, settingsData, type View } from './settingsdata.ts';
import { type Target, targetOf } from './target.ts';

/** Each new topic is a message to its chat, of which there can be twenty a minute. */
const MOVED_AT_ONCE = 10;

/**
 * One topic per feed: whether a chat wants that, and moving what it follows already. Data: `tp:v:<chat>` (the page),
 * `tp:n:` (on), `tp:f:` (off; topics stay as they are), `tp:m:` (move).
 */
export function topics(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^tp:([vnfm]):(-?\d{1,16})$/, async (ctx) => {
    const [, act = '', chatId] = ctx.match;
    const id = Number(chatId);
    const target = await targetOf(ctx, id === ctx.known.id ? null : String(id), parts);
    if (!target) return;
    const hindrance = act === 'n' ? await hindranceIn(ctx, id, target.title) : null;
    if (hindrance !== null) return acknowledge(ctx, { text: hindrance, show_alert: true });
    await acknowledge(ctx);
    const told = await carryOut(ctx, { act, target }, parts);
    const chat = await parts.store.chats.get(id);
    if (!chat) return;
    const { piece, keyboard } = await topicsView(ctx, { chat, told }, parts);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** Does what a button says; answers what there is to tell of it besides how things stand. */
async function carryOut(
  ctx: BotContext,
  { act, target }: { act: string; target: Target },
  parts: BotParts,
): Promise<string | null> {
  const { chatId } = target.place;
  if (act === 'n') await parts.store.topics.want(chatId, 'on');
  if (act === 'f') await parts.store.topics.want(chatId, null);
  return act === 'm' ? move(ctx, target, parts) : null;
}

/** Leads there from the settings of a chat that has topics, as far as that is known here: a row of its own. */
export function topicsRow(
  ctx: BotContext,
  { chat, feed }: Settings,
  keyboard: InlineKeyboard,
): InlineKeyboard {
  const isForum = chat.id === ctx.known.id && ctx.chat?.is_forum === true;
  const isOfPerson = chat.kind === 'private' && ctx.me.has_topics_enabled;
  const isOffered = isForum || isOfPerson || chat.topicPerFeed === 'on';
  if (feed || !isOffered) return keyboard;
  const sign = chat.topicPerFeed === 'on' ? '✓ ' : '';
  return keyboard.text(`${sign}${ctx.say('settings-topics')}`, `tp:v:${chat.id}`).row();
}

/** Why the bot could not make topics there; null where it can. */
async function hindranceIn(ctx: BotContext, chatId: number, title: string): Promise<string | null> {
  if (!(await hasTopics(ctx, chatId))) return ctx.say('topics-none');
  if (chatId > 0) return null;
  const asked = await answerOf(ctx.api.getChatMember(chatId, ctx.me.id));
  const member = asked.kind === 'sent' ? asked.message : null;
  const may = member?.status === 'administrator' && member.can_manage_topics === true;
  return may ? null : ctx.say('topics-no-rights', { chat: title });
}

async function topicsView(
  ctx: BotContext,
  { chat, told }: { chat: Chat; told: string | null },
  parts: BotParts,
): Promise<View> {
  const isOn = chat.topicPerFeed === 'on';
  const count = (await homeless(chat.id, parts)).length;
  const act = (act: string) => `tp:${act}:${chat.id}`;
  const keyboard = new InlineKeyboard()
    .text(`${isOn ? '✓ ' : ''}${ctx.say('topics-on')}`, act('n'))
    .text(`${isOn ? '' : '✓ '}${ctx.say('topics-off')}`, act('f'))
    .row();
  if (isOn && count > 0) keyboard.text(ctx.say('topics-move', { count }), act('m')).row();
  const whole = { chatId: chat.id, threadId: 0, feedId: null };
  keyboard
    .text(ctx.say('settings-back'), settingsData('v', whole))
    .text(ctx.say('settings-close'), settingsData('x', whole));
  const lines = [
    bold(ctx.say('topics-title', { chat: placeName(ctx, chat) })),
    '',
    ctx.say(isOn ? 'topics-on-how' : 'topics-off-how'),
    ...(isOn && count > 0 ? [ctx.say('topics-homeless', { count })] : []),
    ...(told === null ? [] : [told]),
  ];
  return { piece: join(lines, '\n'), keyboard };
}

/** What a chat follows anywhere but in the topic of its own. */
async function homeless(chatId: number, { store }: BotParts): Promise<SubscribedFeed[]> {
  const threads = new Map<number, number>();
  for (const topic of await store.topics.ofChat(chatId)) {
    if (topic.goneAt === null) threads.set(topic.feedId, topic.threadId);
  }
  const followed = await store.subscriptions.ofChat(chatId);
  return followed.filter(({ id, threadId }) => threads.get(id) !== threadId);
}

/** Moves as many as one press may; answers what came of it. */
async function move(ctx: BotContext, { place, title }: Target, parts: BotParts): Promise<string> {
  const { chatId } = place;
  let count = 0;
  for (const feed of (await homeless(chatId, parts)).slice(0, MOVED_AT_ONCE)) {
    const refusal = await moveOne(chatId, feed, parts);
    if (refusal) return `${ctx.say('topics-moved', { count })} ${unmadeText(ctx, refusal, title)}`;
    count += 1;
  }
  parts.wakeDelivery();
  return ctx.say('topics-moved', { count });
}

async function moveOne(
  chatId: number,
  feed: SubscribedFeed,
  parts: BotParts,
): Promise<Refusal | null> {
  const { store, topicCalls } = parts;
  const topic = await store.topics.find(chatId, feed.id);
  if (topic?.goneAt === null && (await topicCalls.isThere(chatId, topic.threadId))) {
    const { feedId, threadId, name, remadeAt } = topic;
    await store.topics.settle({ chatId, feedId, threadId, name, remadeAt }, feed.threadId);
    return null;
  }
  const made = await openTopic({ feed, chatId, from: feed.threadId }, parts);
  return made.kind === 'sent' ? null : made;
}
