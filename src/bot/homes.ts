import { openTopic } from '../relay/topics.ts';
import type { Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { answerOf } from '../telegram/answer.ts';
import type { Refusal } from '../telegram/refusal.ts';
import type { BotContext } from './context.ts';
import type { BotParts } from './parts.ts';
import type { Target } from './target.ts';

/** Where a feed comes in a chat: where that was asked for, or into the topic of its own. */
export type Home = { kind: 'place'; place: Place } | { kind: 'refused'; why: string };

/** The home of a feed that is to be followed; in a chat that wants a topic for each feed one is made if need be. */
export async function homeOf(
  ctx: BotContext,
  feed: Feed,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<Home> {
  const { store, topicCalls, clock } = parts;
  const { chatId } = target.place;
  const chat = await store.chats.get(chatId);
  if (chat?.topicPerFeed !== 'on' || !(await hasTopics(ctx, chatId))) {
    return { kind: 'place', place: target.place };
  }
  const topic = await store.topics.find(chatId, feed.id);
  const isOpen = topic?.goneAt === null && (await topicCalls.isThere(chatId, topic.threadId));
  const followed = await store.subscriptions.ofChat(chatId);
  const here = followed.find(({ id }) => id === feed.id);
  if (here && (here.threadId !== topic?.threadId || isOpen)) {
    return { kind: 'place', place: { chatId, threadId: here.threadId } };
  }
  if (topic && isOpen) return { kind: 'place', place: { chatId, threadId: topic.threadId } };
  const made = await openTopic({ feed, chatId, from: topic?.threadId ?? null }, parts);
  if (made.kind !== 'sent') return { kind: 'refused', why: unmadeText(ctx, made, target.title) };
  // It was paused when its topic was found to be gone.
  const place = { chatId, threadId: made.message };
  if (here) await store.subscriptions.resume(place, feed.id, clock.now());
  return { kind: 'place', place };
}

/** Whether there are topics in a chat: in this one as its update tells, in others as Telegram is asked. */
export async function hasTopics(ctx: BotContext, chatId: number): Promise<boolean> {
  if (chatId > 0) return ctx.me.has_topics_enabled;
  if (chatId === ctx.known.id) return ctx.chat?.is_forum === true;
  const asked = await answerOf(ctx.api.getChat(chatId));
  return asked.kind === 'sent' && asked.message.is_forum === true;
}

/** Why there is no topic, and what can be done about it. */
export function unmadeText(ctx: BotContext, refusal: Refusal, chat: string): string {
  switch (refusal.kind) {
    case 'noRights':
      return ctx.say('topics-no-rights', { chat });
    case 'flood':
      return ctx.say('topics-flood', { minutes: Math.ceil(refusal.afterMs / 60_000) });
    default:
      return ctx.say('topics-unmade');
  }
}

/** Where a feed that a chat follows comes there, seen from this place; undefined: it is not followed. */
export async function followedAt(
  place: Place,
  feedId: number,
  { store }: BotParts,
): Promise<Place | undefined> {
  const followed = await store.subscriptions.ofChat(place.chatId);
  const threads = followed.filter(({ id }) => id === feedId).map(({ threadId }) => threadId);
  if (threads.includes(place.threadId)) return place;
  const chat = await store.chats.get(place.chatId);
  const [threadId] = chat?.topicPerFeed === 'on' ? threads : [];
  return threadId === undefined ? undefined : { chatId: place.chatId, threadId };
}
