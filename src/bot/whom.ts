import type { Message, MessageOrigin } from 'grammy/types';
import { answerOf } from '../telegram/answer.ts';
import { type BotContext, isGroup } from './context.ts';

/** The person or chat that a command means; `hidden`: who forwarded it does not let us see whose words it is. */
export type Whom = { kind: 'id'; id: number } | { kind: 'none' } | { kind: 'hidden' };

const NONE: Whom = { kind: 'none' };

/** By id, by a mention, by the @name of a group or channel, as a reply to them or to a forwarded message of theirs; in a
 *  group without any of these: that group. */
export async function whomMeant(ctx: BotContext & { match: string }): Promise<Whom> {
  const typed = ctx.match.trim();
  const mentioned = ctx.msg?.entities?.find(({ type }) => type === 'text_mention');
  if (mentioned?.type === 'text_mention') return { kind: 'id', id: mentioned.user.id };
  if (/^-?\d{1,15}$/.test(typed) && Number(typed) !== 0) return { kind: 'id', id: Number(typed) };
  if (/^@\w{3,}$/.test(typed)) return chatNamed(ctx, typed);
  if (typed !== '') return NONE;
  const reply = ctx.msg?.reply_to_message;
  // What is said in a topic is a reply to its beginning.
  if (reply && !reply.forum_topic_created) return whoSaid(reply);
  return isGroup(ctx.known) ? { kind: 'id', id: ctx.known.id } : NONE;
}

/** Telegram tells bots the names of chats only, never of people. */
async function chatNamed(ctx: BotContext, name: string): Promise<Whom> {
  const asked = await answerOf(ctx.api.getChat(name));
  return asked.kind === 'sent' ? { kind: 'id', id: asked.message.id } : NONE;
}

function whoSaid({ forward_origin, sender_chat, from }: Message): Whom {
  if (forward_origin) return originOf(forward_origin);
  const id = sender_chat?.id ?? (from?.is_bot ? undefined : from?.id);
  return id === undefined ? NONE : { kind: 'id', id };
}

function originOf(origin: MessageOrigin): Whom {
  switch (origin.type) {
    case 'user':
      return { kind: 'id', id: origin.sender_user.id };
    case 'hidden_user':
      return { kind: 'hidden' };
    case 'chat':
      return { kind: 'id', id: origin.sender_chat.id };
    case 'channel':
      return { kind: 'id', id: origin.chat.id };
  }
}
