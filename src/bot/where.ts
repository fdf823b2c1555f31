import { Composer, Keyboard } from 'grammy';
import type { ChatAdministratorRights, MessageEntity } from 'grammy/types';
import type { Store } from '../store/store.ts';
import type { BotContext } from './context.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

/** A chat that is yet to be chosen: Telegram shows people theirs, and nobody else's. */
export type Where = 'channel' | 'group';

const KEPT_MS = 24 * 3_600_000;
/** Telegram's numbers of requests have 32 bits with a sign. */
const NUMBERS = 2 ** 31 - 1;

/** Those that can be about another chat; elsewhere such words are just words. */
const COMMANDS =
  /^\/(?:subscribe|unsubscribe|list|latest|why|settings|filter|digest|quiet|timezone|language|pause|resume|export|template(?=[^{]*$))(?:@\w+)?(?=\s)/i;
const TO_WHERE = /\sto\s+(?:(?:a|the|my)\s+)?(channel|group)\s*$/i;

/** A command that ends in “to a channel”, without those words; null: it says no such thing. */
export function readWhere(typed: string): { text: string; where: Where } | null {
  const found = COMMANDS.test(typed) ? TO_WHERE.exec(typed) : null;
  if (!found) return null;
  const where = found[1]?.toLowerCase() === 'group' ? 'group' : 'channel';
  return { text: typed.slice(0, found.index).trim(), where };
}

/**
 * Commands with “to a channel”: asks which, by keys that only Telegram can answer. What is chosen then is as if its id
 * had been typed: nothing of the answer is believed, neither who may do what in that chat nor that it is theirs.
 */
export function where({ store }: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.on('message:text', async (ctx, next) => {
    const asked = readWhere(ctx.msg.text);
    if (asked) await askWhere(ctx, asked, store);
    else await next();
  });

  feature.chatType('private').on('message:chat_shared', async (ctx, next) => {
    const { request_id, chat_id, title } = ctx.msg.chat_shared;
    const command = (await store.notes.get<string>(keyOf(ctx, request_id))) ?? '/list';
    const chat = quoted(title ?? '') || String(chat_id);
    await ctx.reply(ctx.say('where-chosen', { chat }), { reply_markup: { remove_keyboard: true } });
    const text = `${command} to ${chat_id}`;
    const length = /^\/\S+/.exec(text)?.[0].length ?? 0;
    const entities: MessageEntity[] = [{ type: 'bot_command', offset: 0, length }];
    Object.assign(ctx.msg, { text, entities });
    await next();
  });

  feature.chatType('private').on('message:text', async (ctx, next) => {
    if (ctx.msg.text !== ctx.say('cancel')) return next();
    await ctx.reply(ctx.say('cancelled'), { reply_markup: { remove_keyboard: true } });
  });

  return feature;
}

async function askWhere(
  ctx: BotContext,
  { text, where }: { text: string; where: Where },
  { notes }: Pick<Store, 'notes'>,
): Promise<void> {
  // In groups it would be shown to everyone, and Telegram does not allow it.
  if (ctx.known.kind !== 'private') return void (await ctx.reply(ctx.say('where-private')));
  const number = ctx.update.update_id % NUMBERS;
  await notes.set(keyOf(ctx, number), text, KEPT_MS);
  const keyboard = new Keyboard()
    .add({ text: ctx.say(`where-${where}`), request_chat: { request_id: number, ...ASKED[where] } })
    .row()
    .text(ctx.say('cancel'))
    .resized()
    .oneTime();
  await ctx.reply(ctx.say(`which-${where}`), { reply_markup: keyboard });
}

const NONE: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};
const POSTING: ChatAdministratorRights = { ...NONE, can_post_messages: true };

/** Channels in which somebody may post, where the bot gets the right to; groups that they administrate, where it is or
 *  comes in. */
const ASKED = {
  channel: {
    chat_is_channel: true,
    user_administrator_rights: POSTING,
    bot_administrator_rights: POSTING,
    request_title: true,
  },
  group: {
    chat_is_channel: false,
    user_administrator_rights: NONE,
    bot_is_member: true,
    request_title: true,
  },
} as const;

function keyOf(ctx: BotContext, number: number): string {
  return `where:${ctx.known.id}:${number}`;
}
